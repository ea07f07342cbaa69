import type { BasisPoints, CalendarDate, Decimal, MinorUnits } from '../base/index.ts';
import type { CountryCode } from '../invoice/index.ts';
import type { OrderLine } from './order-lines.ts';

/** Whose rates apply, when, and what the order says of its VAT as a whole. */
export interface RateContext {
  readonly country: CountryCode;
  /** Day of delivery, or of the invoice where that is not known. */
  readonly date: CalendarDate;
  /** False only where the seller is known to charge no VAT. */
  readonly vatRegistered: boolean;
  /** `session.order.vat_amount`; null where it is not stated. */
  readonly orderVatMinor: MinorUnits | null;
}

/** A line with the rate that it is taxed with. */
export interface RatedLine extends OrderLine {
  readonly quantity: Decimal;
  readonly rateBps: BasisPoints;
  /** What the source states; display only, and often wrong. */
  readonly givenVatMinor: MinorUnits | null;
}
