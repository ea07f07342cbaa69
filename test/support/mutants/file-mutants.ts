import { HIDDEN_PARTS } from './hidden-parts.ts';
import type { Mutant, Names } from './mutant.ts';
import { addObject, copyPdf, findObject, getObject, listPages, type PdfFile, writePdf } from './pdf-file.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** Forgeries of the file itself: its drawing, its fonts, its structure, what is said about it, and its bytes. */
export function* mutateFile(subject: Subject, random: Random, damages: number): Generator<Mutant> {
  yield* redrawFigures(subject, random);
  yield* hideFigures(subject, random);
  yield* forgeText(subject, random);
  yield* forgePages(subject, random);
  yield* forgeMetadata(subject);
  yield* addThings(subject, random);
  for (const [kind, note, hide] of HIDDEN_PARTS) yield* only(forge(subject, kind, note, 'any', hide));
  yield* damageBytes(subject, random, damages);
}

/** A file after one change; null where the change changed nothing. */
function forge(
  subject: Subject,
  kind: string,
  note: string,
  names: Names,
  change: (file: PdfFile) => void,
): Mutant | null {
  const file = copyPdf(subject.file);
  change(file);
  const pdf = writePdf(file);
  if (Buffer.from(pdf).equals(Buffer.from(writePdf(subject.file)))) return null;
  return { kind, note, names, forged: { kind: 'file', pdf } };
}

function* only(...mutants: (Mutant | null)[]): Generator<Mutant> {
  for (const mutant of mutants) if (mutant !== null) yield mutant;
}

interface DrawnFact {
  readonly name: string;
  readonly page: number;
  /** Of its operators in the page's content. */
  readonly start: number;
  readonly end: number;
}

/** Where facts that are figures are drawn. */
function listDrawnFacts({ file }: Subject): readonly DrawnFact[] {
  return listPages(file).flatMap(({ content }, page) =>
    [...(content.stream ?? '').matchAll(/^\/fact\.(\S+) <<[^\n]*>> BDC\n/gm)].map((match) => {
      const start = match.index + match[0].length;
      return { name: match[1] ?? '', page, start, end: (content.stream ?? '').indexOf('EMC', start) };
    }),
  );
}

const PAID_BY: ReadonlySet<string> = new Set([
  'payable',
  'kid',
  'bban',
  'iban',
  'dueDate',
  'invoiceNumber',
  'line.1.amount',
]);

/** Draws each fact again in other operators; the file is otherwise as it was. */
function redraw(subject: Subject, kind: string, fact: DrawnFact, how: (operators: string) => string): Mutant | null {
  return forge(subject, kind, fact.name, { fields: [fact.name] }, (file) => {
    const content = listPages(file)[fact.page]?.content;
    const stream = content?.stream ?? '';
    const operators = stream.slice(fact.start, fact.end);
    if (content !== undefined) content.stream = stream.slice(0, fact.start) + how(operators) + stream.slice(fact.end);
  });
}

/** Another glyph of the same font in the place of one: what a printer would do that forged the finished file. */
function* redrawFigures(subject: Subject, random: Random): Generator<Mutant> {
  const says = new Map(subject.read.pages.flatMap((page) => page.runs).map((run) => [run.fact, run.text]));
  for (const fact of listDrawnFacts(subject)) {
    if (!/\d/.test(says.get(fact.name) ?? '')) continue;
    yield* only(
      redraw(subject, 'drawn: another glyph', fact, (operators) => {
        const codes = [...operators.matchAll(/<([0-9a-f]{4,})>/gi)].flatMap(([, hex = '']) => toCodes(hex));
        const [one, other] = [random.pick(codes), random.pick(codes)];
        // One blank in the place of another is no forgery: on paper they are one.
        if (BLANKS.has(one) && BLANKS.has(other)) return operators;
        let done = one === other;
        return operators.replace(/<((?:[0-9a-f]{4})+)>/gi, (found, hex: string) => {
          if (done || !toCodes(hex).includes(one)) return found;
          done = true;
          const replaced = hex.replace(/.{4}/g, (code) => (code === one ? other : code));
          return `<${replaced}>`;
        });
      }),
    );
  }
}

