import { describe, expect, it } from 'vitest';
import { findFaintText } from '#dist/faint-text.js';
import { layOut } from '../layout/support.ts';

describe('findFaintText', () => {
  const faint = (css: string, body: string) =>
    findFaintText(layOut(css, body)).map(({ text, color, ground, contrast }) => [
      text,
      color,
      ground,
      contrast.toFixed(2),
    ]);

  it.each([
    ['on paper', 'p { color: #777777 }', [['Grey', '#777777', '#ffffff', '4.48']]],
    ['that is just dark enough', 'p { color: #767676 }', []],
    ['on a ground of its own', 'p { color: #767676; background: #f4f4f4 }', [['Grey', '#767676', '#f4f4f4', '4.13']]],
    ['that is large', 'p { color: #949494; font-size: 18pt }', []],
    [
      'that is large and too faint all the same',
      'p { color: #999; font-size: 18pt }',
      [['Grey', '#999999', '#ffffff', '2.85']],
    ],
    [
      'that is small and bold',
      'p { color: #8a8a8a; font: 700 13pt/15pt "Source Sans 3" }',
      [['Grey', '#8a8a8a', '#ffffff', '3.45']],
    ],
    ['in white on a dark ground', 'p { color: #fff; background: #2a35d8 }', []],
  ])('finds text %s', (_, css, expected) => {
    expect(faint(css, '<p>Grey</p>')).toEqual(expected);
  });

  it('takes the last of the grounds below, and none for granted over a picture', () => {
    const body = '<section><p>Grey</p></section>';
    expect(faint('section { background: #000 } p { background: #fff; color: #767676 }', body)).toEqual([]);
    expect(faint('section { background: #fff } p { background: #000; color: #111 }', body)).toHaveLength(1);
    const over = 'section { position: relative } img { display: block } p { position: absolute; top: 0; color: #fff }';
    expect(faint(over, '<section><img src="logo" alt=""><p>x</p></section>')).toEqual([]);
  });
});
