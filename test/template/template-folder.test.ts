import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lintTemplate, listTemplates, loadTemplate, parseBrand, prepareTemplate } from '#dist/template/index.js';
import { toProbeInvoices } from '#dist/template/probe-invoices.js';

const CLASSIC = fileURLToPath(new URL('../../templates/classic/', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'template-')), 'mine');
  cpSync(CLASSIC, folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

function add(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

describe('loading', () => {
  test('by name or by folder', () => {
    expect(listTemplates()).toContain('classic');
    expect(loadTemplate('classic')).toMatchObject({
      name: 'classic',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(loadTemplate(folder).compiled.files).toContain('mine/partials/sums.hbs');
  });

  test('a name that is not there is refused with the nearest', () => {
    expect(() => loadTemplate('clasic')).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_NOT_FOUND', hint: 'Did you mean "classic"?' }),
    );
    expect(() => loadTemplate(join(folder, 'no/such/folder'))).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_NOT_FOUND' }),
    );
  });

  test.each([
    ['template.json', (text: string) => text.replace(/"\d+\.\d+\.\d+"/, '"one"'), 'TEMPLATE_MANIFEST'],
    ['template.json', (text: string) => text.replace('"page"', '"pages"'), 'TEMPLATE_MANIFEST'],
    ['template.json', (text: string) => text.replace('"paymentQr"', '"payQr"'), 'TEMPLATE_MANIFEST'],
    ['template.json', (text: string) => text.replace('"default": "auto"', '"default": "always"'), 'TEMPLATE_MANIFEST'],
    ['template.json', (text: string) => text.slice(1), 'TEMPLATE_MANIFEST'],
    ['invoice.hbs', (text: string) => text.replace('{{> lines}}', '{{> rows}}'), 'TEMPLATE_UNKNOWN_PARTIAL'],
    ['partials/lines.hbs', (text: string) => text.replace('{{/each}}', ''), 'TEMPLATE_SYNTAX'],
  ])('%s may be wrong', (file, change, code) => {
    edit(file, change);
    expect(() => loadTemplate(folder)).toThrow(expect.objectContaining({ code }));
  });

  test('takes of the options that a brand sets for another template those that both have', () => {
    const content = JSON.parse(readFileSync('fixtures/modern-comp/brand.json', 'utf8')) as { template: object };
    const options = { field: 'tint', paymentQr: false };
    const brand = parseBrand({ ...content, template: { name: 'modern', options } }, { file: 'brand.json' });
    const settings = { brand, hasLogo: true, locale: 'sv' } as const;
    expect(() => prepareTemplate(loadTemplate('classic'), settings)).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_OPTION', path: 'template.options.field' }),
    );
    const [invoice] = toProbeInvoices();
    if (invoice === undefined) throw new Error('there are invoices to try templates with');
    const { options: set } = prepareTemplate(loadTemplate('classic'), { ...settings, isBrandsOwn: false }).toView(
      invoice,
    );
    expect(set).toMatchObject({ paymentQr: false });
    expect(set).not.toHaveProperty('field');
  });

  test('a folder may bring words of its own, and a slip in a label has its place', () => {
    edit('invoice.hbs', (text) => text.replace('{{> lines}}', '<p>{{label "thanks"}}</p>\n{{> lines}}'));
    const settings = { brand: null, hasLogo: false, locale: 'nb' } as const;
    expect(() => prepareTemplate(loadTemplate(folder), settings)).toThrow(
      expect.objectContaining({
        code: 'TEMPLATE_UNKNOWN_LABEL',
        place: { file: 'mine/invoice.hbs', line: 26, column: 4 },
      }),
    );
    cpSync(join(CLASSIC, '../labels/nb.json'), join(folder, 'labels/nb.json'));
    add('labels/nb.json', '{"thanks": "Takk"}');
    expect(prepareTemplate(loadTemplate(folder), settings).labels.get('thanks')).toBe('Takk');
  });
});

describe('linting', () => {
  const lint = () => lintTemplate(loadTemplate(folder)).map(({ code, message, place }) => ({ code, message, place }));

  test('finds nothing in the templates that come with the package', () => {
    for (const name of listTemplates())
      expect(
        lintTemplate(loadTemplate(name)).map(({ message }) => message),
        name,
      ).toEqual([]);
  });

  test.each([
    ['partials/payment.hbs', 'kid', /does not print kid \(Kravia matches the payment by it\)/],
    ['partials/payment.hbs', 'payee', /payee/],
    ['partials/lines.hbs', 'line.{{position}}.amount', /line\.\*\.amount \(the session's own figure/],
    ['partials/lines.hbs', 'line.{{position}}.discount', /line\.\*\.discount/],
    ['partials/sums.hbs', 'rounding', /rounding \(gross \+ rounding − prepaid = payable\)/],
    ['partials/sums.hbs', 'vat.{{key}}.net', /vat\.\*\.net/],
    ['partials/sums.hbs', 'exemption.{{key}}', /exemption\.\*/],
    ['partials/facts.hbs', 'originalInvoice', /originalInvoice/],
    ['partials/facts.hbs', 'deliveryDate', /deliveryDate/],
    ['partials/running.hbs', 'seller.organizationNumber', /seller\.organizationNumber/],
  ])('%s without %s', (file, fact, message) => {
    edit(file, (text) => text.replaceAll(` data-fact="${fact}"`, ''));
    expect(lint()).toEqual([
      expect.objectContaining({ code: 'TEMPLATE_MISSING_FACT', message: expect.stringMatching(message) }),
    ]);
  });

  test('a fact that does not exist', () => {
    edit('partials/sums.hbs', (text) => text.replace('data-fact="vatTotal"', 'data-fact="line.{{x}}.amout"'));
    const found = lint();
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'TEMPLATE_UNKNOWN_FACT',
        message: 'no fact "line.*.amout"',
        place: { file: 'mine/partials/sums.hbs', line: 25, column: 64 },
      }),
    );
  });

  test('a fact inside a fact', () => {
    edit('partials/sums.hbs', (text) =>
      text.replace('<div class="total">', '<div class="total" data-fact="netTotal">'),
    );
    expect(lint()).toContainEqual(
      expect.objectContaining({
        code: 'TEMPLATE_NESTED_FACT',
        message: 'fact "netTotal" is marked inside fact "netTotal"',
        place: { file: 'mine/partials/sums.hbs', line: 24, column: 58 },
      }),
    );
  });

  test('a partial that nothing includes, and a value that is not there', () => {
    add('partials/extra.hbs', 'x');
    edit('invoice.hbs', (text) => text.replace('{{document.title}}', '{{document.titel}}'));
    expect(lint().map(({ code, place }) => [code, place?.file])).toEqual([
      ['TEMPLATE_UNUSED_PARTIAL', 'mine/partials/extra.hbs'],
      ['TEMPLATE_MISSING_VALUE', 'mine/invoice.hbs'],
    ]);
  });
});
