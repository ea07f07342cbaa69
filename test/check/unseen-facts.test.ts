import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasJudges } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';
import { redrawFact, redrawFile } from './redraw.ts';

describe.runIf(hasJudges('qpdf'))('text of ours that is in the file but not on the paper', () => {
  let document: RealDocument;
  beforeAll(async () => {
    document = await renderFixture('classic-comp');
  });
  afterAll(() => document.engine.close());

  /** Errors that strict validation finds in a forgery, or validation as it is without being asked. */
  async function judge(forged: Uint8Array, strict = true) {
    const { findings } = await document.engine.validate(forged, document.source, { strict, rerender: false });
    return findings.filter((finding) => finding.severity === 'error');
  }
  const redraw = (draw: (operators: string) => string) => redrawFact(document.pdf, 'payable', draw);

  const COLOR = /^[\d.]+ [\d.]+ [\d.]+ rg$/m;
  const OVER = '52 118 104 18 re f\n';

  test.each<[ruleId: string, found: string, draw: (operators: string) => string]>([
    ['fact-unseen', 'text that is not painted', (drawn) => `3 Tr\n${drawn}0 Tr\n`],
    ['fact-unseen', 'text squeezed to 2 %', (drawn) => `2 Tz\n${drawn}100 Tz\n`],
    ['fact-unseen', 'text squeezed to 1 %', (drawn) => drawn.replace(/([\d.]+ [\d.]+) Td/, '0.01 0 0 1 $1 Tm')],
    ['fact-unseen', 'text in mirror writing', (drawn) => drawn.replace(/([\d.]+ [\d.]+) Td/, '1 0 0 -1 $1 Tm')],
    ['fact-unseen', 'text of the colour #ffffff on the colour #ffffff', (drawn) => drawn.replace(COLOR, '1 1 1 rg')],
    ['fact-unseen', 'text of the colour #fafafa on the colour #ffffff', (drawn) => drawn.replace(COLOR, '0.98 g')],
    [
      'fact-unseen',
      'text of the colour #ffffff on the colour #f2f2f2',
      (drawn) => `0.95 g ${OVER}${drawn.replace(COLOR, '1 g')}`,
    ],
    // On the dark part of its ground the figure begins, on the light part it ends.
    [
      'fact-unseen',
      'text of the colour #ffffff on the colour #ffffff',
      (drawn) => `0 g 50 118 40 18 re f\n${drawn.replace(COLOR, '1 g')}`,
    ],
    ['text-covered', 'paint over 100 % of a character', (drawn) => `${drawn}1 g ${OVER}`],
    [
      'text-covered',
      'paint over 100 % of a character',
      (drawn) => `${drawn}q 1 g 1 0 0 1 52 118 cm 0 0 104 18 re f Q\n`,
    ],
    ['text-covered', 'paint over 100 % of a character', (drawn) => `${drawn}1 G 18 w 52 127 m 156 127 l S\n`],
    // A sheet with a hole covers nothing through the hole; two crossing ways round make no hole.
    ['text-covered', 'paint over 100 % of a character', (drawn) => `${drawn}1 g 40 110 120 28 re 50 118 110 18 re f\n`],
    ['text-clipped', 'a character cut off by 100 %', (drawn) => `q 0 0 70 800 re W n\n${drawn}Q\n`],
    ['text-clipped', 'a character cut off by 100 %', (drawn) => `q 0 0 m 10 0 l 0 10 l h W n\n${drawn}Q\n`],
  ])('%s: %s', async (ruleId, found, draw) => {
    expect(await judge(await redraw(draw))).toContainEqual(
      expect.objectContaining({ ruleId, field: 'payable', found, page: 1 }),
    );
  });

  test('covers one digit only, and is found by that digit', async () => {
    const found = await judge(await redraw((drawn) => `${drawn}1 g 57 120 6 14 re f\n`));
    expect(found).toMatchObject([{ ruleId: 'text-covered', field: 'payable' }]);
  });

  test('is a stroke that makes an 8 of a 0', async () => {
    const found = await judge(await redraw((drawn) => `${drawn}0 G 1 w 76 129 m 82 129 l S\n`));
    expect(found).toMatchObject([{ ruleId: 'text-covered', field: 'payable' }]);
  });

  test('is a label in white, which leaves its figure without a meaning', async () => {
    const forged = await redrawFile(document.pdf, (plain) =>
      plain.replace(/(\/P <<\/MCID 23>> BDC\n)[\d.]+ [\d.]+ [\d.]+ rg/, '$11 1 1 rg'),
    );
    expect(await judge(forged)).toMatchObject([{ ruleId: 'text-unseen', field: null, page: 1 }]);
  });

  test('is told by strict validation alone', async () => {
    expect(await judge(await redraw((drawn) => `3 Tr\n${drawn}0 Tr\n`), false)).toEqual([]);
  });

  test('is beyond the edge of a crop box', async () => {
    const forged = await redrawFile(document.pdf, (plain) =>
      plain.replace(/\/MediaBox \[[^\]]*\]/, '$& /CropBox [0 0 595 400]'),
    );
    expect(new Set((await judge(forged)).map(({ ruleId }) => ruleId))).toContain('text-clipped');
  });

  test.each<[name: string, ruleId: string, begin: string, resources: string]>([
    ['a layer', 'text-optional', '/OC /L BDC', '/Properties << /L << /Type /OCG /Name (x) >> >> /ExtGState <<'],
    ['no opacity', 'fact-unseen', 'q /Z gs', '/ExtGState << /Z << /ca 0 >>'],
    ['a blend mode', 'fact-unseen', 'q /Z gs', '/ExtGState << /Z << /BM /Multiply >>'],
  ])('is under %s: %s', async (_, ruleId, begin, resources) => {
    const end = begin.endsWith('BDC') ? 'EMC' : 'Q';
    const drawn = await redraw((operators) => `${begin}\n${operators}${end}\n`);
    const forged = await redrawFile(drawn, (plain) => plain.replace(/\/ExtGState <</, resources));
    expect((await judge(forged)).map((finding) => finding.ruleId)).toContain(ruleId);
  });

  test.each<[string, (operators: string) => string]>([
    ['white on a dark ground', (drawn) => `0 g ${OVER}${drawn.replace(COLOR, '1 g')}`],
    [
      'white on a dark ground that is moved there',
      (drawn) => `q 1 0 0 1 52 118 cm 0 g 0 0 104 18 re f Q\n${drawn.replace(COLOR, '1 g')}`,
    ],
    ['an outline', (drawn) => `1 Tr 0 G\n${drawn.replace(COLOR, '1 g')}0 Tr\n`],
    ['condensed', (drawn) => `70 Tz\n${drawn}100 Tz\n`],
    ['framed', (drawn) => `${drawn}0 G 1 w 52 118 104 18 re S\n`],
    ['underlined', (drawn) => `${drawn}0 g 56 122 90 0.6 re f\n`],
    ['struck out', (drawn) => `${drawn}0 G 0.6 w 56 128 m 160 128 l S\n`],
    ['in a hole of what covers its surroundings', (drawn) => `${drawn}1 g 40 118 116 20 re 50 120 104 16 re f*\n`],
    ['inside a clip', (drawn) => `q 0 0 595 842 re W n\n${drawn}Q\n`],
  ])('is not suspected where it is %s', async (_, draw) => expect(await judge(await redraw(draw))).toEqual([]));
});
