// A merchant's tests of its invoices, with Node's own test runner: node --test examples/template-tests/
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertTemplate, checkRandomOrders, matchInvoiceSnapshot, renderPreview } from 'fakturapress/testing';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A template that comes with the package; the folder of your own does as well. */
const template = 'classic';
const brand = here('brand.json');

test('our own order says what it should', async () => {
  const preview = await renderPreview({ template, brand, source: readFileSync(here('order.json')) });
  assert.equal(preview.report.verdict, 'valid');
  assert.equal(preview.pageCount, 1);
  assert.equal(preview.report.facts.payee, 'Kravia AS');
  assert.match(preview.text, /Nordlys Sport/);
});

test('our own order looks as we approved it', async () => {
  const preview = await renderPreview({ template, brand, source: readFileSync(here('order.json')) });
  const { pass, message } = matchInvoiceSnapshot(preview, here('preview/our-order.nb.txt'));
  assert.ok(pass, message());
});

test('orders by chance are right too', async () => {
  await checkRandomOrders({ template, count: 5, maxLines: 12 });
});

// Minutes long, since it tries every order there is: once a day, or before a new version of the template.
test('the template stands everything', { skip: process.env.EVERYTHING === undefined }, async () => {
  await assertTemplate(template, { randomOrders: 50 });
});
