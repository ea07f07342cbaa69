import type { CalendarDate } from '#dist/base/index.js';
import type { CheckContext } from '#dist/check/index.js';
import type { Example } from '#dist/check/rule.js';
import { toEInvoiceFile } from '#dist/einvoice/index.js';
import { type Fact, type FactValue, type Invoice, type Seller, toFacts } from '#dist/invoice/index.js';
import type {
  ReadAttachment,
  ReadDocument,
  ReadFont,
  ReadGlyph,
  ReadPage,
  ReadSymbol,
  StructureNode,
  TextRun,
  TextSight,
  TrustedFace,
} from '#dist/readback/index.js';

const day = (text: string) => text as CalendarDate;

/** An invoice of three lines and two rates, small enough to check by hand. */
export const INVOICE: Invoice = {
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
    email: 'faktura@fjordkaffe.example',
    phone: '+4722000000',
    website: null,
    statements: { foretaksregisteret: null, fTax: null, registeredOffice: null },
    endpoint: { scheme: '0192', id: '988077917' },
  },
  buyer: {
    name: 'Havnegata Bakeri og Kafé AS',
    contact: null,
    organizationNumber: '927500116',
    address: { lines: ['Havnegata 14'], postalCode: '5003', postalPlace: 'Bergen', country: 'NO' },
    country: 'NO',
  },
  deliveryAddress: null,
  lines: [
    {
      position: 1,
      type: 'sale',
      sku: 'KF-1',
      description: 'Espresso Fjord, hele bønner 1 kg',
      detail: null,
      group: null,
      quantity: { units: 3, scale: 0 },
      unit: 'pk',
      unitPriceNet: { units: 20000, scale: 2 },
      unitPriceGross: { units: 23000, scale: 2 },
      discount: null,
      category: 'S',
      rateBps: 1500,
      netMinor: 60000,
      vatMinor: 9000,
      grossMinor: 69000,
    },
    {
      position: 2,
      type: 'sale',
      sku: null,
      description: 'Kopp i porselen 20 cl',
      detail: null,
      group: null,
      quantity: { units: 2, scale: 0 },
      unit: null,
      unitPriceNet: { units: 20000, scale: 2 },
      unitPriceGross: { units: 25000, scale: 2 },
      discount: { grossMinor: 5000, netMinor: 4000, percentBps: 1000, description: null },
      category: 'S',
      rateBps: 2500,
      netMinor: 36000,
      vatMinor: 9000,
      grossMinor: 45000,
    },
    {
      position: 3,
      type: 'shipping',
      sku: null,
      description: 'Frakt til døren',
      detail: null,
      group: null,
      quantity: { units: 1, scale: 0 },
      unit: null,
      unitPriceNet: { units: 8800, scale: 2 },
      unitPriceGross: { units: 11000, scale: 2 },
      discount: null,
      category: 'S',
      rateBps: 2500,
      netMinor: 8800,
      vatMinor: 2200,
      grossMinor: 11000,
    },
  ],
  vat: [
    { category: 'S', rateBps: 2500, netMinor: 44800, vatMinor: 11200, grossMinor: 56000, exemption: null },
    { category: 'S', rateBps: 1500, netMinor: 60000, vatMinor: 9000, grossMinor: 69000, exemption: null },
  ],
  totals: {
    netMinor: 104800,
    vatMinor: 20200,
    grossMinor: 125000,
    roundingMinor: 0,
    prepaidMinor: 0,
    payableMinor: 125000,
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
    transactionId: 'T12345678.4ZkDvy',
    order: 'FK-20418',
    order2: null,
    buyer: 'Innkjøp 4410',
    costCenter: null,
  },
  edition: { copy: false, note: null, attachmentPages: null },
  test: false,
  warnings: [],
};

/** Sellers of the other countries that have rules of their own. */
const SELLERS: Readonly<Record<string, Partial<Seller>>> = {
  SE: { name: 'Skärgårdens Te AB', organizationNumber: '5566778899', country: 'SE' },
  FI: { name: 'Saimaan Kahvi Oy', organizationNumber: '20774740', country: 'FI' },
};

