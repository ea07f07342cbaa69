import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '#dist/index.js';
import { createDirectReader, type Reader, type Reading } from '#dist/readback/index.js';
import { openObjects } from '#dist/readback/objects/open-objects.js';
import { openByProfile as open } from '#dist/readback/profile/open-by-profile.js';
import { ReadingComparison } from '#dist/readback/reading-comparison.js';
import { listCreditNoteFixtures, listFixtures } from '../support/fixtures.ts';
import { mutateFile } from '../support/mutants/file-mutants.ts';
import { copyPdf, listPages, type PdfFile, writePdf } from '../support/mutants/pdf-file.ts';
import { createRandom } from '../support/mutants/random.ts';
import { createRandomSource } from '../support/mutants/random-source.ts';
import { createStudio, type Studio, type Subject } from '../support/mutants/subject.ts';
import { makePdf } from './make-pdf.ts';

const reader: Reader = createDirectReader();

const openByProfile = (bytes: Uint8Array) => open(bytes, openObjects(bytes));

/** How a file fares: outside the profile, read alike by both, or what they differ in. */
async function judge(pdf: Uint8Array): Promise<'outside' | 'alike' | readonly string[]> {
  if (!isOfProfile(pdf)) return 'outside';
  const reading = await reader.read(pdf, { sights: true, by: 'both' });
  if (reading.kind === 'unreadable') return [`pdf.js cannot read it: ${reading.detail}`];
  const { disagreements = ['the small reader let it go'] } = reading.document;
  return disagreements.length === 0 ? 'alike' : disagreements;
}

function isOfProfile(pdf: Uint8Array): boolean {
  const own = openByProfile(pdf);
  if (own === null) return false;
  return Array.from({ length: own.pageCount }, (_, index) => own.readPage(index + 1)).every((page) => page !== null);
}

const TEMPLATES = ['classic', 'compact', 'consumer', 'modern'];

describe.each(TEMPLATES)('%s: every fixture is of the profile, and both readers have the same of it', (template) => {
  test.each(
    [...listFixtures(), ...listCreditNoteFixtures()].map(({ folder, ...fixture }) => [folder, fixture] as const),
  )('%s', { timeout: 120_000 }, async (folder, { source, brandFile }) => {
    const kind = folder.startsWith(join('fixtures', 'credit-notes')) ? 'credit-note' : 'invoice';
    const options = { template, kind, ...(brandFile === undefined ? {} : { brand: brandFile }) } as const;
    const engine = await createEngine(options, reader);
    const { pdf } = engine.render(source);
    expect(await judge(pdf)).toBe('alike');
  });
});

