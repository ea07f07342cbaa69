import { describe, expect, it } from 'vitest';
import { context, fontBook, layOut, layOutHtml } from './support.ts';

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
`;

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

  it('takes time in proportion', { timeout: 120_000 }, () => {
    const time = (rows: number) => {
      const html = `<!doctype html><html lang="en"><head><title>T</title></head><body>${table(rows)}</body></html>`;
      const before = process.cpuUsage();
      layOutHtml(html, CSS);
      const { user } = process.cpuUsage(before);
      return user / rows;
    };
    time(1000);
    const small = Math.min(time(1000), time(1000), time(1000));
    // Ten times the rows at ten times the time is 1; quadratic growth would be 10.
    expect(time(10_000) / small).toBeLessThan(4);
  });
});