/** The invoice that an example is about: the specimen's own but for what its edits say of seller, tax and kind. */
export function toExampleInvoice(edits: Example): Invoice {
  let invoice = INVOICE;
  for (const edit of edits) invoice = editInvoice(invoice, edit);
  return invoice;
}

function editInvoice(invoice: Invoice, edit: string): Invoice {
  const [verb, name = '', ...words] = edit.split(' ');
  switch (verb) {
    case 'seller':
      return { ...invoice, seller: toSeller(invoice, name, words.join(' ')) };
    case 'exempt':
      return withoutVat(invoice, 1, 'E', [name, ...words].join(' '));
    case 'reverse-charge':
      return withoutVat(withoutVat(invoice, 1, 'AE', null), 0, 'AE', null);
    case 'vat-national': {
      const vatNational = { minor: Number(name), currency: 'SEK' as const, rate: { units: 1, scale: 0 } };
      return { ...invoice, totals: { ...invoice.totals, vatNational } };
    }
    case 'credits':
      return { ...invoice, kind: 'credit-note', originalNumber: name, dueDate: null, payment: null };
    default:
      return invoice;
  }
}

function toSeller({ seller }: Invoice, what: string, value: string): Seller {
  if (seller === null) throw new Error('the specimen has lost its seller');
  const { statements } = seller;
  switch (what) {
    case 'foretaksregisteret':
      return { ...seller, statements: { ...statements, foretaksregisteret: true } };
    case 'f-tax':
      return { ...seller, statements: { ...statements, fTax: true } };
    case 'registered-office':
      return { ...seller, statements: { ...statements, registeredOffice: value } };
    default:
      return { ...seller, ...SELLERS[what] };
  }
}

/** The invoice without tax on what one of its rates was charged on; the gross sums stay. */
function withoutVat(invoice: Invoice, at: 0 | 1, category: 'E' | 'AE', exemption: string | null): Invoice {
  const rateBps = INVOICE.vat[at]?.rateBps;
  const lines = invoice.lines.map((line) =>
    line.rateBps === rateBps
      ? { ...line, category, rateBps: 0, netMinor: line.grossMinor, vatMinor: 0, unitPriceNet: line.unitPriceGross }
      : line,
  );
  const kept = invoice.vat.filter((subtotal) => subtotal.rateBps !== rateBps && subtotal.category !== category);
  const sum = (of: 'netMinor' | 'vatMinor') => lines.reduce((total, line) => total + line[of], 0);
  const grossMinor = lines
    .filter((line) => line.category === category)
    .reduce((total, line) => total + line.grossMinor, 0);
  const untaxed = { category, rateBps: 0, netMinor: grossMinor, vatMinor: 0, grossMinor, exemption };
  const totals = { ...invoice.totals, netMinor: sum('netMinor'), vatMinor: sum('vatMinor') };
  return { ...invoice, lines, vat: [...kept, untaxed], totals };
}

/** One stretch of text of a specimen page. */
interface Block {
  fact: string | null;
  text: string;
  /** Key of the table row it stands in; null outside the table. */
  row: string | null;
  artifact: boolean;
  /** Whether the structure has a place for it. */
  linked: boolean;
  /** Put over it as alternative text. */
  alternative: string | null;
  /** On a line of its own, or on that of the block before it: directly after, in the next column, or on top. */
  place: 'below' | 'after' | 'beside' | 'over';
  size: number;
}

interface Draft {
  blocks: Block[];
  info: Record<string, string>;
  xmp: Record<string, string>;
  language: string | null;
  tagged: boolean;
  scripts: boolean;
  forms: boolean;
  annotations: string[];
  links: string[];
  sights: TextSight[];
  attachments: ReadAttachment[];
  font: ReadFont;
  symbols: ReadSymbol[];
  figures: string[];
  revisions: number;
  trailingBytes: number;
  damagedStreams: number;
  strangeParts: string[];
  disagreements: string[];
  structureReversed: boolean;
  structureFault: string | null;
}