/** The codes of the space and the no-break space, which are the first of every font that has both. */
const BLANKS: ReadonlySet<string> = new Set(['0001', '0002']);

/** The glyph codes of a string of them. */
function toCodes(hex: string): string[] {
  return Array.from(hex.matchAll(/.{4}/g), ([code]) => code);
}

/** Whether a fact is drawn in a light colour as it is, on a ground of colour. */
function isLight({ file }: Subject, { page, end }: DrawnFact): boolean {
  const drawn = (listPages(file)[page]?.content.stream ?? '').slice(0, end);
  const color = [...drawn.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) rg$/gm)].at(-1) ?? [];
  const [, red = '0', green = '0', blue = '0'] = color;
  return [red, green, blue].every((part) => Number(part) > 0.6);
}

/** Ways to have text in the file that nobody sees. */
const HIDINGS: Readonly<Record<string, (operators: string) => string>> = {
  'not painted': (operators) => `3 Tr\n${operators}0 Tr\n`,
  'clipping only': (operators) => `7 Tr\n${operators}0 Tr\n`,
  white: (operators) => `1 1 1 rg\n${operators.replace(/^[\d.]+ [\d.]+ [\d.]+ rg$/gm, '1 1 1 rg')}`,
  squeezed: (operators) => `1 Tz\n${operators}100 Tz\n`,
  tiny: (operators) => operators.replace(/ ([\d.]+) Tf/g, ' 0.5 Tf').replace(/^(?!.*Tf)/, '/F1 0.5 Tf\n'),
  'off the page': (operators) => operators.replace(/ Td /g, ' Td 0 -3000 Td '),
  'clipped away': (operators) => `q 0 0 1 1 re W n\n${operators}Q\n`,
};

function* hideFigures(subject: Subject, random: Random): Generator<Mutant> {
  const facts = listDrawnFacts(subject).filter(({ name }) => PAID_BY.has(name));
  for (const [how, hide] of Object.entries(HIDINGS)) {
    for (const fact of facts) {
      // White text on a ground of colour is seen.
      if (how === 'white' && isLight(subject, fact)) continue;
      yield* only(redraw(subject, `unseen: ${how}`, fact, hide));
    }
  }
  const runs = subject.read.pages.flatMap((page) => page.runs).filter((run) => PAID_BY.has(run.fact ?? ''));
  for (const run of runs) {
    const { height } = subject.read.pages[run.page - 1] ?? { height: 842 };
    const box = `${run.box.x - 1} ${height - run.box.y - run.box.height - 1} ${run.box.width + 2} ${run.box.height + 2} re f`;
    const color = random.pick(['1 1 1 rg', '0 0 0 rg', '0.9 0.95 1 rg']);
    yield* only(
      forge(subject, 'covered by a box', `${run.fact} by ${color}`, { fields: [run.fact ?? ''] }, (file) => {
        const content = listPages(file)[run.page - 1]?.content;
        if (content !== undefined) content.stream += `\n/Artifact BMC\nq ${color} ${box} Q\nEMC\n`;
      }),
    );
  }
}

