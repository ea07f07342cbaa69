import { viitenumero, withMod10, withMod11, withMod97 } from './check-digits.ts';
import type { Random } from './random.ts';

/** A valid source of chance, and whose document it is. */
export interface RandomSource {
  readonly json: { readonly session: object; readonly transaction: object };
  readonly brand: keyof typeof BRANDS;
  readonly locale: Locale;
  readonly template: (typeof TEMPLATES)[number];
  readonly lines: number;
}

const TEMPLATES = ['classic', 'modern', 'compact', 'consumer'] as const;
export const LOCALES = ['nb', 'nn', 'sv', 'fi', 'da', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const PARTY = {
  vatRegistered: true,
  payee: 'Kravia AS',
  email: 'faktura@eksempel.example',
  website: 'https://eksempel.example',
};

/** A seller of each country, with every word that its law asks for. */
export const BRANDS = {
  NO: {
    ...PARTY,
    name: 'Blåbær & Sønn',
    legalName: 'Blåbær & Sønn Håndverk AS',
    organizationNumber: '988077917',
    country: 'NO',
    address: { address_line: 'Storgata 1', postal_code: '0155', postal_place: 'Oslo', country: 'NO' },
    phone: '+4722000000',
    foretaksregisteret: true,
    texts: { intro: 'Takk for bestillingen, ordre 24 timer i døgnet.', footer: 'Åpent 9–17 på hverdager.' },
  },
  SE: {
    ...PARTY,
    name: 'Granskog Kontor',
    legalName: 'Granskog Kontor AB',
    organizationNumber: '5599142071',
    country: 'SE',
    address: { address_line: 'Hamngatan 8', postal_code: '411 14', postal_place: 'Göteborg', country: 'SE' },
    phone: '+4631000000',
    fSkatt: true,
    seat: 'Göteborg',
  },
  FI: {
    ...PARTY,
    name: 'Saimaan Paahtimo',
    legalName: 'Saimaan Paahtimo Oy',
    organizationNumber: '20774740',
    country: 'FI',
    address: { address_line: 'Satamatie 4', postal_code: '53900', postal_place: 'Lappeenranta', country: 'FI' },
    phone: '+358500000000',
    seat: 'Lappeenranta',
    texts: { terms: 'Viivästyskorko 11,5 %.' },
  },
} as const;

const RATES = { NO: [25, 25, 15, 12, 0], SE: [25, 25, 12, 6, 0], FI: [25.5, 25.5, 13.5, 10, 0] } as const;
const PLACES: Readonly<Record<keyof typeof BRANDS, readonly (readonly [string, string, string])[]>> = {
  NO: [
    ['Havnegata', '5003', 'Bergen'],
    ['Øvre Ålgård vei', '9008', 'Tromsø'],
  ],
  SE: [
    ['Ängsgatan', '431 30', 'Mölndal'],
    ['Åsögatan', '111 22', 'Stockholm'],
  ],
  FI: [
    ['Torikatu', '44100', 'Äänekoski'],
    ['Mannerheimintie', '00100', 'Helsinki'],
  ],
};
const NAMES = [
  'Havnegata Bakeri og Kafé',
  'Västkustens Städ & Miljö',
  'Kahvila Äänekoski',
  'Ærø Møbler "1922"',
] as const;
const GOODS = [
  ...['Espresso Fjord, hele bønner 1 kg', 'Kopp i porselen 20 cl', 'Service på kvern', 'Papirfilter 110 mm, 1 000 stk'],
  ...[
    'Höj- och sänkbart skrivbord 160 × 80',
    'Konferenslunch',
    'Turbok: 50 topper i Troms',
    'Hodelykt 600 lumen, IP67',
  ],
  ...['Ullundertøy Finnmark, genser', 'Kaapeli 2,5 mm² 100 m', 'Rådgivning uke 47', 'Lisens 2026-2027'],
] as const;
const UNITS = [null, null, 'pk', 'stk', 'time', 'm²'] as const;

/** A source that must be printed and proven: any country, currency, language and kind of line. */
export function createRandomSource(random: Random, lineCount = chooseLineCount(random)): RandomSource {
  const brand = random.pick(['NO', 'SE', 'FI'] as const);
  // Norwegian documents are in a language that bokføringsloven § 12 knows.
  const locale = random.pick(LOCALES.filter((tag) => brand !== 'NO' || tag !== 'fi'));
  const currency = { NO: 'NOK', SE: 'SEK', FI: 'EUR' }[brand];
  const items = createItems(random, brand, lineCount);
  const shipping = random.oneIn(3) ? createShipping(random, brand) : undefined;
  const gross = [...items, ...(shipping ? [shipping] : [])].reduce((sum, item) => sum + item.amount, 0);
  const order = createOrder(random, brand, { currency, items, shipping, gross });
  const template = random.pick(TEMPLATES);
  return { json: toRecord(random, brand, order), brand, template, locale, lines: lineCount };
}

/** Mostly few, sometimes hundreds. */
function chooseLineCount(random: Random): number {
  if (random.oneIn(100)) return 1 + random.integer(500);
  return random.oneIn(8) ? 10 + random.integer(50) : 1 + random.integer(9);
}

interface Item {
  readonly amount: number;
  readonly [key: string]: unknown;
}

function createItems(random: Random, brand: keyof typeof BRANDS, count: number): Item[] {
  const items = Array.from({ length: count }, (_, index): Item => {
    const quantity = random.oneIn(4) ? (1 + random.integer(400)) / 4 : 1 + random.integer(random.oneIn(3) ? 200 : 9);
    const before = 1 + Math.round(quantity * (random.oneIn(9) ? random.integer(2_000_000) : random.integer(60_000)));
    const percent = random.oneIn(6) ? random.pick([5, 10, 12.5, 25]) : 0;
    const discount = Math.round((before * percent) / 100);
    return {
      id: `A-${random.digits(4)}`,
      line_id: String(index + 1),
      description: toDescription(random),
      quantity,
      unit: random.pick(UNITS),
      amount: before - discount,
      vat: random.pick(RATES[brand]),
      ...(random.oneIn(3) ? { groups: [{ id: 'g', name: random.pick(['Kaffe', 'Møbler']) }] } : {}),
      ...(discount === 0
        ? {}
        : {
            gross_amount: before,
            discount_lines: [{ amount: discount, percentage: percent, description: 'Kampanje' }],
          }),
    };
  });
  if (random.oneIn(8))
    items.push({ line_id: 'rounding-fee', description: 'Avrunding', vat: 0, amount: 1 + random.integer(98) });
  return items;
}

function toDescription(random: Random): string {
  const words = random.pick(GOODS);
  if (random.oneIn(12)) return `${words}, ${random.pick(GOODS)}, ${random.pick(GOODS)}`;
  return random.oneIn(3) ? `${words} ${random.digits(random.integer(4) + 1)}` : words;
}

function createShipping(random: Random, brand: keyof typeof BRANDS): Item {
  const [vat] = RATES[brand];
  return {
    id: 'frakt',
    line_id: 'frakt-1',
    title: 'Frakt til døren',
    operator: 'Posten',
    amount: 100 + random.integer(90_000),
    vat,
  };
}

interface Order {
  readonly order: object;
  readonly items: readonly object[];
  readonly payable: number;
  readonly currency: string;
}

function createOrder(
  random: Random,
  brand: keyof typeof BRANDS,
  { currency, items, shipping, gross }: { currency: string; items: Item[]; shipping: Item | undefined; gross: number },
): Order {
  const prepaid = random.oneIn(8) ? Math.floor(gross / (2 + random.integer(6))) : 0;
  const [street, postal_code, postal_place] = random.pick(PLACES[brand]);
  const isBusiness = !random.oneIn(3);
  const billing_address = {
    first_name: 'Kari',
    last_name: random.pick(['Nordmann', 'Østergård-Ångström', 'Meikäläinen']),
    ...(isBusiness ? { business_name: random.pick(NAMES), organization_number: ORGANIZATIONS[brand] } : {}),
    address_line: `${street} ${1 + random.integer(200)}`,
    ...(random.oneIn(4) ? { address_line_2: `Leilighet ${100 + random.integer(300)}` } : {}),
    postal_code,
    postal_place,
    country: brand,
    ...(random.oneIn(3) ? { customer_reference: `Innkjøp ${random.digits(4)}` } : {}),
    ...(random.oneIn(6) ? { cost_center: random.digits(4) } : {}),
  };
  return {
    currency,
    payable: gross - prepaid,
    items: [...items, ...(shipping ? [{ ...shipping, type: 'shipping', description: shipping['title'] }] : [])],
    order: {
      amount: gross,
      currency,
      merchant_reference: `FK-${random.digits(5)}`,
      ...(random.oneIn(5) ? { merchant_reference_2: `P-${random.digits(6)}` } : {}),
      items,
      billing_address,
      ...(shipping ? { shipping_option: shipping } : {}),
      ...(prepaid === 0 ? {} : { gift_cards: [{ type: 'dintero.wallets', amount: prepaid }] }),
    },
  };
}

const ORGANIZATIONS = { NO: '927500116', SE: '559931-1866', FI: '0112038-9' } as const;

function toRecord(
  random: Random,
  brand: keyof typeof BRANDS,
  { order, items, payable, currency }: Order,
): RandomSource['json'] {
  const day = `2026-${String(5 + random.integer(7)).padStart(2, '0')}-${String(1 + random.integer(28)).padStart(2, '0')}`;
  const days = random.pick([10, 14, 30]);
  const due = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const account = 'P24680135';
  const ids = { session_id: `${account}.S${random.digits(8)}`, transaction_id: `${account}.T${random.digits(8)}` };
  const number = `${random.digits(5)}-${random.digits(6)}`;
  return {
    session: {
      id: ids.session_id,
      created_at: `${day}T08:11:40.000Z`,
      order,
      configuration: { kravia: { invoice_b2b: { enabled: true, days_until_due: days, invoice_channel: 'merchant' } } },
      transaction_id: ids.transaction_id,
    },
    transaction: {
      id: ids.transaction_id,
      session_id: ids.session_id,
      amount: payable,
      currency,
      status: 'AUTHORIZED',
      payment_product: 'kravia',
      payment_product_type: 'kravia.invoice_b2b',
      created_at: `${day}T08:14:02.000Z`,
      items,
      metadata: { 'kravia:invoice_number': number, ...toPayment(random, brand) },
      events: [
        {
          event: 'INITIATE_CAPTURE',
          success: true,
          created_at: `${day}T12:30:00.000Z`,
          amount: payable,
          metadata: { 'kravia:invoice_number': number, 'kravia:invoice_date': day, 'kravia:invoice_due_date': due },
        },
      ],
    },
  };
}

function toPayment(random: Random, brand: keyof typeof BRANDS): Readonly<Record<string, string>> {
  const key = (name: string) => `kravia:payment_details:${name}`;
  switch (brand) {
    case 'NO': {
      const bban = until(() => withMod11(`1506${random.digits(6)}`));
      return {
        [key('bank_account:bban')]: bban,
        [key('bank_account:iban')]: withMod97('NO', bban),
        [key('bank_account:swift')]: 'DNBANOKKXXX',
        [key('kid')]: withMod10(`3${random.digits(13)}`),
      };
    }
    case 'SE':
      return {
        [key('bank_account:iban')]: withMod97('SE', `500${random.digits(17)}`),
        [key('bank_account:swift')]: 'ESSESESS',
        [key('kid')]: withMod10(`771${random.digits(7)}2`),
      };
    case 'FI': {
      const reference = viitenumero(`2${random.digits(9)}`);
      return {
        [key('bank_account:iban')]: withMod97('FI', withMod10(`5${random.digits(12)}`)),
        [key('bank_account:swift')]: 'OKOYFIHH',
        [key('kid')]: random.oneIn(2) ? reference : withMod97('RF', reference),
      };
    }
  }
}

function until(make: () => string | null): string {
  const made = make();
  return made ?? until(make);
}
