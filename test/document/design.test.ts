import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCascade, parseHtml, parseStyleSheet, type StyledElement } from '#dist/document/index.js';
import { flatten, textOf } from './documents.ts';

/**
 * Static pages as designers write them. They lie beside the project, not in it; where they are missing the piece below
 * stands in for them.
 */
const DESIGN = fileURLToPath(new URL('../../../shared/design/', import.meta.url));
const comps = existsSync(DESIGN) ? readdirSync(DESIGN).filter((file) => file.endsWith('.html')) : [];

const PIECE = `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<title>Faktura</title>
<style>
@page { size: A4; margin: 0 }
:root {
  --ink: #1b1d1f; --accent: #0b5d6b;
  --serif: "Source Serif 4", Georgia, serif; --sans: "Source Sans 3", Arial, sans-serif;
}
* { box-sizing: border-box; margin: 0; padding: 0 }
body { font: 9.5pt/13.5pt var(--sans); color: var(--ink); font-variant-numeric: tabular-nums lining-nums }
.lines th { font-size: 7.8pt; text-align: right; padding: 0 0 1.5mm 0; border-bottom: .5pt solid var(--ink) }
.total .due td { font: 600 12.5pt/16pt var(--serif); font-variant-numeric: tabular-nums lining-nums }
.pay { position: absolute; left: 20mm; bottom: 31mm; border-top: 1.6pt solid var(--accent) }
.ref { white-space: nowrap; letter-spacing: .06em }
</style>
</head>
<body>
<table class="lines"><thead><tr><th scope="col">Antall</th></tr></thead></table>
<div class="total"><table><tr class="due"><td data-fact="grossTotal">17&nbsp;086,50</td></tr></table></div>
<div class="pay"><svg viewBox="0 0 4 4" aria-hidden="true"><circle cx="2" cy="2" r="2" fill="#0b5d6b"/></svg><span class="ref" data-fact="kid">300000019497814</span></div>
</body>
</html>`;

function styledBody(text: string, file: string): StyledElement {
  return createCascade([]).style(parseHtml(text, { file })).body;
}

function find(body: StyledElement, predicate: (element: StyledElement) => boolean): StyledElement {
  const found = flatten(body).find(predicate);
  if (found === undefined) throw new Error('the page has no such element');
  return found;
}

describe('a piece of a page as a designer writes it', () => {
  const body = styledBody(PIECE, 'piece.html');

  it('gets the styles that were meant', () => {
    expect(body.style).toMatchObject({
      fontFamily: ['Source Sans 3', 'Arial', 'sans-serif'],
      fontSize: 9.5,
      lineHeight: 13.5,
    });
    expect(find(body, ({ element }) => element.tag === 'th').style).toMatchObject({
      fontSize: 7.8,
      fontWeight: 700,
      lineHeight: 13.5,
      textAlign: 'right',
      boxSizing: 'border-box',
      borderBottom: { width: 0.5, style: 'solid', color: { red: 0x1b / 255 } },
      fontVariantNumeric: { figureSpacing: 'tabular', figureStyle: 'lining' },
    });
    expect(find(body, ({ element }) => element.attributes['data-fact'] === 'grossTotal').style).toMatchObject({
      fontFamily: ['Source Serif 4', 'Georgia', 'serif'],
      fontSize: 12.5,
      fontWeight: 600,
      lineHeight: 16,
      fontVariantNumeric: { figureSpacing: 'tabular', figureStyle: 'lining' },
    });
    const pay = find(body, ({ element }) => element.attributes['class'] === 'pay');
    expect(pay.style).toMatchObject({
      position: { kind: 'absolute' },
      borderTop: { width: 1.6, color: { green: 0x5d / 255 } },
    });
    expect(pay.style.bottom).toEqual({ points: expect.closeTo((31 * 72) / 25.4, 9), percent: 0 });
    expect(find(body, ({ element }) => element.tag === 'span').style.letterSpacing).toBeCloseTo(0.57, 9);
  });
});

describe.skipIf(comps.length === 0).each(comps)('%s', (file) => {
  const text = readFileSync(`${DESIGN}${file}`, 'utf8');
  const page = createCascade([]).style(parseHtml(text, { file }));

  it('is taken as it is', () => {
    expect(page.firstPage.width).toBeCloseTo((210 * 72) / 25.4, 9);
    expect(page.firstPage).toMatchObject({ marginTop: 0, marginLeft: 0 });
    expect(page.body.style.marginTop).toEqual({ points: 0, percent: 0 });
  });

  it('keeps every fact and all its text', () => {
    const facts = [...text.matchAll(/data-fact="([^"]*)"/g)].map(([, fact]) => fact);
    const kept = flatten(page.body).flatMap(({ element }) => element.attributes['data-fact'] ?? []);
    expect(kept).toEqual(facts);
    const kid = find(page.body, ({ element }) => element.attributes['data-fact'] === 'kid');
    expect(textOf(kid)).toMatch(/^\d+$/);
    expect(find(kid, ({ element }) => element.attributes['class'] === 'ref').style).toMatchObject({
      whiteSpace: 'nowrap',
    });
  });

  it('lets sheets that were read once serve as well as its own <style>', () => {
    const css = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    const bare = text.replace(/<style>[\s\S]*<\/style>/, '');
    const shared = createCascade([parseStyleSheet(css, { file: 'style.css' })]).style(parseHtml(bare, { file }));
    expect(flatten(shared.body).map(({ style }) => style)).toEqual(flatten(page.body).map(({ style }) => style));
  });
});