/** What the one who checks is told of an example besides file and invoice: the brand's own words, and fonts. */
export function toContext(edits: Example): CheckContext {
  const texts = edits.filter((edit) => edit.startsWith('brand ')).map((edit) => edit.slice('brand '.length));
  return { texts, faces: findFace };
}

/** A right document of an invoice, as if it had been read, with an example's edits done to it. */
export function makeSpecimen(edits: Example = [], invoice: Invoice = toExampleInvoice(edits)): ReadDocument {
  const name = invoice.kind === 'invoice' ? 'Faktura' : 'Kreditnota';
  const { seller } = invoice;
  const vatNumber = seller?.country === 'SE' ? [block(null, `SE${seller.organizationNumber}01`)] : [];
  const draft: Draft = {
    blocks: [
      ...toFacts(invoice).flatMap((fact) => toBlocks(fact)),
      ...(invoice.deliveryPlace === null ? [] : [block(null, `Leveringssted ${invoice.deliveryPlace}`)]),
      ...vatNumber,
    ],
    info: {
      Title: `${name} ${invoice.number}`,
      CreationDate: `D:${invoice.issueDate.date.replaceAll('-', '')}000000Z`,
    },
    xmp: {
      'dc:title': `${name} ${invoice.number}`,
      'xmp:createdate': `${invoice.issueDate.date}T00:00:00Z`,
      'pdfaid:part': '3',
      'pdfaid:conformance': 'A',
      'pdfuaid:part': '1',
    },
    language: 'nb',
    tagged: true,
    scripts: false,
    forms: false,
    annotations: [],
    links: [],
    sights: [],
    symbols: [],
    figures: [],
    font: { font: 'f1', name: 'ABCDEF+Specimen', fault: null, glyphs: [] },
    attachments: [],
    revisions: 1,
    trailingBytes: 0,
    damagedStreams: 0,
    strangeParts: [],
    disagreements: [],
    structureReversed: false,
    structureFault: null,
  };
  for (const edit of edits) applyEdit(draft, edit);
  return toReadDocument(draft);
}

function toBlocks({ name, value }: Fact): Block[] {
  const row = /^line\.\d+/.exec(name)?.[0] ?? null;
  const label = block(null, LABELS[name.replace(/\.\d+(?=\.|$)/, '')] ?? name);
  return row === null ? [label, block(name, print(value))] : [block(name, print(value), row)];
}

/** As a plain document would name them; what is not here bears its fact's name. */
const LABELS: Readonly<Record<string, string>> = {
  kind: 'Dokument',
  invoiceNumber: 'Fakturanummer',
  originalInvoice: 'Gjelder faktura',
  invoiceDate: 'Fakturadato',
  dueDate: 'Forfallsdato',
  deliveryDate: 'Levert',
  orderReference: 'Ordrenummer',
  buyerReference: 'Deres referanse',
  'seller.organizationNumber': 'Org.nr.',
  'buyer.organizationNumber': 'Kundens org.nr.',
  'vat.rate': 'Mva-sats',
  'vat.net': 'Grunnlag',
  'vat.vat': 'Mva',
  netTotal: 'Sum eks. mva',
  vatTotal: 'Merverdiavgift',
  grossTotal: 'Sum inkl. mva',
  payable: 'Å betale',
  kid: 'KID',
  bban: 'Kontonummer',
  iban: 'IBAN',
  bic: 'BIC',
  payee: 'Mottaker',
  exemption: 'Merknad',
  vatTotalNational: 'Mva i SEK',
};

function block(fact: string | null, text: string, row: string | null = null): Block {
  return { fact, text, row, artifact: false, linked: true, alternative: null, place: 'below', size: 10 };
}

