import type { CalendarDate } from '../base/index.ts';
import { isIdentityNumber, type References } from '../invoice/index.ts';
import { findBillingAddress } from './buyer.ts';
import { dinteroFaults } from './faults.ts';
import { cleanReference } from './text.ts';
import type { Warn } from './warnings.ts';
import type { Source } from './wire/source.ts';

/** What may hold a reference, and its JSON path. */
type Place = readonly [raw: string | null | undefined, path: string];

/** A reference and where it stands. */
interface PlacedReference {
  readonly text: string;
  /** JSON path. */
  readonly path: string;
}

/**
 * The references that seller and buyer know the order by. A person's identity number among them is never printed: it is
 * left out with a warning, or where the reference is required, refused. Neither repeats it.
 *
 * @param date day of the document
 * @throws SOURCE_INVALID without a merchant_reference, REFERENCE_PERSONAL, REFERENCE_CHARSET
 */
export function readReferences(source: Source, date: CalendarDate, warn: Warn): References {
  const { session, transaction } = source;
  const { address, path } = findBillingAddress(source);
  const readOptional = (...places: readonly Place[]): string | null => {
    const reference = findReference(...places);
    if (reference === null || !isIdentityNumber(reference.text, date)) return reference?.text ?? null;
    warn({
      ruleId: 'source-reference-personal',
      field: reference.path,
      message: `Unexpected national identity number in ${reference.path}, expected a reference; it is not printed`,
    });
    return null;
  };
  return {
    transactionId: transaction.id,
    order: readOrderReference(source, date),
    // The second reference can be set on the transaction after checkout, so that one is newer.
    order2: readOptional(
      [transaction.merchant_reference_2, 'transaction.merchant_reference_2'],
      [session.order.merchant_reference_2, 'session.order.merchant_reference_2'],
    ),
    buyer: readOptional([address.customer_reference, `${path}.customer_reference`]),
    costCenter: readOptional([address.cost_center, `${path}.cost_center`]),
  };
}

function readOrderReference({ session, transaction }: Source, date: CalendarDate): string {
  const path = 'session.order.merchant_reference';
  const reference = findReference(
    [session.order.merchant_reference, path],
    [transaction.merchant_reference, 'transaction.merchant_reference'],
  );
  if (reference === null) {
    throw dinteroFaults.SOURCE_INVALID({
      message: `Unexpected absence of ${path}, expected the merchant's own reference`,
      path,
    });
  }
  if (isIdentityNumber(reference.text, date)) {
    throw dinteroFaults.REFERENCE_PERSONAL({
      message: `Unexpected national identity number in ${reference.path}, expected the merchant's own reference`,
      path: reference.path,
    });
  }
  return reference.text;
}

/** The first of several places that holds a reference; null where none does. */
function findReference(...places: readonly Place[]): PlacedReference | null {
  for (const [raw, path] of places) {
    const text = cleanReference(raw, path);
    if (text !== null) return { text, path };
  }
  return null;
}
