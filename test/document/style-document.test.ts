import { describe, expect, it } from 'vitest';
import {
  type ComputedStyle,
  parseHtml,
  parseStyleSheet,
  type StyledElement,
  styleDocument,
} from '#dist/document/index.js';

function styleOf(css: string, body: string, find: (element: StyledElement) => boolean): ComputedStyle {
  const html = parseHtml(`<!doctype html><html lang="nb"><head><title>T</title></head><body>${body}</body></html>`, {
    file: 'a.html',
  });
  const styled = styleDocument(html, [parseStyleSheet(css, { file: 'a.css' })]);
  const found = flatten(styled.body).find(find);
  if (found === undefined) throw new Error('no such element');
  return found.style;
}

function flatten(element: StyledElement): readonly StyledElement[] {
  return [element, ...element.children.flatMap((child) => (child.kind === 'element' ? flatten(child) : []))];
}

describe('the cascade', () => {
  it('lets the more specific rule win, then the later one', () => {
    const css = 'p { color: red } .a { color: green } p { color: blue }';
    expect(styleOf(css, '<p class="a">x</p>', (e) => e.element.tag === 'p').color).toEqual({
      red: 0,
      green: 128 / 255,
      blue: 0,
      alpha: 1,
    });
    expect(styleOf(css, '<p>x</p>', (e) => e.element.tag === 'p').color).toEqual({
      red: 0,
      green: 0,
      blue: 1,
      alpha: 1,
    });
  });
});
