import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInvoice } from '#dist/index.js';
import {
  assertTemplate,
  checkRandomOrders,
  loadFixtures,
  loadStandardFixtures,
  matchInvoiceSnapshot,
  renderPreview,
} from '#dist/testing/index.js';
import { TemplateCopy } from '../snapshot/template-copy.ts';

let template: TemplateCopy;
beforeAll(() => {
  template = new TemplateCopy();
});
afterAll(() => template.remove());

describe('the standard fixtures', () => {
  const fixtures = loadStandardFixtures();
  const find = (name: string) => fixtures.find((fixture) => fixture.name === name) ?? expect.fail(name);
  const invoiceOf = (name: string) => {
    const { source, brand, kind, creditNoteNumber } = find(name);
    return toInvoice(source, brand ?? null, { kind, creditNoteNumber });
  };

  it('are what their names say', () => {
    expect(fixtures.map(({ name }) => name)).toEqual([
      ...['one-line', 'five-hundred-lines', 'four-vat-rates', 'long-descriptions', 'credit-note'],
      ...['zero-total', 'awkward-names', 'sweden-b2b', 'finland-b2b'],
    ]);
    expect(invoiceOf('one-line').lines).toHaveLength(1);
    expect(invoiceOf('five-hundred-lines').lines).toHaveLength(500);
    expect(invoiceOf('four-vat-rates').vat).toHaveLength(4);
    expect(Math.max(...invoiceOf('long-descriptions').lines.map(({ description }) => description.length))).toBe(300);
    expect(invoiceOf('credit-note')).toMatchObject({ kind: 'credit-note', payment: null });
    expect(invoiceOf('sweden-b2b').seller?.country).toBe('SE');
    expect(invoiceOf('finland-b2b').seller?.country).toBe('FI');
    const letters = JSON.stringify(invoiceOf('awkward-names'));
    for (const letter of 'ÆØÅæøåÄÖäöÞþÐðÁáÉéÍíÓóÚúÝýČčĐđŊŋŠšŦŧŽž') expect(letters).toContain(letter);
  });

  it('hold an order that every template must refuse', () => {
    expect(find('zero-total').refusal).toBe('TOTAL_NOT_POSITIVE');
    expect(() => invoiceOf('zero-total')).toThrow(expect.objectContaining({ code: 'TOTAL_NOT_POSITIVE' }));
  });

  it('stand beside every other sample of the package', () => {
    const names = loadFixtures().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('documentation-sample');
  });
});

describe('renderPreview', () => {
  it('gives document, verdict, text and pictures', async () => {
    const { report, text, pageCount, drawPage } = await renderPreview({ template: 'classic', locale: 'en' });
    expect([report.verdict, pageCount]).toEqual(['valid', 1]);
    expect(text).toContain('Invoice');
    expect(
      Buffer.from(await drawPage(1))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('reports what does not match, and a snapshot of it never passes', async () => {
    const wrong = new TemplateCopy();
    try {
      wrong.edit('partials/payment.hbs', '{{money invoice.payable', '{{money invoice.netTotal');
      const preview = await renderPreview({ template: wrong.folder });
      expect(preview.report.verdict).toBe('invalid');
      const { pass, message } = matchInvoiceSnapshot(preview, wrong.path('a.txt'), { update: true });
      expect([pass, message()]).toEqual([false, expect.stringContaining('does not match its order')]);
      expect(() => readFileSync(wrong.path('a.txt'))).toThrow('ENOENT');
    } finally {
      wrong.remove();
    }
  });
});

describe('orders by chance', { timeout: 120_000 }, () => {
  it('are proven, and the same again with the same seed', async () => {
    await checkRandomOrders({ template: 'classic', count: 6, maxLines: 8 });
  });

  it('say what a template cannot stand, and the seed that shows it', async () => {
    const fragile = new TemplateCopy();
    fragile.edit('style.css', /$/, '.lines { table-layout: fixed; width: 30mm }\n.lines td { white-space: nowrap }\n');
    try {
      await expect(checkRandomOrders({ template: fragile.folder, count: 4, maxLines: 2 })).rejects.toThrow(
        /seed: 1[\s\S]*TEXT_OVERFLOW/,
      );
    } finally {
      fragile.remove();
    }
  });
});

describe('assertTemplate', () => {
  it('gathers everything that is wrong', { timeout: 60_000 }, async () => {
    template.edit('style.css', /$/, 'p { colr: red }\n');
    await expect(assertTemplate(template.folder)).rejects.toThrow(
      /is not ready:\nlint: classic\/style\.css:\d+:5 .*CSS_UNKNOWN_PROPERTY/,
    );
  });
});
