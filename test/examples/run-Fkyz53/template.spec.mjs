// The same with vitest: npx vitest run --root examples/template-tests
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { invoiceMatchers, renderPreview } from 'fakturapress/testing';
import { expect, test } from 'vitest';

expect.extend(invoiceMatchers);

/** A cold start on a busy machine. */
const timeout = 60_000;

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const order = { template: 'classic', brand: here('brand.json'), source: readFileSync(here('order.json')) };

test('our own order looks as we approved it', { timeout }, async () => {
  expect(await renderPreview(order)).toMatchInvoiceSnapshot(here('preview/our-order.nb.txt'));
});

test.each(['nn', 'en'])('our own order is right in %s', { timeout }, async (locale) => {
  const { report } = await renderPreview({ ...order, locale });
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