/** What is copied or heard instead of what is drawn, and what the codes of a font are said to mean. */
function* forgeText(subject: Subject, random: Random): Generator<Mutant> {
  const elements = [...subject.file.objects].filter(([, { value }]) =>
    /\/StructElem|\/S ?\/(?:Span|TD|P)\b/.test(value),
  );
  for (const key of ['ActualText', 'Alt']) {
    for (let n = 0; n < 8; n += 1) {
      const [number] = random.pick(elements);
      yield* only(
        forge(subject, key === 'Alt' ? 'alternative text' : 'actual text', `${number}`, 'any', (file) => {
          const object = getObject(file, number);
          if (/\/K\b/.test(object.value))
            object.value = object.value.replace(/>>$/, `/${key}(${random.digits(5)},00)>>`);
        }),
      );
    }
  }
  for (const [number, { stream }] of subject.file.objects) {
    const [, list = ''] = /<0001> <[0-9A-F]{4}> \[([^\]]*)\]/.exec(stream ?? '') ?? [];
    const meanings = list.split(' ').map((meaning) => meaning.slice(1, -1));
    const figures = meanings.flatMap((meaning, index) => (/^003[0-9]$/.test(meaning) ? [index] : []));
    if (stream === null || figures.length < 2) continue;
    for (let n = 0; n < 3; n += 1) {
      const [one, other] = [random.pick(figures), random.pick(figures)];
      if (one === other) continue;
      const swapped = meanings.with(one, meanings[other] ?? '').with(other, meanings[one] ?? '');
      const forged = stream.replace(list, swapped.map((meaning) => `<${meaning}>`).join(' '));
      const note = `${meanings[one]} and ${meanings[other]}`;
      const toCode = (index: number) => (index + 1).toString(16).toUpperCase().padStart(4, '0');
      yield* only(
        forge(subject, 'ToUnicode swapped', note, 'any', (file) => {
          getObject(file, number).stream = forged;
        }),
        forge(subject, 'glyphs and ToUnicode swapped', note, 'any', (file) => {
          getObject(file, number).stream = forged;
          const font = fontOf(file, number);
          for (const { content } of listPages(file)) {
            content.stream = swapCodes(content.stream ?? '', font, toCode(one), toCode(other));
          }
        }),
      );
    }
  }
}

/** The name in the resources of the font whose ToUnicode has this number. */
function fontOf(file: PdfFile, toUnicode: number): string {
  const font = [...file.objects].find(([, { value }]) => new RegExp(`/ToUnicode ${toUnicode} 0 R`).test(value))?.[0];
  for (const { value } of file.objects.values()) {
    const name = new RegExp(`/(F\\d+) ${font} 0 R`).exec(value)?.[1];
    if (name !== undefined) return name;
  }
  throw new Error(`no font with ToUnicode ${toUnicode}`);
}

function swapCodes(stream: string, font: string, one: string, other: string): string {
  let current = '';
  return stream.replace(/\/(F\d+) [\d.]+ Tf|<((?:[0-9a-f]{4})+)>/gi, (found, name?: string, hex?: string) => {
    if (name !== undefined) current = name;
    if (hex === undefined || current !== font) return found;
    const swapped = toCodes(hex).map((code) =>
      code.toUpperCase() === one.toUpperCase() ? other : code.toUpperCase() === other.toUpperCase() ? one : code,
    );
    return `<${swapped.join('')}>`;
  });
}

function* forgePages(subject: Subject, random: Random): Generator<Mutant> {
  const onPage = (how: (page: { value: string }, file: PdfFile) => void) => (file: PdfFile) => {
    const page = listPages(file)[0]?.page;
    if (page !== undefined) how(page, file);
  };
  const extend = (entry: string) =>
    onPage((page) => {
      page.value = page.value.replace(/>>\s*$/, `${entry}>>`);
    });
  const wrap = (before: string) => (file: PdfFile) => {
    for (const { content } of listPages(file)) content.stream = `q ${before}\n${content.stream}\nQ`;
  };
  yield* only(
    forge(subject, 'crop box', 'top half', 'any', extend(`/CropBox[0 ${300 + random.integer(300)} 595 842]`)),
    forge(subject, 'crop box', 'bottom', 'any', extend(`/CropBox[0 0 595 ${100 + random.integer(300)}]`)),
    forge(subject, 'crop box', 'left', 'any', extend(`/CropBox[0 0 ${100 + random.integer(200)} 842]`)),
    forge(subject, 'transform', 'moved away', 'any', wrap(`1 0 0 1 ${600 + random.integer(900)} 0 cm`)),
    forge(subject, 'transform', 'shrunk', 'any', wrap('0.02 0 0 0.02 300 300 cm')),
    forge(subject, 'transform', 'aslant', 'any', wrap('0.97 0.26 -0.26 0.97 0 0 cm')),
    forge(subject, 'transform', 'mirrored', 'any', wrap('-1 0 0 1 595 0 cm')),
    forge(subject, 'transform', 'flattened', 'any', wrap('1 0 0 0.01 0 400 cm')),
    forge(subject, 'page dropped or doubled', 'doubled', 'any', (file) => {
      const tree = findObject(file, /\/Type ?\/Pages\b/);
      tree.value = tree.value
        .replace(/\/Kids ?\[([^\]]*)\]/, '/Kids[$1 $1]')
        .replace(/\/Count (\d+)/, (_, n) => `/Count ${2 * Number(n)}`);
    }),
  );
}

