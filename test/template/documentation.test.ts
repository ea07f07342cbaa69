import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseStyleSheet } from '#dist/document/index.js';
import {
  compileTemplate,
  describeHelpers,
  describeValues,
  lintTemplate,
  loadTemplate,
  parseBrand,
  prepareTemplate,
} from '#dist/template/index.js';
import { SAMPLE_BRAND, sampleInvoice } from './sample-invoice.ts';

const prepared = prepareTemplate(loadTemplate('classic'), {
  brand: parseBrand({ ...SAMPLE_BRAND, template: { options: { grouping: true } } }, { file: 'brand.json' }),
  hasLogo: true,
  locale: 'nb',
});
const [line] = sampleInvoice({}, 1).lines;
if (line === undefined) throw new Error('Unexpected lack of lines');
/** Nothing is null that has parts of its own. */
const view = prepared.toView(
  sampleInvoice({
    lines: [
      {
        ...line,
        group: { id: 'kaffe', name: 'Kaffe' },
        discount: { grossMinor: 100, netMinor: 80, percentBps: 100, description: null },
      },
    ],
    currency: 'EUR',
    payment: {
      kid: 'RF1920260410779',
      kidKind: 'rf',
      bban: '50001520011443',
      iban: 'FI5050001520011443',
      bic: 'OKOYFIHH',
      payee: 'Kravia',
    },
  }),
);

describe('the documentation of templates', () => {
  test.each(describeHelpers())('shows $name in use', ({ name, example }) => {
    expect(example).toContain(name);
    const { print } = compileTemplate({ name: 'example', source: example }, new Map());
    expect(() => print(view, prepared)).not.toThrow();
  });

  test('names every value of a view, and none that is not there', () => {
    const documented = describeValues().map(({ list, path }) => (list === null ? path : `${list}[].${path}`));
    // `payment` and its like are named as something that may be absent, and again part by part.
    const groups = new Set([
      ...['payment', 'payment.qr', 'payment.barcode', 'brand.logo', 'options'],
      ...['invoice.lines[].discount', 'invoice.groups[].subtotal'],
    ]);
    expect(documented.filter((path) => !groups.has(path)).toSorted()).toEqual(pathsOf(view, '').toSorted());
  });

  test.each(describeValues().filter(({ helper }) => helper !== null))(
    '$path is printed by its helper',
    ({ list, path, helper }) => {
      const inner = `{{#if ${path}}}{{${helper} ${path}}}{{/if}}`;
      const source = /(?:windowLines|payableFigures)$/.test(path) ? `{{${helper} ${path}}}` : inner;
      const { print } = compileTemplate(
        { name: 'example', source: list === null ? source : `{{#each ${list}}}${source}{{/each}}` },
        new Map(),
      );
      expect(() => print(view, prepared)).not.toThrow();
    },
  );
});

describe('the examples of the documentation work', () => {
  test('the brand file', () => {
    const [example] = examplesOf('brand.md', 'json');
    expect(parseBrand(JSON.parse(example ?? ''), { file: 'brand.json' }).name).toBe('Fjord Kaffe');
  });

  test('the template folder, once it prints what the law wants', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'template-')), 'mine');
    mkdirSync(join(folder, 'partials'), { recursive: true });
    const write = (file: string, text = '') => writeFileSync(join(folder, file), text);
    write('template.json', examplesOf('templates.md', 'json')[0]);
    write('invoice.hbs', examplesOf('templates.md', 'handlebars')[0]);
    write('style.css', examplesOf('templates.md', 'css').join('\n'));
    cpSync(
      fileURLToPath(new URL('../../templates/classic/partials/payment.hbs', import.meta.url)),
      join(folder, 'partials/payment.hbs'),
    );
    const settings = { brand: null, hasLogo: false, locale: 'nb' } as const;
    const mine = prepareTemplate(loadTemplate(folder), settings);
    expect(mine.toHtml(mine.toView(sampleInvoice()))).toContain('data-fact="line.9.amount">400,00</p>');
    expect(lintTemplate(loadTemplate(folder)).map(({ code }) => code)).toEqual(['TEMPLATE_MISSING_FACT']);
    rmSync(join(folder, '..'), { recursive: true });
  });

  test.each(examplesOf('templates.md', 'css'))('the style sheet %#', (css) => {
    expect(() => parseStyleSheet(css, { file: 'style.css' })).not.toThrow();
  });
});

/** Fenced code of one language in a page of docs/. */
function examplesOf(page: string, language: string): readonly string[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');
}

/** Paths to everything that a template can print or ask; typed values and lists of text are leaves. */
function pathsOf(value: unknown, path: string): readonly string[] {
  if (path === 'options') return [];
  // Described once, where they stand first.
  if (path === 'invoice.exemptions' || path === 'invoice.groups[].lines') return [path];
  if (Array.isArray(value)) {
    const [first] = value;
    return typeof first === 'object' ? [path, ...pathsOf(first, `${path}[]`)] : [path];
  }
  if (typeof value !== 'object' || value === null || isTyped(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => pathsOf(part, path === '' ? key : `${path}.${key}`));
}

function isTyped(value: object): boolean {
  return ['minor', 'date', 'bps', 'units', 'reference', 'digits'].some((key) => Object.hasOwn(value, key));
}
