import type { Invoice } from '../../invoice/index.ts';
import {
  type CodeField,
  compareAmount,
  compareBic,
  compareName,
  compareText,
  type ParseCode,
  unexpected,
} from './payment-code.ts';

/** EPC069-12 v2.1, Annex: the lines of a euro credit transfer. */
export const parseEpc: ParseCode = (payload, invoice) => {
  const [tag, version = '', charset = '', identification = '', ...lines] = payload.split(/\r?\n/);
  if (tag !== 'BCD') return null;
  const [bic = '', name = '', iban = '', amount = '', purpose = '', structured = '', text = '', note = '', ...rest] =
    lines;
  const { payment } = invoice;
  const form = [version, charset, identification].join(' ');
  return [
    // Character set 1 is UTF-8, which is what was read.
    { field: 'code', found: form, expected: '002 1 SCT', right: /^00[12] 1 SCT$/.test(form) },
    // Nothing follows the last line that says something, a separator neither.
    ...unexpected('code', /\s$/.test(payload) ? 'an empty line at the end' : ''),
    ...(bic === '' && version === '002' ? [] : [compareBic(bic, payment?.bic ?? '')]),
    // An invoice that was made without its brand does not know who is paid.
    ...(invoice.seller === null ? [] : [compareName('payee', name, payment?.payee ?? '')]),
    compareText('iban', iban.replaceAll(' ', ''), payment?.iban ?? ''),
    compareText('currency', amount.slice(0, 3), invoice.currency),
    compareAmount(amount.slice(3), invoice),
    ...unexpected('code', purpose),
    ...compareReferences(structured, text, invoice),
    ...(note === '' ? [] : [compareNote(note, invoice)]),
    ...unexpected('code', rest.join(' ').trim()),
  ];
};

/** One of the two lines has the reference, the other nothing. */
function compareReferences(structured: string, text: string, { payment }: Invoice): CodeField[] {
  const found = [structured, text].filter((line) => line !== '').join(' | ');
  return [{ field: 'kid', found, expected: payment?.kid ?? '', right: found.replaceAll(' ', '') === payment?.kid }];
}

/** Finland writes the day to be paid on where others have a word to the payer. */
function compareNote(note: string, { dueDate }: Invoice): CodeField {
  return compareText('dueDate', note.replace(/^ReqdExctnDt\//, ''), dueDate?.date ?? '');
}
