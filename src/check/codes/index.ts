import type { Invoice } from '../../invoice/index.ts';
import { parseEpc } from './epc.ts';
import type { CodeField, ParseCode } from './payment-code.ts';
import { parseUsingQr } from './using-qr.ts';
import { parseVirtualBarcode } from './virtual-barcode.ts';

export type { CodeField } from './payment-code.ts';

/** Every standard that a payer's telephone knows, each read by rules of its own. */
const STANDARDS: readonly ParseCode[] = [parseEpc, parseUsingQr, parseVirtualBarcode];

/** What a barcode says, field by field against the session; null for what follows none of the standards. */
export function readCode(payload: string, invoice: Invoice): readonly CodeField[] | null {
  // With nothing to pay there is nothing that a payment code could say.
  if (invoice.payment === null) return null;
  for (const parse of STANDARDS) {
    const fields = parse(payload, invoice);
    if (fields !== null) return fields;
  }
  return null;
}
