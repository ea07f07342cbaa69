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
  readonly copy?: boolean;
  readonly note?: string;
  readonly attachmentPages?: string;
  readonly vatRateNational?: string;
  readonly channel?: string;
  readonly forceChannel?: boolean;
  readonly eInvoice?: string;
  readonly readers?: string;
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
  const { readers } = flags;
  if (readers !== undefined && readers !== 'own' && readers !== 'both') {
    throw cliFaults.USAGE({ message: `Unexpected --readers ${readers}, expected own or both.` });
  }
  return {
    ...(readers === undefined ? {} : { readers }),
    ...(eInvoice === undefined ? {} : { eInvoice }),
    ...(flags.template === undefined ? {} : { template: flags.template }),
    ...(flags.brand === undefined ? {} : { brand: flags.brand }),
    ...(flags.locale === undefined ? {} : { locale: flags.locale }),
    ...(kind === undefined ? {} : { kind }),
    ...(flags.creditNoteNumber === undefined ? {} : { creditNoteNumber: flags.creditNoteNumber }),
    ...toEditionOptions(flags),
    ...(channel === undefined ? {} : { channel }),
    ...(flags.forceChannel === undefined ? {} : { forceChannel: flags.forceChannel }),
  };
}

function toEditionOptions({ copy, note, attachmentPages, vatRateNational }: EngineFlags): EngineOptions {
  return {
    ...(copy === undefined ? {} : { copy }),
    ...(note === undefined ? {} : { note }),
    ...(attachmentPages === undefined
      ? {}
      : {
          attachmentPages: parseFlag('--attachment-pages', attachmentPages, /^\d{1,4}$/, 'a whole number up to 9999'),
        }),
    ...(vatRateNational === undefined
      ? {}
      : {
          vatRateNational: parseFlag(
            '--vat-rate-national',
            vatRateNational,
            /^\d{1,7}(?:\.\d{1,8})?$/,
            'a rate such as 11.4321',
          ),
        }),
  };
}

function parseFlag(flag: string, text: string, shape: RegExp, expected: string): number {
  if (shape.test(text)) return Number(text);
  throw cliFaults.USAGE({ message: `Unexpected ${flag} ${text}, expected ${expected}.` });
}