describe('of forged files', () => {
  let studio: Studio;
  let subject: Subject;
  beforeAll(async () => {
    studio = createStudio();
    subject = await studio.toSubject('forged', createRandomSource(createRandom(9), 4));
  }, 120_000);
  afterAll(() => studio.close());

  test('the small reader refuses each, or has the same of it as pdf.js', { timeout: 600_000 }, async () => {
    const random = createRandom(10);
    const counts = { outside: 0, alike: 0 };
    for (const mutant of mutateFile(subject, random, 40)) {
      if (mutant.forged.kind !== 'file' || !random.oneIn(EACH)) continue;
      const fate = await judge(mutant.forged.pdf);
      if (typeof fate !== 'string') expect({ kind: mutant.kind, note: mutant.note, fate }).toBe('alike or outside');
      else counts[fate] += 1;
    }
    // Some forgeries are of the profile, else this would prove nothing of them.
    expect(counts.alike).toBeGreaterThan(10);
    expect(counts.outside).toBeGreaterThan(10);
  });

  test('flipped bits of a file without checksums are refused, or read alike', { timeout: 600_000 }, async () => {
    const plain = Buffer.from(writePdf(subject.file));
    expect(await judge(plain)).toBe('alike');
    const random = createRandom(11);
    const fates = { outside: 0, alike: 0 };
    for (let n = 0; n < FLIPS; n += 1) {
      const flipped = Buffer.from(plain);
      const at = random.integer(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.integer(8));
      const fate = await judge(flipped);
      if (typeof fate !== 'string') expect({ at, was: around(plain, at), is: around(flipped, at), fate }).toBe('alike');
      else fates[fate] += 1;
    }
    expect(fates.outside).toBeGreaterThan(10);
    expect(fates.alike).toBeGreaterThan(10);
  });

  test('a file that is cut anywhere is refused', () => {
    for (const whole of [subject.pdf, writePdf(subject.file)]) {
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 97)) {
        expect(openByProfile(whole.subarray(0, at)), `cut at ${at}`).toBeNull();
      }
      expect(openByProfile(whole.subarray(0, -1))).toBeNull();
    }
  });

  const edits: Readonly<Record<string, (content: string) => string>> = {
    'text that is not painted': (content) => `3 Tr\n${content}`,
    'text in another direction': (content) => content.replace('BT ', 'BT 0 1 -1 0 0 0 Tm '),
    'text that is squeezed': (content) => `10 Tz\n${content}`,
    'text beside the page': (content) => content.replace(/BT [\d.]+ /, 'BT 700 '),
    'a form': (content) => `${content}\nq 1 0 0 1 0 0 cm /X1 Do Q`,
    'a page that is turned': (content) => `q 0 1 -1 0 0 0 cm\n${content}\nQ`,
    'optional content': (content) => `/OC /Layer BDC\n${content}\nEMC`,
    'a mark without an end': (content) => `${content}\n/P <</MCID 900>> BDC`,
    'an end without a mark': (content) => `${content}\nEMC`,
    'too few operands': (content) => `${content}\n1 0 rg`,
    'operands alone': (content) => `${content}\n1 0 0`,
    'a code that its font has not': (content) => content.replace(/\[<[0-9A-F]{4}/, '[<FFFF'),
    'an inline picture': (content) => `${content}\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI`,
  };

  test.each(Object.entries(edits))('%s is outside the profile', (_, edit) => {
    const content = (file: PdfFile) => listPages(file)[0]?.content;
    const file = copyPdf(subject.file);
    const first = content(file);
    if (first === undefined) throw new Error('no page');
    first.stream = edit(first.stream ?? '');
    expect(first.stream).not.toBe(content(subject.file)?.stream);
    expect(isOfProfile(writePdf(file))).toBe(false);
  });

  test('what is appended, put before or between is outside the profile', () => {
    const plain = Buffer.from(writePdf(subject.file)).toString('latin1');
    const update = `${plain}${plain.slice(plain.indexOf('xref\n0 '))}`;
    for (const forged of [`${plain}\n`, ` ${plain}`, update, plain.replace('\nendobj\n', '\nendobj\n% more\n')]) {
      expect(isOfProfile(Buffer.from(forged, 'latin1'))).toBe(false);
    }
  });
});

test('a file of another maker is left to pdf.js, whoever is asked', async () => {
  const bytes = await makePdf((doc) => doc.text('17 086,50 NOK', 50, 50), { compress: true });
  expect(openByProfile(bytes)).toBeNull();
  for (const by of ['either', 'both', 'pdf.js'] as const) {
    const reading = await reader.read(bytes, { by });
    expect(reading).toMatchObject({ kind: 'read', by: 'pdf.js' });
    expect(reading.kind === 'read' && reading.document.disagreements).toBeUndefined();
  }
});

