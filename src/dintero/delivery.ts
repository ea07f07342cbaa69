import type { CalendarDate } from '../base/index.ts';
import { toLocalDate } from './local-date.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';
import type { Source } from './wire/source.ts';

/** When and where goods are delivered, as far as the order says. */
export interface Delivery {
  readonly date: CalendarDate | null;
  readonly place: string | null;
}

/** The day of the agreed time slot of the shipping option, and the place of the shipping address. */
export function readDelivery({ session, transaction }: Source, warn: Warn): Delivery {
  const slot = (session.order.shipping_option ?? transaction.shipping_option)?.time_slot;
  const instant = slot?.ends_at || slot?.starts_at;
  const address = session.order.shipping_address ?? transaction.shipping_address;
  return {
    date: instant ? toLocalDate(instant) : null,
    place: cleanText(address?.postal_place, 'shipping_address.postal_place', warn) || null,
  };
}
