import { defineFaults } from '../base/index.ts';

export const barcodeFaults = defineFaults({
  BARCODE_PAYLOAD: {
    kind: 'template',
    summary: 'A barcode was asked for a payload that its symbology cannot carry.',
    remedy: 'Code 128 takes digits; a QR code takes printable ASCII and line feeds, at most 331 bytes.',
  },
});
