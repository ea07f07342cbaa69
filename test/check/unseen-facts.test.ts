import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDocument } from '#dist/check/index.js';
import type { FactInk } from '#dist/readback/index.js';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';
import { INVOICE, makeSpecimen } from './specimen.ts';

describe.runIf(hasJudges('qpdf'))('a fact of ours that is in the file but not on the paper', () => {
  let document: RealDocument;
  beforeAll(async () => {
    document = await renderFixture('classic-comp');
  });
  afterAll(() => document.engine.close());

  /** Errors found in a copy whose `payable` is drawn otherwise. */
  async function judge(redraw: (operators: string) => string, strict = true) {
    const forged = await withPdf(document.pdf, (file) =>
      inTemporaryFolder(async (folder) => {
        const [plain, mended] = [join(folder, 'plain.pdf'), join(folder, 'mended.pdf')];
        await readTool('qpdf', ['--qdf', '--object-streams=disable', file, plain]);
        const content = await readFile(plain, 'latin1');
        const mark = /^\/fact\.payable <<\/MCID \d+>> BDC\n/m.exec(content);
        const start = (mark?.index ?? Number.NaN) + (mark?.[0].length ?? 0);
        const end = content.indexOf('EMC', start);
        const redrawn = redraw(content.slice(start, end));
        expect(redrawn).not.toBe(content.slice(start, end));
        await writeFile(plain, content.slice(0, start) + redrawn + content.slice(end), 'latin1');
        await readTool('qpdf', ['--warning-exit-0', plain, mended]);
        return readFile(mended);
      }),
    );
    const { findings } = await document.engine.validate(forged, document.source, { strict });
    return findings.filter((finding) => finding.severity === 'error');
  }

  const COLOR = /^[\d.]+ [\d.]+ [\d.]+ rg$/m;
  const REDRAWN: readonly (readonly [string, (operators: string) => string])[] = [
    ['text that is not painted', (operators) => `3 Tr\n${operators}0 Tr\n`],
    ['text that is not painted', (operators) => `7 Tr\n${operators}0 Tr\n`],
    ['text squeezed to 2 %', (operators) => `2 Tz\n${operators}100 Tz\n`],
    ['text squeezed to 1 %', (operators) => operators.replace(/([\d.]+ [\d.]+) Td/, '0.01 0 0 1 $1 Tm')],
    ['text of the colour #ffffff on #ffffff', (operators) => operators.replace(COLOR, '1 1 1 rg')],
    ['text of the colour #fafafa on #ffffff', (operators) => operators.replace(COLOR, '0.98 g')],
    [
      'text of the colour #ffffff on #ffffff, #f2f2f2',
      (operators) => `0.95 g 50 110 200 40 re f\n${operators.replace(COLOR, '1 g')}`,
    ],
  ];

  test.each(REDRAWN)('is told as %s', async (found, redraw) => {
    expect(await judge(redraw)).toMatchObject([{ ruleId: 'fact-unseen', field: 'payable', found, page: 1 }]);
  });

  test('is told by strict validation alone', async () => {
    expect(await judge((operators) => `3 Tr\n${operators}0 Tr\n`, false)).toEqual([]);
  });

  test.each<[string, (operators: string) => string]>([
    ['white on a dark ground', (operators) => `0 g 50 110 200 40 re f\n${operators.replace(COLOR, '1 g')}`],
    [
      'white on a dark ground that is moved there',
      (operators) => `q 1 0 0 1 50 110 cm 0 g 0 0 200 40 re f Q\n${operators.replace(COLOR, '1 g')}`,
    ],
    ['an outline', (operators) => `1 Tr 0 G\n${operators.replace(COLOR, '1 g')}0 Tr\n`],
    ['condensed', (operators) => `70 Tz\n${operators}100 Tz\n`],
  ])('is not suspected where it is %s', async (_, redraw) => expect(await judge(redraw)).toEqual([]));
});

describe('the ink of a fact', () => {
  const INK: FactInk = { fact: 'payable', colors: ['#1b1d1f'], opacity: 1, widthScale: 1, grounds: [] };
  const judge = (change: Partial<FactInk>) => {
    const read = makeSpecimen();
    const pages = read.pages.map((page) => ({ ...page, inks: [{ ...INK, ...change }] }));
    return checkDocument({ ...read, pages }, INVOICE).findings.map(({ ruleId, field }) => [ruleId, field]);
  };

  test.each<Partial<FactInk>>([
    { colors: [] },
    { opacity: 0.01 },
    { widthScale: 0 },
    { colors: ['#f4f4f4'] },
    { colors: ['#ffffff'], grounds: ['#fff8e0'] },
  ])('%j is a finding', (change) => expect(judge(change)).toEqual([['fact-unseen', 'payable']]));

  test.each<Partial<FactInk>>([
    {},
    { colors: ['#8a8a8a'] },
    { colors: ['#ffffff'], grounds: ['#0b5d6b'] },
    { colors: ['#ffffff'], grounds: [null] },
    { colors: [null] },
    { colors: ['#ffffff', '#000000'] },
    { opacity: 0.6, widthScale: 0.7 },
  ])('%j is none', (change) => expect(judge(change)).toEqual([]));
});
