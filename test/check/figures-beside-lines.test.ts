import { expect, test } from 'vitest';
import { checkDocument } from '#dist/check/index.js';
import type { Finding } from '#dist/index.js';
import { type ReadDocument, readDocument, type TextRun } from '#dist/readback/index.js';
import { renderFixture } from './real-document.ts';

/** What is found on a document once each unmarked run that is picked says something else. */
async function judge(name: string, change: (run: TextRun, line: readonly TextRun[]) => string | null) {
  const { engine, pdf, invoice } = await renderFixture(name);
  await engine.close();
  const reading = await readDocument(pdf);
  if (reading.kind !== 'read') throw new Error(reading.detail);
  let changes = 0;
  const pages = reading.document.pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => {
      const line = page.runs.filter((other) => Math.abs(other.baseline - run.baseline) < 1);
      const text = run.fact === null ? change(run, line) : null;
      if (text === null || changes > 0) return run;
      changes += 1;
      return { ...run, text };
    }),
  }));
  expect(changes).toBe(1);
  const read: ReadDocument = { ...reading.document, pages };
  return checkDocument(read, invoice, { language: 'nb' }).findings.filter(isUnexplained);
}

const isUnexplained = ({ ruleId }: Finding) => ruleId === 'digits-unexplained';

/** Whether a run stands beside the facts of the line. */
const isBeside = (position: number, line: readonly TextRun[]) =>
  line.some(({ fact }) => fact?.startsWith(`line.${position}.`));

// 4 and 1 are words of the session and counts of pages elsewhere.
test.each(['4', '1', '7'])('the number of a line may not be %s, which is another’s', async (number) => {
  const found = await judge('compact-comp', ({ text }, line) => (text === '5' && isBeside(5, line) ? number : null));
  expect(found).toMatchObject([{ field: 'line.5', found: number }]);
});

test('an article number may not be that of another line', async () => {
  const { engine, invoice } = await renderFixture('compact-comp');
  await engine.close();
  const [own, other] = [invoice.lines[2]?.sku ?? '', invoice.lines[3]?.sku ?? ''];
  expect(own).toMatch(/^\d+$/);
  const found = await judge('compact-comp', ({ text }, line) => (text === own && isBeside(3, line) ? other : null));
  expect(found).toMatchObject([{ field: 'line.3', found: other }]);
});

test('the steps of consumer may not be miscounted, whatever the session has a number of', async () => {
  const found = await judge('consumer-comp', ({ text }) => (text === '2' ? '1' : null));
  expect(found).toMatchObject([{ field: null, found: '1' }]);
});
