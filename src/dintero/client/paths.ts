import { dinteroFaults } from '../faults.ts';
import { quoteText } from '../quote.ts';
import { id as idSchema } from '../wire/primitives.ts';

/**
 * An id as a segment of a path, checked before anything is sent: no slash, no dots alone, nothing to escape.
 *
 * @throws ID_INVALID
 */
export function toSegment(id: string): string {
  if (idSchema.safeParse(id).success) return encodeURIComponent(id);
  const found = typeof id === 'string' ? quoteText(id) : typeof id;
  throw dinteroFaults.ID_INVALID({ message: `Unexpected id ${found}, expected one that Dintero gave` });
}
