import type { Rule } from '../../rule.ts';
import { fiBuyer } from './buyer.ts';
import { fiChangeInvoice } from './change-invoice.ts';
import { fiConsideration } from './consideration.ts';
import { fiDelivery } from './delivery.ts';
import { fiExemption } from './exemption.ts';
import { fiGoods } from './goods.ts';
import { fiNumberAndDate } from './number-and-date.ts';
import { fiReverseCharge } from './reverse-charge.ts';
import { fiSeller } from './seller.ts';
import { fiUnitPrice } from './unit-price.ts';
import { fiVat } from './vat.ts';

/** What the law of Finland asks a sales document to say, in the order of the law. */
export const FINLAND: readonly Rule[] = [
  fiNumberAndDate,
  fiSeller,
  fiBuyer,
  fiGoods,
  fiDelivery,
  fiUnitPrice,
  fiConsideration,
  fiVat,
  fiExemption,
  fiReverseCharge,
  fiChangeInvoice,
];
