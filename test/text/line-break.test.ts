/// <reference path="../../src/text/linebreak.d.ts" />
import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import { canBreakAnywhere, segment } from '#dist/text/index.js';

/** A text with a bar at every place where a line may end. */
function showBreaks(text: string): string {
  const starts = new Set(segment(text).map((piece) => piece.start));
  return Array.from({ length: text.length }, (_, i) => (i > 0 && starts.has(i) ? '|' : '') + text.charAt(i)).join('');
}

describe('line breaking', () => {
  it.each([
    ['between words', 'Kaffe og te', 'Kaffe |og |te'],
    ['after a hyphen and a dash, not before', 'e-post 2020–2026', 'e-|post |2020–|2026'],
    ['after a slash between words, not in a number', 'kr/mnd 50/50', 'kr/|mnd |50/50'],
    ['never at a no-break space', '1\u00a0234,50\u00a0kr 25\u00a0%', '1\u00a0234,50\u00a0kr |25\u00a0%'],
    ['never at a narrow or figure space', '1\u202f234 1\u2007234', '1\u202f234 |1\u2007234'],
    ['never at a no-break hyphen or a word joiner', 'A\u20114 a\u2060-b', 'A\u20114 |a\u2060-|b'],
    [
      'never within an amount, a date or a reference',
      '1.234,50 2026-11-23 23.11.2026',
      '1.234,50 |2026-11-23 |23.11.2026',
    ],
    ['never between a number and what belongs to it', '25% €10 §12 (Oslo) «AS»', '25% |€10 |§12 |(Oslo) |«AS»'],
    ['at a soft hyphen and a zero width space', 'kaffe\u00adkopp\u200bfat', 'kaffe\u00ad|kopp\u200b|fat'],
    ['between ideographs', '日本語 a', '日|本|語 |a'],
  ])('%s', (_, text, expected) => {
    expect(showBreaks(text)).toBe(expected);
  });

  // Chromium has a table of its own for ASCII. Everything else in a list of 132 texts breaks alike.
  it.each([
    ['keeps dates and number ranges whole, Chromium 2026-|11-|23', '2026-11-23', '2026-11-23'],
    ['keeps codes with digits whole, Chromium A-|1', 'A-1', 'A-1'],
    ['lets words part at a slash, Chromium og/eller', 'og/eller', 'og/|eller'],
    ['parts after an exclamation mark, Chromium foo!bar', 'foo!bar', 'foo!|bar'],
  ])('differs from Chromium by the book: %s', (_, text, expected) => {
    expect(showBreaks(text)).toBe(expected);
  });

  it('tells what a line may lose at its end, and what a break must show', () => {
    expect(segment('a  \tb\u00adc\nd\r\n\ne\u2028')).toEqual([
      { text: 'a', start: 0, trailingSpace: '  \t', breakAfter: 'allowed', hyphen: false },
      { text: 'b\u00ad', start: 4, trailingSpace: '', breakAfter: 'allowed', hyphen: true },
      { text: 'c', start: 6, trailingSpace: '', breakAfter: 'mandatory', hyphen: false },
      { text: 'd', start: 8, trailingSpace: '', breakAfter: 'mandatory', hyphen: false },
      { text: '', start: 11, trailingSpace: '', breakAfter: 'mandatory', hyphen: false },
      { text: 'e', start: 12, trailingSpace: '', breakAfter: 'mandatory', hyphen: false },
    ]);
    expect(segment('')).toEqual([]);
  });

  it('loses nothing but line ends, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const whole = segment(text)
          .map((piece) => piece.text + piece.trailingSpace)
          .join('');
        expect(whole).toBe(text.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, ''));
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it.each([
    ['one word', 'a'],
    ['spaces', ' '],
    ['hyphens', '-'],
    ['surrogates', '\ud83d'],
    ['words', 'ord '],
    ['lines', '\n'],
  ])('takes half a megabyte of %s in a moment', (_, unit) => {
    const start = process.cpuUsage();
    segment(unit.repeat(Math.floor(500_000 / unit.length)));
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });

  it('breaks plain texts, which it divides without the library, as the library would', () => {
    const character = fc.constantFrom(...'aZ9øßÿ.,  \u00a0');
    const text = fc.string({ unit: character, minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, (written) => {
        const breaker = new LineBreaker(written);
        const starts: number[] = [0];
        for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) starts.push(next.position);
        expect(segment(written).map(({ start }) => start)).toEqual(starts.filter((start) => start < written.length));
        expect(
          segment(written)
            .map((piece) => piece.text + piece.trailingSpace)
            .join(''),
        ).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets a word that is too long break anywhere but inside a character', () => {
    const text = 'a\u0308b😀c';
    const breaks = Array.from({ length: text.length + 1 }, (_, i) => i).filter((i) => canBreakAnywhere(text, i));
    // Not between a and its mark (1), not inside the emoji (4), not at either end.
    expect(breaks).toEqual([2, 3, 5]);
  });
});
