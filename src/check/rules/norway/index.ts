import type { Rule } from '../../rule.ts';
import { noBuyer } from './buyer.ts';
import { noConsideration } from './consideration.ts';
import { noCreditNote } from './credit-note.ts';
import { noDelivery } from './delivery.ts';
import { noExemption } from './exemption.ts';
import { noForetaksregisteret } from './foretaksregisteret.ts';
import { noGoods } from './goods.ts';
import { noNumberAndDate } from './number-and-date.ts';
import { noRatesApart } from './rates-apart.ts';
import { noReverseCharge } from './reverse-charge.ts';
import { noSeller } from './seller.ts';
import { noVat } from './vat.ts';

/** What the law of Norway asks a sales document to say, in the order of the law. */
export const NORWAY: readonly Rule[] = [
  noNumberAndDate,
  noSeller,
  noForetaksregisteret,
  noBuyer,
  noGoods,
  noDelivery,
  noConsideration,
  noVat,
  noRatesApart,
  noExemption,
  noReverseCharge,
  noCreditNote,
];