describe('hostile files end soon, outside the profile', () => {
  const around = (body: string | Buffer) => {
    const header = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
    const object = Buffer.concat([Buffer.from('1 0 obj\n'), Buffer.from(body), Buffer.from('\nendobj\n')]);
    const at = header.length + object.length;
    const table = `xref\n0 2\n0000000000 65535 f \n${String(header.length).padStart(10, '0')} 00000 n \n`;
    const end = `${table}trailer\n<</Size 2/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
    return Buffer.concat([header, object, Buffer.from(end)]);
  };
  const streamOf = (content: Buffer) =>
    Buffer.concat([
      Buffer.from(`<</Filter/FlateDecode/Length ${content.length}>>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]);

  test.each([
    ['arrays within arrays', '['.repeat(1_000_000)],
    ['dictionaries within dictionaries', '<</A'.repeat(300_000)],
    ['a string without end', `(${'('.repeat(1_000_000)}`],
    ['a number without end', '9'.repeat(1_000_000)],
    ['a stream of a gigabyte', streamOf(deflateSync(Buffer.alloc(1 << 28), { level: 9 }))],
    ['a page tree that contains itself', '<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>'],
  ])('%s', (_, body) => {
    expect(openByProfile(around(body))).toBeNull();
  });
});

test('a difference between two readings is told', async () => {
  const fixture = listFixtures().find(({ folder }) => existsSync(join(folder, 'brand.json')));
  if (fixture === undefined) throw new Error('no fixture');
  const engine = await createEngine(fixture.brandFile === undefined ? {} : { brand: fixture.brandFile }, reader);
  const own = openByProfile(engine.render(fixture.source).pdf);
  const page = own?.readPage(1);
  if (own === null || page === null || page === undefined) throw new Error('outside the profile');
  const compare = (other: typeof page, metadata = own.metadata) => {
    const comparison = new ReadingComparison({ ...own, pageCount: 1 }, metadata);
    comparison.add(other);
    return comparison.finish() ?? [];
  };
  expect(compare(page)).toEqual([]);
  const [first, second, ...runs] = page.runs;
  if (first === undefined || second === undefined) throw new Error('an empty page');
  const withRun = (run: typeof first) => ({ ...page, runs: [run, second, ...runs] });
  expect(compare(withRun({ ...first, text: 'another' })).join()).toContain('page 1, run 0');
  expect(compare(withRun({ ...first, baseline: first.baseline + 0.02 })).join()).toContain('place of page 1, run 0');
  expect(compare(withRun({ ...first, baseline: first.baseline + 0.001 }))).toEqual([]);
  expect(compare(withRun({ ...first, font: second.font === first.font ? 'another' : second.font }))).not.toEqual([]);
  expect(compare(withRun({ ...first, contentId: 'p1R_mc900' }))).not.toEqual([]);
  expect(compare({ ...page, runs: page.runs.slice(1) }).join()).toContain('runs of page 1');
  expect(compare({ ...page, painted: page.painted.slice(1) }).join()).toContain('painted on page 1');
  const recolored = page.painted.map((item) =>
    item.kind === 'text' ? { ...item, inks: [{ color: '#ffffff', opacity: 1 }] } : item,
  );
  expect(compare({ ...page, painted: recolored })).not.toEqual([]);
  expect(compare(page, { ...own.metadata, language: 'de' }).join()).toContain('metadata');
});

test('whoever has read, the document is of the same shape', async () => {
  const fixture = listFixtures().find(({ name }) => name === 'consumer-norway');
  if (fixture?.brandFile === undefined) throw new Error('no fixture');
  const engine = await createEngine({ brand: fixture.brandFile }, reader);
  const { pdf } = engine.render(fixture.source);
  const [own, other] = [
    await reader.read(pdf, { sights: true }),
    await reader.read(pdf, { sights: true, by: 'pdf.js' }),
  ];
  expect([own, other]).toMatchObject([{ by: 'profile' }, { by: 'pdf.js' }]);
  expect(toPlain(own)).toEqual(toPlain(other));
});

/** Without the names that readers have for fonts, and to a hundredth of a point. */
function toPlain(reading: Reading): unknown {
  if (reading.kind !== 'read') return reading;
  return JSON.parse(
    JSON.stringify(reading.document, (key, value: unknown) => {
      if (key === 'font') return 'a font';
      return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
    }),
  );
}

function around(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', Math.max(0, at - 30), at + 30);
}

/** One of so many forgeries is looked at: pdf.js reads each. */
const EACH = 3;

const FLIPS = 300;
