import type { Rule } from '../../rule.ts';
import { seBuyer } from './buyer.ts';
import { seChangeInvoice } from './change-invoice.ts';
import { seConsideration } from './consideration.ts';
import { seDelivery } from './delivery.ts';
import { seExemption } from './exemption.ts';
import { seFTax } from './f-tax.ts';
import { seGoods } from './goods.ts';
import { seNumberAndDate } from './number-and-date.ts';
import { seRegisteredOffice } from './registered-office.ts';
import { seReverseCharge } from './reverse-charge.ts';
import { seSeller } from './seller.ts';
import { seUnitPrice } from './unit-price.ts';
import { seVat } from './vat.ts';
import { seVatInKronor } from './vat-in-kronor.ts';
import { seVatNumber } from './vat-number.ts';

/** What the law of Sweden asks a sales document to say, in the order of the law. */
export const SWEDEN: readonly Rule[] = [
  seNumberAndDate,
  seSeller,
  seVatNumber,
  seBuyer,
  seGoods,
  seDelivery,
  seUnitPrice,
  seConsideration,
  seVat,
  seVatInKronor,
  seExemption,
  seReverseCharge,
  seChangeInvoice,
  seRegisteredOffice,
  seFTax,
];
