import { E_INVOICE_SYNTAXES } from '../einvoice/index.ts';
import type { EngineOptions } from '../engine.ts';
import { cliFaults } from './faults.ts';

/** Options that every command shares which makes an engine, as commander hands them over. */
export interface EngineFlags {
  readonly template?: string;
  readonly brand?: string;
  readonly locale?: string;
  readonly kind?: string;
  readonly creditNoteNumber?: string;
  readonly channel?: string;
  readonly forceChannel?: boolean;
  readonly eInvoice?: string;
}

/** Turns flags into engine options; refuses values that no engine takes. */
export function toEngineOptions(flags: EngineFlags): EngineOptions {
  const { kind, channel } = flags;
  if (kind !== undefined && kind !== 'invoice' && kind !== 'credit-note') {
    throw cliFaults.USAGE({ message: `Unexpected --kind ${kind}, expected invoice or credit-note.` });
  }
  if (channel !== undefined && channel !== 'merchant') {
    throw cliFaults.USAGE({ message: `Unexpected --channel ${channel}, expected merchant.` });
  }
  if (flags.creditNoteNumber !== undefined && kind !== 'credit-note') {
    throw cliFaults.USAGE({ message: 'Unexpected --credit-note-number, expected it beside --kind credit-note only.' });
  }
  const eInvoice = E_INVOICE_SYNTAXES.find((syntax) => syntax === flags.eInvoice);
  if (flags.eInvoice !== undefined && eInvoice === undefined) {
    throw cliFaults.USAGE({
      message: `Unexpected --e-invoice ${flags.eInvoice}, expected ${E_INVOICE_SYNTAXES.join(' or ')}.`,
    });
  }
  return {
    ...(eInvoice === undefined ? {} : { eInvoice }),
    ...(flags.template === undefined ? {} : { template: flags.template }),
    ...(flags.brand === undefined ? {} : { brand: flags.brand }),
    ...(flags.locale === undefined ? {} : { locale: flags.locale }),
    ...(kind === undefined ? {} : { kind }),
    ...(flags.creditNoteNumber === undefined ? {} : { creditNoteNumber: flags.creditNoteNumber }),
    ...(channel === undefined ? {} : { channel }),
    ...(flags.forceChannel === undefined ? {} : { forceChannel: flags.forceChannel }),
  };
}
