import type { CalendarDate } from '../../base/index.ts';
import { branch, leaf, type XmlElement } from '../xml.ts';

/** A day as UN/CEFACT writes it: format 102, eight digits. */
export function toDateTime(element: string, date: CalendarDate | null): XmlElement | null {
  const digits = date === null ? null : date.replaceAll('-', '');
  return branch(element, leaf('udt:DateTimeString', digits, { format: '102' }));
}
