import { type CalendarDate, vatInGross } from '#dist/base/index.js';
import type { Invoice, InvoiceLine, VatSubtotal } from '#dist/invoice/index.js';

interface SampleLine {
  readonly description: string;
  readonly quantity: readonly [units: number, scale: number];
  readonly unit: string | null;
  /** Net, in øre. */
  readonly price: number;
  readonly rateBps: number;
  readonly grossMinor: number;
  readonly discountBps?: number;
}

const COMP_LINES: readonly SampleLine[] = [
  line('Espresso Fjord, hele bønner 1 kg', [24, 0], 'pk', 186_00, 1500, 5133_60),
  line('Filterkaffe Morgen, malt 500 g', [40, 0], 'pk', 78_00, 1500, 3588_00),
  line('Koffeinfri Kveld, hele bønner 1 kg', [6, 0], 'pk', 194_00, 1500, 1338_60),
  line('Havredrikk barista 1 liter', [48, 0], 'stk', 21_50, 1500, 1186_80),
  line('Papirfilter 110 mm, 1\u00a0000 stk', [5, 0], 'eske', 89_00, 2500, 556_25),
  { ...line('Kopp i porselen 20 cl', [36, 0], 'stk', 64_00, 2500, 2592_00), discountBps: 1000 },
  line('Avkalking, 12 poser', [2, 0], 'eske', 249_00, 2500, 622_50),
  line('Service på kvern', [15, 1], 'time', 890_00, 2500, 1668_75),
  line('Frakt til døren', [1, 0], null, 320_00, 2500, 400_00),
];

/** The invoice that the design's comp of `classic` shows; `count` repeats or cuts its nine lines. */
export function sampleInvoice(changes: Partial<Invoice> = {}, count = COMP_LINES.length): Invoice {
  const lines = Array.from({ length: count }, (_, index) => {
    const sample = COMP_LINES[index % COMP_LINES.length];
    if (sample === undefined) throw new Error('Unexpected lack of lines');
    return toLine(sample, index + 1);
  });
  const vat = [2500, 1500].map((rateBps) => toSubtotal(lines, rateBps)).filter(({ grossMinor }) => grossMinor !== 0);
  const grossMinor = sum(lines.map((each) => each.grossMinor));
  const vatMinor = sum(lines.map((each) => each.vatMinor));
  return {
    kind: 'invoice',
    number: '16788-000018',
    originalNumber: null,
    issueDate: { date: '2026-11-23' as CalendarDate, origin: 'event' },
    dueDate: { date: '2026-12-07' as CalendarDate, origin: 'event' },
    deliveryDate: '2026-11-20' as CalendarDate,
    deliveryPlace: 'Bergen',
    currency: 'NOK',
    seller: {
      name: 'Fjord Kaffe AS',
      tradeName: 'Fjord Kaffe',
      organizationNumber: '988077917',
      vatRegistered: true,
      address: { lines: ['Storgata 1'], postalCode: '0155', postalPlace: 'Oslo', country: 'NO' },
      country: 'NO',
      email: 'faktura@fjordkaffe.example',
      phone: '+4722000000',
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
    lines,
    vat,
    totals: {
      netMinor: grossMinor - vatMinor,
      vatMinor,
      grossMinor,
      roundingMinor: 0,
      prepaidMinor: 0,
      payableMinor: grossMinor,
      vatNational: null,
    },
    payment: {
      kid: '300000019497814',
      kidKind: 'kid-mod10',
      bban: '15063092174',
      iban: 'NO0215063092174',
      bic: 'DNBANOKKXXX',
      payee: 'Kravia AS',
    },
    references: {
      transactionId: 'P12345678.abc',
      order: 'FK-20418',
      order2: null,
      buyer: 'Innkjøp 4410',
      costCenter: null,
    },
    edition: { copy: false, note: null, attachmentPages: null },
    test: false,
    warnings: [],
    ...changes,
  };
}

/** The credit note that takes it back. */
export function sampleCreditNote(): Invoice {
  return sampleInvoice({
    kind: 'credit-note',
    number: 'K-1',
    originalNumber: '16788-000018',
    dueDate: null,
    payment: null,
  });
}

/** The contract's brand file with what the comp prints besides. */
export const SAMPLE_BRAND = {
  name: 'Fjord Kaffe',
  legalName: 'Fjord Kaffe AS',
  organizationNumber: '988077917',
  country: 'NO',
  vatRegistered: true,
  address: { address_line: 'Storgata 1', postal_code: '0155', postal_place: 'Oslo', country: 'NO' },
  email: 'faktura@fjordkaffe.example',
  phone: '+4722000000',
  website: 'https://fjordkaffe.example',
  foretaksregisteret: true,
  colors: { accent: '#0b5d6b' },
  payee: 'Kravia AS',
  locale: 'nb',
  texts: { intro: 'Takk for bestillingen. Fakturaen gjelder leveransen til Bergen 20.\u00a0november.' },
  labels: { nb: { invoice: 'Faktura' } },
  endpoint: { scheme: '0192', id: '988077917' },
  template: { name: 'classic', options: {} },
};

function line(
  description: string,
  quantity: SampleLine['quantity'],
  unit: string | null,
  price: number,
  rateBps: number,
  grossMinor: number,
): SampleLine {
  return { description, quantity, unit, price, rateBps, grossMinor };
}

function toLine(sample: SampleLine, position: number): InvoiceLine {
  const [units, scale] = sample.quantity;
  const vatMinor = vatInGross(sample.grossMinor, sample.rateBps);
  const fullNet = Math.round((sample.price * units) / 10 ** scale);
  const discountNet = fullNet - (sample.grossMinor - vatMinor);
  const withVat = (net: number): number => Math.round((net * (10_000 + sample.rateBps)) / 10_000);
  return {
    position,
    type: 'sale',
    sku: null,
    description: sample.description,
    detail: null,
    group: null,
    quantity: { units, scale },
    unit: sample.unit,
    unitPriceNet: { units: sample.price, scale: 2 },
    unitPriceGross: { units: withVat(sample.price * 100), scale: 4 },
    discount:
      sample.discountBps === undefined
        ? null
        : {
            grossMinor: withVat(discountNet),
            netMinor: discountNet,
            percentBps: sample.discountBps,
            description: null,
          },
    category: 'S',
    rateBps: sample.rateBps,
    netMinor: sample.grossMinor - vatMinor,
    vatMinor,
    grossMinor: sample.grossMinor,
  };
}

function toSubtotal(lines: readonly InvoiceLine[], rateBps: number): VatSubtotal {
  const own = lines.filter((each) => each.rateBps === rateBps);
  return {
    category: 'S',
    rateBps,
    netMinor: sum(own.map((each) => each.netMinor)),
    vatMinor: sum(own.map((each) => each.vatMinor)),
    grossMinor: sum(own.map((each) => each.grossMinor)),
    exemption: null,
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
