import { Fault } from '../../base/index.ts';
import { type FactValue, parseBban, parseIban, parsePaymentReference } from '../../invoice/index.ts';
import { describeFact } from '../describe-fact.ts';
import type { Evidence } from '../evidence.ts';
import { parseAccount, parseReference } from '../printed/index.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const factMisprinted: Rule = {
  id: 'fact-misprinted',
  channel: 'text',
  severity: 'error',
  why: 'Kravia collects by the session, so every print of a fact must be read as exactly its value, wherever it stands.',
  passes: ['payable: kr 1 250,00'],
  fails: ['payable: 1 205,00 NOK'],
  find: findMisprints,
};

function findMisprints({ prints, language, bases, invoice }: Evidence): Discovery[] {
  const country = invoice.payment?.iban.slice(0, 2) ?? '';
  return prints.flatMap((print) => {
    if (print.right || print.fact === null) return [];
    const { value } = print.fact;
    const doubt = failsCheckDigits(print.text, value, country) ? ', whose check digit is wrong too,' : '';
    return [
      discover({
        field: print.name,
        expected: describeFact(value, language, bases),
        found: print.text,
        at: print,
        saying: { found: `"${print.text}"${doubt}` },
      }),
    ];
  });
}

/** A slip of the pen breaks the check digits; a forger minds them. Either is worth knowing. */
function failsCheckDigits(text: string, value: FactValue, country: string): boolean {
  if (value.kind !== 'reference') return false;
  try {
    if (value.scheme === 'iban') parseIban(parseReference(text));
    else if (value.scheme === 'bban') parseBban(parseAccount(text), country);
    else if (value.scheme !== 'bic' && value.scheme !== 'invoice-number') {
      parsePaymentReference(parseReference(text), country);
    }
    return false;
  } catch (error) {
    return error instanceof Fault && error.code === 'REFERENCE_CHECKSUM';
  }
}
