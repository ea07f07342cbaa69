import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '#dist/check/index.js';
import { namesOf } from '#dist/check/labels/index.js';
import { readFixture } from '../dintero/fixtures.ts';
import { inTemporaryFolder } from '../support/judges/temporary-folder.ts';
import { renderFixture } from './real-document.ts';
import { INVOICE, makeSpecimen, toContext } from './specimen.ts';

const LOCALES = ['nb', 'nn', 'sv', 'fi', 'da', 'en'] as const;
const CLASSIC = fileURLToPath(new URL('../../templates/classic', import.meta.url));

describe('what a label names', () => {
  test.each<[string, readonly string[] | null]>([
    ['KID', ['kid']],
    ['Payment reference (KID):', ['kid']],
    ['Forfallsdato', ['dueDate']],
    ['Sum eks. mva', ['line.netAmount', 'vat.net', 'netTotal']],
    ['Bankgiro', ['bban']],
    ['Kundens org.nr.', ['buyer.organizationNumber']],
    ['Å betale, NOK', ['payable', 'currency']],
    ['Kontonummer / KID', ['bban', 'kid']],
    ['Herav merverdiavgift', ['vatTotal']],
    ['Takk for handelen', null],
  ])('%s', (label, roles) => {
    const named = namesOf(label);
    expect(named === null ? null : [...named].sort()).toEqual(roles === null ? null : [...roles].sort());
  });
});

/** Findings about labels on a document of `classic` that was changed before it was made. */
async function judge(change: (template: string) => Promise<void>, options: { readonly brand?: object } = {}) {
  return inTemporaryFolder(async (folder) => {
    const template = join(folder, 'classic');
    await cp(CLASSIC, template, { recursive: true });
    await change(template);
    const { engine, pdf, source } = await renderFixture('classic-comp', { template, ...options });
    const { findings, verdict } = await engine.validate(pdf, source);
    await engine.close();
    return { verdict, fields: findings.map(({ ruleId, field }) => `${ruleId} ${field}`) };
  });
}

const edit = (file: string, pairs: Readonly<Record<string, string>>) => async (template: string) => {
  const path = join(template, file);
  const text = await readFile(path, 'utf8');
  const pattern = new RegExp(
    Object.keys(pairs)
      .map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  );
  const changed = text.replace(pattern, (found) => pairs[found] ?? found);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
};

const swap = (file: string, one: string, other: string) => edit(file, { [one]: other, [other]: one });

describe('a template that names one fact by the name of another is refused', () => {
  test('a name within a cell counts before the headings of the cell', async () => {
    const rate = '<td><span data-fact="line.{{position}}.vatRate">{{percent rate}}</span></td>';
    const inDescription = (word: string) =>
      edit('partials/lines.hbs', {
        [rate]: '<td></td>',
        '</span>{{#if discount}}': `</span> <span class="keep">${word} <span data-fact="line.{{position}}.vatRate">{{percent rate}}</span></span>{{#if discount}}`,
      });
    expect((await judge(inDescription('mva'))).fields).toEqual([]);
    expect((await judge(inDescription('rabatt'))).fields).toEqual(['label-contradicts line.1.vatRate']);
  });

  test('the KID and the account', async () => {
    const { fields } = await judge(swap('partials/payment.hbs', '{{payment.kidLabel}}', '{{payment.bbanLabel}}'));
    expect(fields).toEqual(['label-contradicts bban', 'label-contradicts kid']);
  });

  test('due date and invoice date', async () => {
    const { fields } = await judge(swap('partials/facts.hbs', '{{document.dateLabel}}', '{{label "dueDate"}}'));
    expect(fields).toEqual(['label-contradicts invoiceDate', 'label-contradicts dueDate']);
  });

  test('net and VAT', async () => {
    const { fields } = await judge(swap('partials/sums.hbs', '{{label "netTotal"}}', '{{label "vatTotal"}}'));
    expect(fields).toEqual(['label-contradicts netTotal', 'label-contradicts vatTotal']);
  });

  test('what is payable under a name for the net sum', async () => {
    const { fields } = await judge(edit('partials/payment.hbs', { '{{label "payable"}}': 'Netto' }));
    expect(fields).toEqual(['label-contradicts payable']);
  });

  test('columns of the lines', async () => {
    const { fields } = await judge(swap('partials/lines.hbs', '{{label "lineNet"}}', '{{label "lineAmount"}}'));
    expect(fields).toEqual(['label-contradicts line.1.netAmount', 'label-contradicts line.1.amount']);
  });

  test('columns of the VAT table', async () => {
    const { fields } = await judge(swap('partials/sums.hbs', '{{label "vatSummaryNet"}}', '{{label "vatSummaryVat"}}'));
    expect(fields).toEqual(['label-contradicts vat.2500.net', 'label-contradicts vat.2500.vat']);
  });

  test("the seller's number and the buyer's", async () => {
    const { fields } = await judge(
      edit('partials/facts.hbs', { '{{label "buyerOrganizationNumber"}}': 'Selgers org.nr.' }),
    );
    expect(fields).toEqual(['label-contradicts buyer.organizationNumber']);
  });

  test('by order of reading alone, where the page looks right', async () => {
    const { fields } = await judge(async (template) => {
      await edit('partials/payment.hbs', {
        '<div class="label">{{payment.kidLabel}}</div>': '<div class="label up">{{payment.bbanLabel}}</div>',
        '<div class="label">{{payment.bbanLabel}}</div>': '<div class="label down">{{payment.kidLabel}}</div>',
      })(template);
      await writeFile(
        join(template, 'style.css'),
        `${await readFile(join(template, 'style.css'), 'utf8')}\n.up { position: relative; left: -111pt }\n.down { position: relative; left: 111pt }\n`,
      );
    });
    expect(fields).toEqual(['label-contradicts bban', 'label-contradicts kid']);
  });

  test('by a file of labels', async () => {
    const { fields } = await judge(async (template) => {
      await mkdir(join(template, 'labels'));
      await writeFile(join(template, 'labels/nb.json'), '{ "iban": "KID", "kid": "IBAN" }');
    });
    expect(fields).toEqual(['label-contradicts kid', 'label-contradicts iban']);
  });
});

