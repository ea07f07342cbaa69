import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDocument, validateDocument } from '#dist/check/index.js';
import { LANGUAGES } from '#dist/check/printed/index.js';
import { toInvoice } from '#dist/dintero/index.js';
import type { Report } from '#dist/index.js';
import type { Invoice } from '#dist/invoice/index.js';
import { createReader, readDocument } from '#dist/readback/index.js';
import { listFixtures, readBrand, readSource } from '../dintero/fixtures.ts';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';

const FIXTURES = listFixtures();

describe('every fixture', () => {
  const reader = createReader();
  afterAll(() => reader.close());

  // One language each; the six of them in turn.
  test.each(FIXTURES.map((name, index) => [name, LANGUAGES[index % LANGUAGES.length] ?? 'nb'] as const))(
    "%s, in %s, is proven by its own source and disproven by another's",
    async (name, language) => {
      const { engine, pdf, invoice, source } = await renderFixture(name, { locale: language });
      const own = await engine.validate(pdf, source);
      await engine.close();
      expect(own.findings.filter(({ channel }) => channel !== 'source')).toEqual([]);
      expect(own.verdict).toBe('valid');
      // A line brings six facts at least; besides there are parties, dates, totals and the payment.
      expect(Object.keys(own.facts).length).toBeGreaterThan(20 + 6 * (invoice.lines.length - 1));

      const brandless = toInvoice(readSource(name), null, { seller: 'optional' });
      const unbranded = await validateDocument(pdf, brandless, { reader, language });
      expect(unbranded.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
      expect(unbranded.verdict).toBe('valid');

      const session = findForeignInvoice(name, invoice);
      const other = await validateDocument(pdf, session, { reader, language });
      expect(other.verdict).toBe('invalid');
      const fields = other.findings.map((finding) => finding.field);
      expect(fields).toContain('invoiceNumber');
      expect(fields).toContain('kid');
      for (const { message } of other.findings) expect(message).toMatch(/^Unexpected .+ in .+, expected .+/s);
    },
  );
});

/** Figures in a brand's own words are the brand's affair. */
function readBrandTexts(name: string): readonly string[] {
  const brand = readBrand(name);
  return brand !== null && 'texts' in brand ? listTexts(brand.texts) : [];
}

function listTexts(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(listTexts) : [];
}

/** The invoice of the next fixture that is paid by another reference; the drawn comps share theirs. */
function findForeignInvoice(name: string, { payment }: Invoice): Invoice {
  const after = FIXTURES.indexOf(name) + 1;
  for (const foreign of [...FIXTURES.slice(after), ...FIXTURES.slice(0, after)]) {
    const session = toInvoice(readSource(foreign), readBrand(foreign), {});
    if (session.payment?.kid !== payment?.kid) return session;
  }
  throw new Error(`every fixture has the reference of ${name}`);
}

describe('a document of ours', () => {
  let document: RealDocument | undefined;
  const render = async () => {
    document ??= await renderFixture('classic-comp');
    return document;
  };
  afterAll(() => document?.engine.close());

  /** The report on a forged copy of the document. */
  async function judge(forge: (file: string, folder: string) => Promise<Uint8Array>): Promise<Report> {
    const { engine, pdf, source } = await render();
    const forged = await withPdf(pdf, (file) => inTemporaryFolder((folder) => forge(file, folder)));
    return engine.validate(forged, source, { strict: true, rerender: false });
  }

  test.runIf(hasJudges('qpdf', 'mutool')).each([
    ['qpdf', '--object-streams=generate', '--recompress-flate'],
    ['qpdf', '--object-streams=disable'],
    ['qpdf', '--linearize'],
    ['qpdf', '--qdf', '--object-streams=disable'],
    ['mutool', 'clean', '-gz'],
    ['mutool', 'clean', '-d'],
  ])('stays proven when it is saved again by %s %s %s', async (tool, ...options) => {
    const { verdict, findings } = await judge(async (file, folder) => {
      const saved = join(folder, 'saved.pdf');
      await readTool(tool, [...options, file, saved]);
      return readFile(saved);
    });
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(verdict).toBe('valid');
  });

  test.runIf(hasJudges('qpdf'))('is found out when the glyphs of any fact are set in another order', async () => {
    const { engine, pdf, source } = await render();
    const plain = await withPdf(pdf, (file) =>
      inTemporaryFolder(async (folder) => {
        await readTool('qpdf', ['--qdf', '--object-streams=disable', file, join(folder, 'plain.pdf')]);
        return readFile(join(folder, 'plain.pdf'), 'latin1');
      }),
    );
    const marks = [...plain.matchAll(/^\/fact\.(?<fact>\S+) (?:<<\/MCID \d+>> BDC|BMC)$/gm)];
    expect(marks.length).toBeGreaterThan(80);
    for (const mark of marks) {
      const end = plain.indexOf('EMC', mark.index);
      const content = plain.slice(mark.index, end);
      const reversed = reverseGlyphs(content);
      if (reversed === content) continue;
      // Same length as before, so that no offset has to be mended.
      const forged = Buffer.from(plain.slice(0, mark.index) + reversed + plain.slice(end), 'latin1');
      const { verdict, findings } = await engine.validate(forged, source);
      const errors = findings.filter((finding) => finding.severity === 'error');
      expect({ content, verdict, fields: errors.map((finding) => finding.field) }).toEqual({
        content,
        verdict: 'invalid',
        fields: [mark.groups?.['fact']],
      });
    }
  });

  test('is found out for any digit of any fact', async () => {
    const { pdf, invoice } = await render();
    const reading = await readDocument(pdf);
    if (reading.kind !== 'read') throw new Error(reading.detail);
    const { pages } = reading.document;
    const texts = readBrandTexts('classic-comp');
    let mutants = 0;
    for (const run of pages.flatMap((page) => page.runs).filter(({ fact }) => fact !== null)) {
      for (const { index, 0: digit } of run.text.matchAll(/\d/g)) {
        const text = `${run.text.slice(0, index)}${(Number(digit) + 1) % 10}${run.text.slice(index + 1)}`;
        const forged = pages.map((page) => ({
          ...page,
          runs: page.runs.map((other) => (other === run ? { ...run, text } : other)),
        }));
        const { verdict, findings } = checkDocument({ ...reading.document, pages: forged }, invoice, { texts });
        expect({ text, verdict, fields: findings.map((finding) => finding.field) }).toEqual({
          text,
          verdict: 'invalid',
          fields: [run.fact],
        });
        mutants += 1;
      }
    }
    expect(mutants).toBeGreaterThan(350);
  });

  test('is found out when bits of it are flipped where they show, and never breaks the reader', async () => {
    const { engine, pdf, source } = await render();
    const whole = Buffer.from(pdf);
    let state = 20261123;
    const survivors = { shown: 0, strict: 0 };
    for (let n = 0; n < 60; n += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      const flipped = Buffer.from(whole);
      const at = state % flipped.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8));
      const { verdict } = await engine.validate(flipped, source);
      if (verdict === 'valid') survivors.shown += 1;
      const strict = await engine.validate(flipped, source, { strict: true, rerender: false });
      if (strict.verdict === 'valid') survivors.strict += 1;
    }
    // Bits in font programs and colour profiles change no fact, so most go unseen; in strict the streams' checksums tell.
    expect(survivors).toEqual({
      shown: expect.toSatisfy((n: number) => n < 50),
      strict: expect.toSatisfy((n: number) => n < 15),
    });
  }, 120_000);

  test('is found out when anything is appended to it', async () => {
    const { engine, pdf, source } = await render();
    const appended = Buffer.concat([pdf, Buffer.from('1 0 obj\n<< >>\nendobj\n')]);
    expect(await engine.validate(appended, source, { strict: true, rerender: false })).toMatchObject({
      verdict: 'invalid',
      findings: [
        { ruleId: 'revisions', channel: 'bytes' },
        { ruleId: 'part-unexpected', found: expect.stringMatching(/^\d+ bytes that belong to no object$/) },
        { ruleId: 'part-unexpected', found: expect.stringMatching(/^an object at byte \d+ within another$/) },
      ],
    });
    expect(await engine.validate(appended, source)).toMatchObject({
      verdict: 'valid',
      findings: [{ ruleId: 'revisions', severity: 'warning' }],
    });
  });
});

