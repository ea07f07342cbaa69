import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BASE_CSS, context, fontBook, layOut } from './support.ts';

/** Counts what layout asks of fonts, which is where its work lies. */
function countWork(rows: number): { shaped: number; measured: number; pages: number } {
  let shaped = 0;
  let measured = 0;
  const counting = {
    ...fontBook,
    shape: (...args: Parameters<typeof fontBook.shape>) => {
      shaped += 1;
      return fontBook.shape(...args);
    },
    measure: (...args: Parameters<typeof fontBook.measure>) => {
      measured += 1;
      return fontBook.measure(...args);
    },
  };
  const { pages } = layOut(CSS, table(rows), { ...context, fontBook: counting });
  return { shaped, measured, pages: pages.length };
}

const CSS = `
  @page { size: A4; margin: 20mm }
  table { border-collapse: collapse; width: 100% }
  td { padding: 1.5pt 0; border-bottom: .75pt solid #ccc }
  .flex { display: flex; gap: 6pt } .flex > * { flex: 1 } .wrap { flex-wrap: wrap } .wrap > * { flex: none; width: 30% }
  .column { flex-direction: column; gap: 1pt } .column > * { flex: none }
  .grid { display: grid; grid-template-columns: 1fr auto 40pt; gap: 2pt 6pt }
`;

/** Documents of many lines, as templates build them. */
const DOCUMENTS: Readonly<Record<string, (count: number) => string>> = {
  'rows of a table': table,
  'paragraphs that wrap': (count) => repeat(count, (i) => `<p>Line ${i} ${'with a good many words '.repeat(8)}</p>`),
  'flex rows': (count) => repeat(count, (i) => `<div class="flex"><div>Line ${i}</div><div>${i}</div></div>`),
  'items of one flex container that wraps': (count) =>
    `<div class="flex wrap">${repeat(count, (i) => `<div>Line ${i}</div>`)}</div>`,
  'items of one flex column': (count) =>
    `<div class="flex column">${repeat(count, (i) => `<div>Line ${i}</div>`)}</div>`,
  'items of one grid': (count) => `<div class="grid">${repeat(count, (i) => `<div>Line ${i}</div>`)}</div>`,
  'grids in a list': (count) =>
    `<ul>${repeat(count, (i) => `<li><div class="grid"><div>Line ${i}</div><div>${i}</div></div></li>`)}</ul>`,
};

function repeat(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('');
}

function table(rows: number): string {
  const body = Array.from(
    { length: rows },
    (_, i) => `<tr><td>Line ${i + 1} with some words</td><td>${i + 1}</td><td>${i + 1}00,00</td></tr>`,
  ).join('');
  return `<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody>${body}</tbody></table><p>Total</p>`;
}

describe('work grows with the number of rows and no faster', () => {
  it('shapes and measures each cell a constant number of times, from 10 rows to 10,000', { timeout: 120_000 }, () => {
    const [first, ...others] = [10, 100, 1000, 10_000].map((rows) => ({ rows, ...countWork(rows) }));
    if (first === undefined) throw new Error('no counts');
    for (const { rows, shaped, measured, pages } of others) {
      // The header is shaped once more for each page it is shown on at most.
      expect(shaped).toBeLessThanOrEqual((first.shaped / first.rows) * rows + 3 * pages);
      expect(measured).toBeLessThanOrEqual((first.measured / first.rows) * rows + 3 * pages);
    }
  });

  it.each(Object.entries(DOCUMENTS))('runs in proportion, from 10 to 10,000: %s', { timeout: 600_000 }, (_, make) => {
    // The first one loads and remembers what all share. Ten lines stand on one page, so that nothing is cut yet; a hundred
    // cost a little more than ten times as much. What grows faster than in proportion costs far more by the end.
    const [, ...counts] = countOperations([10, 10, 100, 1000, 10_000].map(make));
    for (const [i, operations] of counts.entries()) {
      if (i === 0) continue;
      const growth = operations / (counts[i - 1] ?? 0);
      expect(growth).toBeGreaterThan(5);
      expect(growth).toBeLessThan(11.5);
    }
  });
});

/** How often any block of layout runs for each document, in a process of its own. */
function countOperations(bodies: readonly string[]): number[] {
  const documents = bodies.map(
    (body) => `<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`,
  );
  const script = fileURLToPath(new URL('count-operations.mjs', import.meta.url));
  const input = JSON.stringify({ css: `${BASE_CSS}${CSS}`, documents });
  const output = execFileSync(process.execPath, ['--no-opt', script], { input, encoding: 'utf8' });
  return JSON.parse(output) as number[];
}