function* forgeMetadata(subject: Subject): Generator<Mutant> {
  const { number } = subject.invoice;
  const other = number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const xmp = (from: RegExp, to: string) => (file: PdfFile) => {
    const packet = findObject(file, '/Metadata/Subtype/XML');
    packet.stream = (packet.stream ?? '').replace(from, to);
  };
  const info = (from: RegExp, to: string) => (file: PdfFile) => {
    const object = getObject(file, file.info);
    object.value = object.value.replace(from, to);
  };
  const root = (from: RegExp, to: string) => (file: PdfFile) => {
    const object = getObject(file, file.root);
    object.value = object.value.replace(from, to);
  };
  yield* only(
    forge(subject, 'metadata', 'XMP title', 'any', xmp(new RegExp(number), other)),
    forge(subject, 'metadata', 'XMP day', 'any', xmp(/<xmp:CreateDate>20(\d\d)/, '<xmp:CreateDate>19$1')),
    forge(subject, 'metadata', 'XMP part', 'any', xmp(/<pdfaid:part>3/, '<pdfaid:part>1')),
    forge(subject, 'metadata', 'PDF/UA', 'any', xmp(/<pdfuaid:part>1/, '<pdfuaid:part>2')),
    forge(subject, 'metadata', 'title', 'any', info(/\/Title ?[(<][^)>]*[)>]/, '/Title (Invoice 1)')),
    forge(subject, 'metadata', 'day', 'any', info(/\/CreationDate ?\(D:20/, '/CreationDate (D:19')),
    forge(subject, 'metadata', 'language', 'any', root(/\/Lang ?\([^)]*\)/, '/Lang (de-DE)')),
    forge(subject, 'metadata', 'no structure', 'any', root(/\/StructTreeRoot \d+ 0 R/, '')),
    forge(subject, 'metadata', 'not tagged', 'any', root(/\/Marked true/, '/Marked false')),
  );
}