/** Sets a mark's first stretch of glyphs backwards. */
function reverseGlyphs(content: string): string {
  return content.replace(/<(?<codes>(?:[0-9a-f]{4})+)>/i, (_, codes: string) => {
    return `<${(codes.match(/.{4}/g) ?? []).reverse().join('')}>`;
  });
}

describe('a template that errs', () => {
  const CLASSIC = fileURLToPath(new URL('../../templates/classic', import.meta.url));

  /** The report on a document of `classic` with replacements made in one of its files. */
  async function judge(file: string, replacements: Readonly<Record<string, string>>): Promise<Report> {
    return inTemporaryFolder(async (folder) => {
      const template = join(folder, 'classic');
      await cp(CLASSIC, template, { recursive: true });
      let text = await readFile(join(template, file), 'utf8');
      for (const [right, wrong] of Object.entries(replacements)) {
        expect(text).toContain(right);
        text = text.replace(right, wrong);
      }
      await writeFile(join(template, file), text);
      const { engine, pdf, source } = await renderFixture('classic-comp', { template });
      const report = await engine.validate(pdf, source);
      await engine.close();
      return report;
    });
  }

  test('by printing the net total as what is payable', async () => {
    const { verdict, findings } = await judge('partials/payment.hbs', {
      '{{money invoice.payable code=true}}': '{{money invoice.netTotal code=true}}',
    });
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([
      { ruleId: 'fact-misprinted', field: 'payable', expected: '17 086,50 NOK', found: '14 451,60 NOK', page: 1 },
    ]);
  });

  test('by printing another day as the due date', async () => {
    const { verdict, findings } = await judge('partials/payment.hbs', {
      '{{date invoice.dueDate}}': '{{date invoice.issueDate}}',
    });
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([{ field: 'dueDate', expected: '7.12.2026', found: '23.11.2026' }]);
  });

  test('by skipping a line', async () => {
    const { verdict, findings } = await judge('partials/lines.hbs', {
      '{{#each lines}}': '{{#each lines}}{{#unless (eq position "2")}}',
      '{{/each}}\n{{#if subtotal}}': '{{/unless}}{{/each}}\n{{#if subtotal}}',
    });
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([
      { ruleId: 'line-missing', field: 'line.2', expected: 'Filterkaffe Morgen, malt 500 g, 3 588,00 NOK' },
    ]);
  });

  test('by printing its lines twice', async () => {
    const { verdict, findings } = await judge('invoice.hbs', { '{{> lines}}': '{{> lines}}{{> lines}}' });
    expect(verdict).toBe('invalid');
    const repeated = findings.filter((finding) => finding.ruleId === 'line-repeated');
    expect(repeated.map((finding) => finding.field)).toContain('line.9.description');
  });

  test('by printing a second total without a mark', async () => {
    const { verdict, findings } = await judge('partials/payment.hbs', {
      '{{label "payee"}}': '{{label "payable"}} {{money invoice.netTotal}}',
    });
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([
      // It stands where the payee's name is looked for, too.
      { ruleId: 'label-contradicts', field: 'payee' },
      { ruleId: 'figure-unexplained', found: '14 451,60' },
    ]);
  });

  test('by marking one line as another', async () => {
    const { verdict, findings } = await judge('partials/lines.hbs', {
      'data-fact="line.{{position}}.amount"': 'data-fact="line.1.amount"',
    });
    expect(verdict).toBe('invalid');
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'line-row' }));
  });
});
