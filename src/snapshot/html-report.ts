import { loadEngineParts } from '../engine-parts.ts';
import { comparePictures, createRasterizer, encodePng, type Picture, type Rasterizer } from '../raster/index.ts';
import { findFixture, loadFixtures } from './fixtures.ts';
import { toEngineOptions } from './make-case.ts';
import { repaintSnapshot } from './repaint-snapshot.ts';
import type { CaseResult, TemplateResult } from './run-snapshots.ts';

/** A report stays a file that a browser opens at once: so many cases, and so many pages of each, are shown as pictures. */
const MAX_PICTURED_CASES = 20;
const MAX_PICTURED_PAGES = 3;
/** Pixels a point: small letters can still be read. */
const SCALE = 1.5;

/**
 * What differs, as one HTML file without scripts: each case with its differences in words, and its pages as approved, as
 * they are now, and with what differs in red.
 */
export async function writeHtmlReport(results: readonly TemplateResult[], brand?: string): Promise<string> {
  const rasterizer = await createRasterizer();
  let pictured = 0;
  const sections: string[] = [];
  try {
    for (const result of results) {
      for (const one of result.cases.filter(({ outcome }) => outcome !== 'same')) {
        const pictures = pictured < MAX_PICTURED_CASES ? await drawCase(result, one, rasterizer, brand) : [];
        if (pictures.length > 0) pictured += 1;
        sections.push(toSection(result, one, pictures));
      }
    }
  } finally {
    rasterizer.close();
  }
  const summaries = results.map(toSummary).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>Snapshots: what differs</title>
<style>${STYLE}</style>
<h1>Snapshots: what differs</h1>
<ul>
${summaries}
</ul>
${sections.join('\n')}
</html>
`;
}

interface PagePictures {
  readonly page: number;
  readonly before: Picture | null;
  readonly after: Picture | null;
}

async function drawCase(
  result: TemplateResult,
  one: CaseResult,
  rasterizer: Rasterizer,
  brand: string | undefined,
): Promise<readonly PagePictures[]> {
  const { approved, made } = one;
  if (made === null) return [];
  const fixture = findFixture(loadFixtures(), made.fixture);
  const parts = await loadEngineParts(toEngineOptions(result.directory, brand, fixture, made.locale));
  // Both are drawn from their text, so that rounding touches both alike.
  const after = await drawPages(rasterizer, repaintSnapshot(made, parts));
  const before = approved === null ? [] : await drawPages(rasterizer, repaintSnapshot(approved, parts));
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => ({
    page: index + 1,
    before: before[index] ?? null,
    after: after[index] ?? null,
  }));
}

async function drawPages(rasterizer: Rasterizer, pdf: Uint8Array): Promise<readonly Picture[]> {
  const document = await rasterizer.open(pdf);
  const pictures: Picture[] = [];
  try {
    for (let page = 1; page <= Math.min(document.pageCount, MAX_PICTURED_PAGES); page += 1) {
      pictures.push(await document.draw(page, SCALE));
    }
  } finally {
    document.close();
  }
  return pictures;
}

function toSummary({ template, version, fault, isUnrecorded, cases }: TemplateResult): string {
  const differing = cases.filter(({ outcome }) => outcome !== 'same').length;
  const words = [`${differing} of ${cases.length} differ`];
  if (fault !== null) words.push(fault.message);
  if (isUnrecorded) words.push('its content is not recorded as approved');
  return `<li><b>${escapeMarkup(template)} ${escapeMarkup(version)}</b>: ${escapeMarkup(words.join('; '))}</li>`;
}

function toSection({ template }: TemplateResult, one: CaseResult, pictures: readonly PagePictures[]): string {
  const told = [
    ...(one.fault === null ? [] : [{ title: one.fault.message, detail: one.fault.code }]),
    ...one.findings.map(({ message, ruleId }) => ({ title: message, detail: ruleId })),
    ...one.differences,
    ...(one.outcome === 'new' ? [{ title: 'Nothing approved yet', detail: '' }] : []),
    ...(one.outcome === 'gone' ? [{ title: 'No fixture of this name is left', detail: '' }] : []),
    ...(one.differingPixels ? [{ title: `${one.differingPixels} pixels differ`, detail: 'page 1 at 72 dpi' }] : []),
  ];
  const items = told
    .map(({ title, detail }) => `<li>${escapeMarkup(title)} <small>${escapeMarkup(detail)}</small></li>`)
    .join('');
  return `<section><h2>${escapeMarkup(`${template}, ${one.title}`)}</h2><ol>${items}</ol>${pictures.map(toRow).join('')}</section>`;
}

function toRow({ page, before, after }: PagePictures): string {
  const difference = before !== null && after !== null ? comparePictures(before, after).difference : null;
  const figures = [
    toFigure(`Approved, page ${page}`, before),
    toFigure(`Now, page ${page}`, after),
    toFigure('Difference', difference),
  ];
  return `<div class="row">${figures.join('')}</div>`;
}

function toFigure(caption: string, picture: Picture | null): string {
  if (picture === null) return '';
  const png = Buffer.from(encodePng(picture)).toString('base64');
  return `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${png}" alt="${caption}"></figure>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
body { margin: 24px } small { opacity: .7 } h2 { margin: 32px 0 8px; font-size: 16px }
.row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; margin: 12px 0 }
figure { margin: 0 } img { width: 100%; outline: 1px solid #8888 } figcaption { font-size: 12px; opacity: .7 }
`;