/** Norwegian, as a plain printer would have it. */
export function print(value: FactValue): string {
  switch (value.kind) {
    case 'document-kind':
      return value.documentKind === 'invoice' ? 'Faktura' : 'Kreditnota';
    case 'text':
      return value.text;
    case 'reference':
      return value.reference;
    case 'date':
      return value.date.split('-').map(Number).reverse().join('.');
    case 'money':
      return amount(value.minor);
    case 'currency':
      return value.currency;
    case 'rate':
      return `${String(value.rateBps / 100).replace('.', ',')} %`;
    case 'quantity':
      return String(value.quantity.units / 10 ** value.quantity.scale).replace('.', ',');
    case 'unit-price':
      return amount(value.net.units);
    case 'discount':
      return value.percentBps === null ? amount(value.grossMinor) : `${value.percentBps / 100} %`;
    case 'address':
      return [...value.address.lines, `${value.address.postalCode} ${value.address.postalPlace}`].join(', ');
    case 'organization-number':
      return value.country === 'NO' && value.vatRegistered ? `${value.value} MVA` : value.value;
  }
}

/** `ubl` or `cii`, alone or with one replacement done to it: `ubl: what stands => what shall stand`. */
function toEInvoiceAttachment(edit: string): { name: string; content: Uint8Array } {
  const [syntax = '', replacement] = splitAt(edit, ': ');
  const { name, bytes } = toEInvoiceFile(INVOICE, syntax === 'cii' ? 'cii' : 'ubl');
  const [from = '', to = ''] = splitAt(replacement ?? '', ' => ');
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.includes(from)) throw new Error(`No ${from} to edit`);
  return { name, content: Buffer.from(text.replace(from, () => to)) };
}

