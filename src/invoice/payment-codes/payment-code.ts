/** What a payer scans: which standard it follows, how it is drawn, and what it says. */
export interface PaymentCode {
  /** `usingqr`: Sweden and Norway; `epc`: euro credit transfers (EPC069-12); `virtual-barcode`: Finland's bank bar code. */
  readonly standard: 'usingqr' | 'epc' | 'virtual-barcode';
  readonly symbology: 'qrcode' | 'code128';
  readonly payload: string;
}

/** How a document's brand wants codes: where the country has a standard, wherever one can be made, or never. */
export type PaymentCodeChoice = 'auto' | boolean;