function* addThings(subject: Subject, random: Random): Generator<Mutant> {
  const withRoot = (entry: (file: PdfFile) => string) => (file: PdfFile) => {
    const object = getObject(file, file.root);
    object.value = object.value.replace(/>>\s*$/, `${entry(file)}>>`);
  };
  const annotate = (subtype: string) => (file: PdfFile) => {
    const dictionary = `<</Type/Annot/Subtype/${subtype}/Rect[50 100 400 200]/Contents(Betal til 1234 56 78903)/F 4>>`;
    const note = addObject(file, dictionary);
    const page = listPages(file)[0]?.page;
    if (page !== undefined)
      page.value = page.value.replace(/\/Annots ?\[[^\]]*\]/, '').replace(/>>\s*$/, `/Annots[${note} 0 R]>>`);
  };
  const attach = (name: string) => (file: PdfFile) => {
    const stream = addObject(
      file,
      '<</Type/EmbeddedFile/Subtype/text#2Fxml>>',
      `<Invoice><ID>${random.digits(6)}</ID></Invoice>`,
    );
    const spec = addObject(file, `<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${stream} 0 R>>>>`);
    const object = getObject(file, file.root);
    object.value = object.value
      .replace(/\/Names ?(?:<<[^>]*>>(?:[^>]*>>)?|\d+ 0 R)/, '')
      .replace(/>>\s*$/, `/Names<</EmbeddedFiles<</Names[(${name})${spec} 0 R]>>>>>>`);
  };
  const script = '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>';
  yield* only(
    forge(
      subject,
      'active content',
      'script',
      'any',
      withRoot(() => script),
    ),
    forge(
      subject,
      'active content',
      'form',
      'any',
      withRoot((file) => {
        const field = addObject(file, '<</Type/Annot/Subtype/Widget/FT/Tx/T(sum)/V(1)/Rect[50 50 200 70]>>');
        return `/AcroForm<</Fields[${field} 0 R]>>`;
      }),
    ),
    ...['FreeText', 'Stamp', 'Text', 'Square'].map((type) => forge(subject, 'annotation', type, 'any', annotate(type))),
    ...['invoice.xml', 'factur-x.xml'].map((name) => forge(subject, 'attachment added', name, 'any', attach(name))),
    forge(subject, 'second content stream', 'total', 'any', (file) => {
      const { page, content } = listPages(file)[0] ?? {};
      const hex = /\/fact\.payable [\s\S]*?<([0-9a-f]+)>/i.exec(content?.stream ?? '')?.[1] ?? '0001';
      const more = addObject(file, '<<>>', `/Artifact BMC\nBT /F1 30 Tf 200 500 Td <${hex}> Tj ET\nEMC\n`);
      if (page !== undefined) page.value = page.value.replace(/\/Contents (\d+) 0 R/, `/Contents[$1 0 R ${more} 0 R]`);
    }),
  );
  const update = `\n9 0 obj\n<</Producer(x)>>\nendobj\nxref\n0 0\ntrailer\n<</Size 9>>\nstartxref\n0\n%%EOF\n`;
  for (const [kind, more] of [
    ['bytes appended', update],
    ['bytes appended', '\n%later\n'],
  ] as const) {
    yield {
      kind,
      note: more.slice(0, 12),
      names: 'any',
      forged: { kind: 'file', pdf: Buffer.concat([subject.pdf, Buffer.from(more)]) },
    };
  }
}

/** Damage of chance: a bit flipped, the end cut off, two stretches exchanged. */
function* damageBytes({ pdf }: Subject, random: Random, count: number): Generator<Mutant> {
  for (let n = 0; n < count; n += 1) {
    const bytes = Buffer.from(pdf);
    const at = random.integer(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.integer(8));
    yield { kind: 'bit flipped', note: `at ${at}`, names: 'any', forged: { kind: 'file', pdf: bytes } };
    const length = random.integer(pdf.length - 1);
    const cut = Buffer.from(pdf.subarray(0, length));
    yield { kind: 'cut short', note: `after ${length}`, names: 'any', forged: { kind: 'file', pdf: cut } };
    const swapped = swapBlocks(pdf, random);
    if (swapped !== null) yield swapped;
  }
}

/** Two stretches of equal length change places; null where they are the same. */
function swapBlocks(pdf: Uint8Array, random: Random): Mutant | null {
  const length = 8 + random.integer(Math.min(2_000, Math.floor(pdf.length / 4)));
  const first = random.integer(pdf.length - 2 * length);
  const second = first + length + random.integer(pdf.length - first - 2 * length);
  const swapped = Buffer.from(pdf);
  swapped.set(pdf.subarray(second, second + length), first);
  swapped.set(pdf.subarray(first, first + length), second);
  if (swapped.equals(pdf)) return null;
  const note = `${length} bytes at ${first} and ${second}`;
  return { kind: 'blocks swapped', note, names: 'any', forged: { kind: 'file', pdf: swapped } };
}