function amount(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${minor < 0 ? '−' : ''}${whole},${digits.slice(-2)}`;
}

function applyEdit(draft: Draft, edit: string): void {
  const [verb = '', ...words] = edit.split(' ');
  const rest = words.join(' ');
  const named = (name: string) => (b: Block) => b.fact !== null && (b.fact === name || b.fact.startsWith(`${name}.`));
  const change = (name: string, how: (b: Block) => void) => {
    const found = draft.blocks.filter(name === 'all' ? (b) => b.fact !== null : named(name));
    if (found.length === 0) throw new Error(`No ${name} to edit`);
    found.forEach(how);
  };
  const [name = '', text = ''] = splitAt(rest, verb === 'add' ? ': ' : ' = ');
  const assign = (target: Record<string, string>) => {
    if (rest.endsWith(' =')) delete target[rest.slice(0, -2)];
    else target[name] = text;
  };
  if (verb.endsWith(':')) {
    change(verb.slice(0, -1), (b) => {
      b.text = rest;
    });
    return;
  }
  switch (verb) {
    case 'drop':
      change(rest, () => undefined);
      draft.blocks = draft.blocks.filter((b) => !named(rest)(b));
      return;
    case 'add':
      draft.blocks.push(block(null, name), block(name, text, /^line\.\d+/.exec(name)?.[0] ?? null));
      return;
    case 'text':
      draft.blocks.push(block(null, rest));
      return;
    case 'touch':
    case 'beside':
    case 'over':
      change(name, () => undefined);
      draft.blocks = draft.blocks.flatMap((b) =>
        named(name)(b) ? [b, { ...block(null, text, b.row), place: verb === 'touch' ? 'after' : verb }] : [b],
      );
      return;
    case 'double': {
      const copies = draft.blocks
        .filter(named(rest))
        .map((b) => ({ ...b, row: b.row === null ? null : `${b.row} again` }));
      const last = draft.blocks.findLastIndex(named(rest));
      draft.blocks.splice(last + 1, 0, block(null, 'again'), ...copies);
      return;
    }
    case 'label': {
      const at = draft.blocks.findIndex(named(name));
      const label = draft.blocks[at - 1];
      if (label === undefined || label.fact !== null) throw new Error(`No label of ${name} to edit`);
      label.text = text;
      return;
    }
    case 'swap': {
      const first = draft.blocks.filter(named(words[0] ?? ''));
      const second = draft.blocks.filter(named(words[1] ?? ''));
      const at = draft.blocks.findIndex(named(words[0] ?? ''));
      draft.blocks = draft.blocks.filter((b) => !first.includes(b) && !second.includes(b));
      draft.blocks.splice(at, 0, ...second, ...first);
      return;
    }
    case 'merge':
      change(words[2] ?? '', (b) => {
        b.row = words[1] ?? '';
      });
      return;
    case 'unmark':
      change(rest, (b) => {
        b.fact = null;
      });
      return;
    case 'unlink':
      change(rest, (b) => {
        b.linked = false;
      });
      return;
    case 'furniture':
      change(rest, (b) => {
        b.artifact = true;
        b.linked = false;
      });
      return;
    case 'alternative':
      change(name, (b) => {
        b.alternative = text;
      });
      return;
    case 'reverse':
      draft.structureReversed = true;
      return;
    case 'seller':
    case 'exempt':
    case 'reverse-charge':
    case 'vat-national':
    case 'credits':
      // Said of the invoice; see `toExampleInvoice`.
      return;
    case 'unsay':
      draft.blocks = draft.blocks.filter(({ text: said }) => said !== rest);
      return;
    case 'brand':
      // What the brand says is told beside the document; see `toContext`.
      return;
    case 'title':
      draft.info['Title'] = rest;
      draft.xmp['dc:title'] = rest;
      return;
    case 'info':
      assign(draft.info);
      return;
    case 'xmp':
      assign(draft.xmp);
      return;
    case 'language':
      draft.language = rest;
      return;
    case 'structure-fault':
      draft.structureFault = rest;
      return;
    case 'untagged':
      draft.tagged = false;
      return;
    case 'scripts':
      draft.scripts = true;
      return;
    case 'forms':
      draft.forms = true;
      return;
    case 'attachment':
      draft.attachments.push({ ...PLAIN_ATTACHMENT, name: rest });
      return;
    case 'attachment-loose':
      draft.attachments.push({ ...PLAIN_ATTACHMENT, name: rest, associated: false, relationship: null });
      return;
    case 'attachment-fault':
      draft.attachments.push({ ...PLAIN_ATTACHMENT, faults: [rest] });
      return;
    case 'e-invoice':
      draft.attachments.push({ ...PLAIN_ATTACHMENT, ...toEInvoiceAttachment(rest) });
      return;
    case 'size':
      change(words[0] ?? '', (b) => {
        b.size = Number(words[1]);
      });
      return;
    case 'sight':
      draft.sights.push({ ...PLAIN_SIGHT, fact: name, text: name, ...JSON.parse(text) });
      return;
    case 'glyph':
      draft.font = { ...draft.font, glyphs: [{ ...PLAIN_GLYPH, text: name, drawing: text }] };
      return;
    case 'font-name':
      draft.font = { ...draft.font, name: rest };
      return;
    case 'code':
      draft.symbols.push({ page: 1, format: 'QRCode', text: rest, errorCorrection: 'M', box: PLAIN_SIGHT.box });
      return;
    case 'figure':
      draft.figures.push(rest);
      return;
    case 'link':
      draft.links.push(rest);
      return;
    case 'annotation':
      draft.annotations.push(rest);
      return;
    case 'revisions':
      draft.revisions = Number(rest);
      return;
    case 'trailing':
      draft.trailingBytes = Number(rest);
      return;
    case 'part':
      draft.strangeParts.push(rest);
      return;
    case 'disagree':
      draft.disagreements = rest === '' ? [] : [rest];
      return;
    case 'damaged':
      draft.damagedStreams = Number(rest);
      return;
    default:
      throw new Error(`Unknown edit "${edit}"`);
  }
}

/** An attached file whose record is in order. */
const PLAIN_ATTACHMENT: ReadAttachment = {
  name: 'invoice.xml',
  description: null,
  content: new Uint8Array(),
  mimeType: 'text/xml',
  relationship: 'Alternative',
  associated: true,
  faults: [],
};

const PLAIN_GLYPH: ReadGlyph = { text: '', drawing: '', missing: false, width: 500, ownWidth: 500 };

/** Knows the specimen's own font, whose drawings say in words what they are of. */
export function findFace(name: string): TrustedFace | null {
  if (name !== 'Specimen') return null;
  return { name, outlines: 'TrueType', mayDraw: (text, drawing) => drawing === `drawn as ${text}` };
}

/** A text as it should be: black on white, whole and upright. */
export const PLAIN_SIGHT: TextSight = {
  fact: null,
  text: '',
  box: { x: 50, y: 50, width: 40, height: 8 },
  colors: ['#1b1d1f'],
  opacity: 1,
  widthScale: 1,
  contrast: 17,
  grounds: ['#ffffff'],
  overpainted: 0,
  hidden: 0,
  offPage: false,
  layered: false,
  masked: false,
  mirrored: false,
};

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

const LINE_HEIGHT = 14;
const CHARACTER_WIDTH = 5;

function toReadDocument(draft: Draft): ReadDocument {
  const runs: TextRun[] = [];
  let y = 40;
  let x = 50;
  draft.blocks.forEach((b, index) => {
    const before = runs.at(-1)?.box;
    if (b.place === 'after' || b.place === 'beside') {
      x = (before?.x ?? 0) + (before?.width ?? 0) + (b.place === 'beside' ? 30 : 0);
    } else if (b.place === 'below') {
      x = 50;
      y += LINE_HEIGHT;
    }
    const width = b.text.length * CHARACTER_WIDTH;
    runs.push({
      page: 1,
      index,
      text: b.text,
      box: { x, y: y - 8, width, height: 10 },
      baseline: y,
      fontSize: b.size,
      font: 'f1',
      angle: 0,
      fact: b.fact,
      contentId: b.artifact ? null : `mc${index}`,
      artifact: b.artifact,
    });
  });
  const page: ReadPage = {
    number: 1,
    width: 595.28,
    height: y + 60,
    rotation: 0,
    runs,
    annotations: draft.annotations,
    links: draft.links.map((contents) => ({ target: 'https://example', contents, box: PLAIN_SIGHT.box })),
    sights: draft.sights,
  };
  return {
    pages: [page],
    fonts: [draft.font],
    symbols: draft.symbols,
    structure: { root: draft.tagged ? toStructure(draft) : null, fault: draft.structureFault },
    metadata: {
      info: draft.info,
      xmp: draft.xmp,
      xmpPacket: null,
      language: draft.language,
      tagged: draft.tagged,
      attachments: draft.attachments,
      scripts: draft.scripts,
      forms: draft.forms,
    },
    file: {
      size: 10_000,
      revisions: draft.revisions,
      linearized: false,
      trailingBytes: draft.trailingBytes,
      damagedStreams: draft.damagedStreams,
      strangeParts: draft.strangeParts,
    },
    disagreements: draft.disagreements,
  };
}

/** Headings for as many columns as the fullest line has. */
function toStructure({ blocks, structureReversed, figures }: Draft): StructureNode {
  const children: StructureNode[] = [];
  const rows = new Map<string, StructureNode[]>();
  let table: StructureNode[] | null = null;
  blocks.forEach((b, index) => {
    if (b.artifact || !b.linked) return;
    const content = element(b.row === null ? 'P' : 'TD', [{ kind: 'content', id: `mc${index}` }], b.alternative);
    if (b.row === null) {
      children.push(content);
      return;
    }
    if (table === null) {
      table = [];
      children.push(element('Table', table));
    }
    const cells = rows.get(b.row);
    if (cells === undefined) {
      const started = [content];
      rows.set(b.row, started);
      table.push(element('TR', started));
    } else {
      cells.push(content);
    }
  });
  // A line without a discount has an empty cell in its place.
  for (const [row, cells] of rows) {
    if (!blocks.some((b) => b.row === row && b.fact?.endsWith('.discount'))) cells.push(element('TD', []));
  }
  const columns = Math.max(0, ...[...rows.values()].map((cells) => cells.length));
  const heads = Array.from({ length: columns }, () => ({ ...element('TH', []), scope: 'Column' }));
  (table as StructureNode[] | null)?.unshift(element('TR', heads));
  for (const figure of figures) children.push(element('Figure', [], figure));
  return element('StructTreeRoot', [element('Document', structureReversed ? children.reverse() : children)]);
}

function element(role: string, children: StructureNode['children'], alternative: string | null = null): StructureNode {
  return {
    kind: 'element',
    role,
    id: null,
    alternative,
    actualText: null,
    language: null,
    scope: null,
    rowSpan: 1,
    columnSpan: 1,
    children,
  };
}
