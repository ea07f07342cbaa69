import type { CalendarDate } from '#dist/base/index.js';
import {
  computeVat,
  type DraftLine,
  findUnitPrices,
  type Invoice,
  type InvoiceLine,
  toTotals,
  type VatCategory,
} from '#dist/invoice/index.js';

/** What a sample line is made of; the rest follows. */
export interface SampleLine {
  readonly grossMinor: number;
  readonly rateBps: number;
  readonly category?: VatCategory;
  readonly units?: number;
  readonly exemption?: string;
}

/** A whole, consistent Norwegian invoice over the given lines, with any part replaced. */
export function sampleInvoice(lines: readonly SampleLine[], replaced: Partial<Invoice> = {}): Invoice {
  const drafts = lines.map(
    (line): DraftLine => ({
      grossMinor: line.grossMinor,
      rateBps: line.rateBps,
      category: line.category ?? (line.rateBps === 0 ? 'Z' : 'S'),
      givenVatMinor: null,
      quantity: { units: line.units ?? 1, scale: 0 },
    }),
  );
  const { lines: vatLines, subtotals } = computeVat(drafts);
  const vat = subtotals.map(({ origin, ...sums }) => ({
    ...sums,
    exemption: lines.find((line) => line.category === sums.category)?.exemption ?? null,
  }));
  return {
    kind: 'invoice',
    number: '16788-000018',
    originalNumber: null,
    issueDate: { date: day('2026-11-23'), origin: 'event' },
    dueDate: { date: day('2026-12-07'), origin: 'event' },
    deliveryDate: day('2026-11-20'),
    deliveryPlace: 'Bergen',
    currency: 'NOK',
    seller: {
      name: 'Fjord Kaffe AS',
      tradeName: 'Fjord Kaffe',
      organizationNumber: '988077917',
      vatRegistered: true,
      address: { lines: ['Storgata 1'], postalCode: '0155', postalPlace: 'Oslo', country: 'NO' },
      country: 'NO',
      email: null,
      phone: null,
      website: null,
      statements: { foretaksregisteret: null, fTax: null, registeredOffice: null },
      endpoint: null,
    },
    buyer: {
      name: 'Havnegata Bakeri og Kafé AS',
      contact: null,
      organizationNumber: '927500116',
      address: { lines: ['Havnegata 14'], postalCode: '5003', postalPlace: 'Bergen', country: 'NO' },
      country: 'NO',
    },
    deliveryAddress: null,
    lines: drafts.map((draft, index) => toLine(draft, vatLines[index], index + 1)),
    vat,
    totals: toTotals(subtotals, { roundingMinor: 0, prepaidMinor: 0, vatNational: null }),
    payment: {
      kid: '300000019497814',
      kidKind: 'kid-mod10',
      bban: '15063092174',
      iban: 'NO0215063092174',
      bic: 'DNBANOKKXXX',
      payee: 'Kravia AS',
    },
    references: { transactionId: 'T12345678.4ZkDvy', order: 'FK-20418', order2: null, buyer: null, costCenter: null },
    edition: { copy: false, note: null, attachmentPages: null },
    test: false,
    warnings: [],
    ...replaced,
  };
}

export function day(text: string): CalendarDate {
  return text as CalendarDate;
}

function toLine(
  draft: DraftLine,
  vat: { readonly netMinor: number; readonly vatMinor: number } | undefined,
  position: number,
): InvoiceLine {
  if (vat === undefined) throw new Error(`line ${position} has no VAT`);
  const { net, gross } = findUnitPrices({ ...vat, ...draft, discount: null });
  return {
    position,
    type: 'sale',
    sku: null,
    description: `Vare ${position}`,
    detail: null,
    group: null,
    quantity: draft.quantity,
    unit: null,
    unitPriceNet: net,
    unitPriceGross: gross,
    discount: null,
    category: draft.category ?? (draft.rateBps === 0 ? 'Z' : 'S'),
    rateBps: draft.rateBps,
    netMinor: vat.netMinor,
    vatMinor: vat.vatMinor,
    grossMinor: draft.grossMinor,
  };
}
