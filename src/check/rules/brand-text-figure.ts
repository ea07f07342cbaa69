import type { Evidence } from '../evidence.ts';
import { type Figure, findFigures } from '../figures.ts';
import { foldText, parseMoney } from '../printed/index.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { mayBeSellersNumber } from '../seller-numbers.ts';

export const brandTextFigure: Rule = {
  id: 'brand-text-figure',
  channel: 'text',
  severity: 'warning',
  why: "A seller's own words are the seller's affair, but another account or sum in them is paid like one of the invoice.",
  passes: ['brand Rentene er 12,5 % fra 8.12.2026. Spørsmål? Ring 22 00 00 01. Husk KID 300000019497814.'],
  fails: ['brand Ved forsinket betaling kommer et gebyr på 70,00 kr.'],
  find: findStrangers,
};

/** Amounts may be fees, which are doubts; a number like an account is another account. */
function findStrangers({ context, invoice, facts, prints, language }: Evidence): Discovery[] {
  if (prints.length === 0) return [];
  const known = new Set(
    [...facts.values()].flatMap(({ value }) => {
      if (value.kind === 'reference') return [value.reference.replace(/\D/g, '')];
      return value.kind === 'organization-number' ? [value.value.replace(/\D/g, '')] : [];
    }),
  );
  const phone = (invoice.seller?.phone ?? '').replace(/\D/g, '');
  const isOwnAmount = ({ text }: Figure) => {
    const money = parseMoney(text, language);
    if (money === null) return false;
    return [...facts.values()].some(
      ({ value }) => value.kind === 'money' && value.minor === money.amount.units * 10 ** (2 - money.amount.scale),
    );
  };
  return (context.texts ?? []).flatMap((text) =>
    findFigures(text).flatMap((figure) => {
      const digits = figure.text.replace(/\D/g, '');
      const isAccount = figure.kind === 'number' && !known.has(digits) && !phone.endsWith(digits);
      if (figure.kind === 'amount' ? isOwnAmount(figure) : !isAccount || mayBeSellersNumber(figure)) return [];
      const saying = {
        found: `"${figure.text}"`,
        where: `the seller's words "${foldText(text).slice(0, 60)}"`,
        expected: 'accounts and amounts of the session',
      };
      const severity = figure.kind === 'number' ? ('error' as const) : ('warning' as const);
      return [{ ...discover({ found: figure.text, saying }), severity }];
    }),
  );
}
