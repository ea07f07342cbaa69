import type { CalendarDate } from '../base/index.ts';
import type { Invoice, InvoiceLine } from '../invoice/index.ts';

/**
 * Two made-up documents that between them have everything an invoice can have: a Swedish seller in another currency than
 * its own, a buyer abroad, discounts, a line without VAT, rounding, a gift card; and the credit note for it. What the law
 * and the payment ask of these, some invoice will need, so every template must be able to print it.
 */
export function toProbeInvoices(): readonly [invoice: Invoice, creditNote: Invoice] {
  const creditNote: Invoice = {
    ...PROBE,
    kind: 'credit-note',
    number: '1000002',
    originalNumber: PROBE.number,
    dueDate: null,
    payment: null,
  };
  return [PROBE, creditNote];
}

const LINE: InvoiceLine = {
  position: 1,
  type: 'sale',
  sku: 'A-1',
  description: 'Vara',
  detail: 'Blå',
  group: { id: 'g', name: 'Grupp' },
  quantity: { units: 25, scale: 1 },
  unit: 'st',
  unitPriceNet: { units: 4444, scale: 2 },
  unitPriceGross: { units: 5555, scale: 2 },
  discount: { grossMinor: 1388, netMinor: 1110, percentBps: 1000, description: 'Rabatt' },
  category: 'S',
  rateBps: 2500,
  netMinor: 10_000,
  vatMinor: 2500,
  grossMinor: 12_500,
};

const EXEMPT_LINE: InvoiceLine = {
  ...LINE,
  position: 2,
  discount: { grossMinor: 100, netMinor: 100, percentBps: null, description: null },
  category: 'E',
  rateBps: 0,
  netMinor: 5000,
  vatMinor: 0,
  grossMinor: 5000,
};

const PROBE: Invoice = {
  kind: 'invoice',
  number: '1000001',
  originalNumber: null,
  issueDate: { date: '2026-11-23' as CalendarDate, origin: 'event' },
  dueDate: { date: '2026-12-07' as CalendarDate, origin: 'event' },
  deliveryDate: '2026-11-20' as CalendarDate,
  deliveryPlace: 'Oslo',
  currency: 'NOK',
  seller: {
    name: 'Exempel AB',
    tradeName: 'Exempel',
    organizationNumber: '5566778899',
    vatRegistered: true,
    address: { lines: ['Storgatan 1'], postalCode: '11122', postalPlace: 'Stockholm', country: 'SE' },
    country: 'SE',
    email: 'faktura@exempel.example',
    phone: '+4687000000',
    website: 'https://exempel.example',
    statements: { foretaksregisteret: null, fTax: null, registeredOffice: null },
    endpoint: null,
  },
  buyer: {
    name: 'Eksempel AS',
    contact: 'Kari Nordmann',
    organizationNumber: '988077917',
    address: { lines: ['c/o Nordmann', 'Storgata 1'], postalCode: '0155', postalPlace: 'Oslo', country: 'NO' },
    country: 'NO',
  },
  deliveryAddress: { lines: ['Havnegata 2'], postalCode: '0150', postalPlace: 'Oslo', country: 'NO' },
  lines: [LINE, EXEMPT_LINE],
  vat: [
    { category: 'S', rateBps: 2500, netMinor: 10_000, vatMinor: 2500, grossMinor: 12_500, exemption: null },
    {
      category: 'E',
      rateBps: 0,
      netMinor: 5000,
      vatMinor: 0,
      grossMinor: 5000,
      exemption: 'Undantag från skatteplikt',
    },
  ],
  totals: {
    netMinor: 15_000,
    vatMinor: 2500,
    grossMinor: 17_500,
    roundingMinor: 50,
    prepaidMinor: 2550,
    payableMinor: 15_000,
    vatNational: { minor: 2400, currency: 'SEK', rate: { units: 96, scale: 2 } },
  },
  payment: {
    kid: '12345674',
    kidKind: 'kid-mod10',
    bban: '15063092174',
    iban: 'NO0215063092174',
    bic: 'DNBANOKKXXX',
    payee: 'Kravia AS',
  },
  references: { transactionId: 'T1.x', order: 'O-1', order2: 'O-2', buyer: 'Ref', costCenter: '4410' },
  edition: { copy: true, note: 'Merknad', attachmentPages: 2 },
  test: true,
  warnings: [],
};