test('a group of goods may have a name that also names a figure: Transport', async () => {
  // As a brand of another template asks for groups, its options count as far as this one has them.
  const { engine, pdf, source } = await renderFixture('compact-comp', { template: 'classic' });
  const { verdict, findings } = await engine.validate(pdf, source);
  await engine.close();
  expect([verdict, findings.filter(({ severity }) => severity === 'error')]).toEqual(['valid', []]);
});

describe("a brand's own words", () => {
  const brand = JSON.parse(readFixture('classic-comp/brand.json').toString('utf8')) as object;
  const withLabels = (nb: Readonly<Record<string, string>>) => ({ ...brand, logo: undefined, labels: { nb } });
  const unchanged = () => Promise.resolve();

  test('name a fact in its own way', async () => {
    const own = withLabels({ dueDate: 'Senest', kid: 'Merkes med', payable: 'Denne gangen' });
    expect(await judge(unchanged, { brand: own })).toEqual({ verdict: 'valid', fields: [] });
  });

  test('do not name it as another', async () => {
    const { fields } = await judge(unchanged, { brand: withLabels({ kid: 'Kontonummer', dueDate: 'Fakturadato' }) });
    expect(fields).toEqual(['label-contradicts dueDate', 'label-contradicts kid']);
  });

  test('that no label of ours knows are a doubt where nobody vouches for them', async () => {
    const { verdict, fields } = await judge(edit('partials/payment.hbs', { '{{payment.bbanLabel}}': 'Hit' }));
    expect([verdict, fields]).toEqual(['valid', ['label-missing bban']]);
  });

  const doubts = (text: string) =>
    checkDocument(makeSpecimen(), INVOICE, toContext([`brand ${text}`])).findings.map(
      ({ ruleId, severity, found }) => `${ruleId} ${severity} ${found}`,
    );

  test.each<[string, string[]]>([
    ['Betal til konto 1506 30 92174 med KID 300000019497814.', []],
    ['Betal til konto 1506.30.92175.', ['brand-text-figure error 1506.30.92175']],
    ['IBAN NO93 8601 1117 947', ['brand-text-figure error NO93 8601 1117 947']],
    ['KID 300000019497841', ['brand-text-figure error 300000019497841']],
    ['Purregebyr: kr 35,00', ['brand-text-figure warning kr 35,00']],
    ['Å betale 1 250,00 kr', []],
    ['Ring +47 22 00 00 00 eller 22 00 00 01. Org.nr. 988 077 917', []],
  ])('%s', (text, expected) => expect(doubts(text)).toEqual(expected));
});

describe.each(LOCALES)('in %s', (locale) => {
  test('every label of a document names its fact', async () => {
    for (const name of ['classic-comp', 'partly-paid', 'finland-b2b', 'sweden-b2b']) {
      const { engine, pdf, source } = await renderFixture(name, { locale });
      const { findings } = await engine.validate(pdf, source);
      await engine.close();
      expect(findings.filter(({ ruleId }) => ruleId.startsWith('label-'))).toEqual([]);
    }
  });
});
