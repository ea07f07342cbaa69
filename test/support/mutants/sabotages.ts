import type { Random } from './random.ts';

/** One place of our own code in which a bug is made, and what must then be refused. */
export interface Sabotage {
  /** The class that it is counted in. */
  readonly kind:
    | 'sabotage: formatter'
    | 'sabotage: view'
    | 'sabotage: loop'
    | 'sabotage: totals'
    | 'sabotage: template';
  readonly what: string;
  /** Of the package, built. */
  readonly file: string;
  /** Stands once in the file. */
  readonly from: string;
  readonly to: string;
  /** Fields of which an error must name one. A refusal by the model itself names none and need not. */
  readonly fields: RegExp;
}

const FORMATS = 'dist/template/format';
const VIEWS = 'dist/template/view';
const TURN = "replace(/(\\d)(?!\\1)(\\d)(?=\\D*$)/, '$2$1')";

/** What a bug in our own code would do, each with a little chance in it. */
export function listSabotages(random: Random): readonly Sabotage[] {
  const few = 1 + random.integer(9);
  const money = {
    kind: 'sabotage: formatter',
    file: `${FORMATS}/number.js`,
    fields: /otal|payable|amount|discount|net|vat|Price/i,
  } as const;
  const day = { kind: 'sabotage: formatter', file: `${FORMATS}/date.js`, fields: /Date$/ } as const;
  const number = { kind: 'sabotage: formatter', file: `${FORMATS}/identifiers.js` } as const;
  const payment = { kind: 'sabotage: view', file: `${VIEWS}/to-payment.js` } as const;
  const view = { kind: 'sabotage: view', file: `${VIEWS}/to-view.js` } as const;
  const lines = { file: `${VIEWS}/to-lines.js`, fields: /^line\./ } as const;
  const totals = { kind: 'sabotage: totals', file: 'dist/invoice/totals.js', fields: /./ } as const;
  const template = { kind: 'sabotage: template', file: 'templates/classic/partials/payment.hbs' } as const;
  return [
    {
      ...money,
      what: `adds ${few} to amounts`,
      from: 'units: money.minor, scale }',
      to: `units: money.minor + ${few}, scale }`,
    },
    {
      ...money,
      what: 'fills decimals up with fives',
      from: "padEnd(leastDecimals, '0')",
      to: "padEnd(leastDecimals, '5')",
    },
    {
      ...money,
      what: 'forgets the sign',
      from: 'negative ? MINUS_SIGN + figures : figures',
      to: 'figures',
      fields: /./,
    },
    {
      ...money,
      what: 'turns the last two figures round',
      from: 'return digits.replace(',
      to: `return digits.${TURN}.replace(`,
    },
    {
      ...money,
      what: 'cuts the decimals off a rate',
      from: 'units: rateBps, scale: 2',
      to: 'units: rateBps - (rateBps % 100), scale: 2',
      fields: /rate$|discount$/i,
    },
    { ...day, what: 'prints a later day', from: 'd: String(day),', to: `d: String(day + ${few}),` },
    { ...day, what: 'prints the next month', from: 'M: String(month),', to: 'M: String((month % 12) + 1),' },
    { ...day, what: 'prints a later year', from: 'yyyy: String(year)', to: `yyyy: String(year + ${few})` },
    {
      ...number,
      what: 'turns figures of a reference round',
      from: 'return [reference];',
      to: `return [reference.${TURN}];`,
      fields: /^kid$/,
    },
    {
      ...number,
      what: 'turns figures of an IBAN round',
      from: 'iban.match(',
      to: `iban.${TURN}.match(`,
      fields: /^iban$/,
    },
    {
      ...number,
      what: 'cuts an account short',
      from: 'chunk(bban, [4, 2, 5])',
      to: 'chunk(bban, [4, 2, 4])',
      fields: /^bban$/,
    },
    {
      ...payment,
      what: 'hands on another KID',
      from: 'reference: payment.kid,',
      to: `reference: payment.kid.${TURN},`,
      fields: /^kid$/,
    },
    {
      ...payment,
      what: 'hands on another BIC',
      from: 'bic: payment.bic,',
      to: "bic: payment.bic.split('').reverse().join(''),",
      fields: /^bic$/,
    },
    {
      ...payment,
      what: 'has the buyer paid',
      from: 'payee: payment.payee,',
      to: 'payee: invoice.buyer.name,',
      fields: /^payee$/,
    },
    {
      ...view,
      what: 'asks for the net total',
      from: 'payable: money(totals.payableMinor)',
      to: 'payable: money(totals.netMinor)',
      fields: /^payable$/,
    },
    {
      ...view,
      what: 'gives VAT as the net total',
      from: 'netTotal: money(totals.netMinor)',
      to: 'netTotal: money(totals.vatMinor)',
      fields: /^netTotal$/,
    },
    {
      ...view,
      what: 'numbers by the order',
      from: 'number: invoice.number,',
      to: 'number: references.order,',
      fields: /^invoiceNumber$/,
    },
    {
      ...view,
      what: 'is due at once',
      from: '{ date: invoice.dueDate.date }',
      to: '{ date: invoice.issueDate.date }',
      fields: /^dueDate$/,
    },
    {
      ...view,
      what: 'taxes the gross',
      from: 'net: { minor: subtotal.netMinor, currency }',
      to: 'net: { minor: subtotal.grossMinor, currency }',
      fields: /^vat\..*net$/,
    },
    {
      ...lines,
      kind: 'sabotage: view',
      what: 'sells one more',
      from: 'quantity: line.quantity,',
      to: 'quantity: { ...line.quantity, units: line.quantity.units + 1 },',
    },
    {
      ...lines,
      kind: 'sabotage: view',
      what: 'sells for the net amount',
      from: 'amount: money(line.grossMinor)',
      to: 'amount: money(line.netMinor)',
    },
    {
      ...lines,
      kind: 'sabotage: loop',
      what: 'leaves the first line out',
      from: 'lines: group.lines.map(',
      to: 'lines: group.lines.slice(1).map(',
    },
    {
      ...lines,
      kind: 'sabotage: loop',
      what: 'leaves the last line out',
      from: 'lines: group.lines.map(',
      to: 'lines: group.lines.slice(0, -1).map(',
    },
    {
      ...lines,
      kind: 'sabotage: loop',
      what: 'runs backwards',
      from: 'lines: group.lines.map(',
      to: 'lines: [...group.lines].reverse().map(',
    },
    {
      ...lines,
      kind: 'sabotage: loop',
      what: 'runs over the first line twice',
      from: 'lines: group.lines.map(',
      to: 'lines: [...group.lines.slice(0, 1), ...group.lines].map(',
    },
    {
      ...totals,
      what: 'forgets a rate',
      from: 'vatMinor: sumMinor(subtotals.map(',
      to: 'vatMinor: sumMinor(subtotals.slice(1).map(',
    },
    {
      ...totals,
      what: `asks for ${few} more`,
      from: 'payableMinor: sumMinor([grossMinor,',
      to: `payableMinor: sumMinor([${few}, grossMinor,`,
    },
    {
      ...template,
      what: 'marks the net total as payable',
      from: '{{money invoice.payable code=true}}',
      to: '{{money invoice.netTotal code=true}}',
      fields: /^payable$/,
    },
    {
      ...template,
      what: 'marks another day as due',
      from: '{{date invoice.dueDate}}',
      to: '{{date invoice.issueDate}}',
      fields: /^dueDate$/,
    },
    { ...template, what: 'marks the BIC as KID', from: '{{kid payment.kid}}', to: '{{payment.bic}}', fields: /^kid$/ },
  ];
}
