import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { contrastOf, loadBrand, parseBrand, toBrandJsonSchema } from '#dist/template/index.js';
import { SAMPLE_BRAND } from './sample-invoice.ts';

const parse = (changes: Record<string, unknown>) => parseBrand({ ...SAMPLE_BRAND, ...changes }, { file: 'fjord.json' });

function faultOf(act: () => unknown): Fault {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('Unexpected success, expected a fault');
}

describe('a brand as the contract shows it', () => {
  test('becomes facts and looks', () => {
    expect(parse({})).toMatchObject({
      name: 'Fjord Kaffe',
      legalName: 'Fjord Kaffe AS',
      organizationNumber: '988077917',
      address: { lines: ['Storgata 1'], postalCode: '0155', postalPlace: 'Oslo', country: 'NO' },
      payee: 'Kravia AS',
      invoiceChannel: null,
      nationalCurrency: 'NOK',
      accent: '#0b5d6b',
      locale: 'nb',
      exemptions: {},
      statements: { foretaksregisteret: true, fTax: null, registeredOffice: null },
      registrations: [],
      template: { name: 'classic', options: {} },
    });
  });

  test.each([
    ['NO', '988 077 917 MVA', '988077917', 'NOK'],
    ['SE', '556677-8899', '5566778899', 'SEK'],
    ['FI', 'FI20774740', '20774740', 'EUR'],
    ['DK', '13585628', '13585628', 'DKK'],
    ['DE', '12-34', '1234', null],
  ])('of %s may write its number as %s', (country, written, digits, currency) => {
    expect(parse({ country, organizationNumber: written })).toMatchObject({
      organizationNumber: digits,
      nationalCurrency: currency,
    });
  });

  test('has its care-of and second street line in postal order', () => {
    const address = { ...SAMPLE_BRAND.address, co_address: 'c/o Berg', address_line_2: 'Oppgang B' };
    expect(parse({ address }).address.lines).toEqual(['c/o Berg', 'Storgata 1', 'Oppgang B']);
  });

  test('may speak several languages', () => {
    expect(parse({ texts: { intro: { nb: 'Takk', en: 'Thank you' } } }).texts.intro).toEqual({
      nb: 'Takk',
      en: 'Thank you',
    });
  });
});

describe('is refused, with the path and the nearest right key', () => {
  const { name: _name, ...nameless } = SAMPLE_BRAND;
  test.each([
    [{ legalname: 'x' }, 'BRAND_UNKNOWN_KEY', 'legalname', 'Did you mean "legalName"?'],
    [{ organisationNumber: 'x' }, 'BRAND_UNKNOWN_KEY', 'organisationNumber', 'Did you mean "organizationNumber"?'],
    [{ colors: { acent: '#000000' } }, 'BRAND_UNKNOWN_KEY', 'colors.acent', 'Did you mean "colors.accent"?'],
    [{ texts: { intros: 'x' } }, 'BRAND_UNKNOWN_KEY', 'texts.intros', 'Did you mean "texts.intro"?'],
    [{ address: { ...SAMPLE_BRAND.address, zip: '1' } }, 'BRAND_UNKNOWN_KEY', 'address.zip', null],
    [{ labels: { nb: { invoise: 'x' } } }, 'BRAND_UNKNOWN_KEY', 'labels.nb.invoise', 'Did you mean "invoice"?'],
    [{ labels: { no: { invoice: 'x' } } }, 'BRAND_UNKNOWN_KEY', 'labels.no', 'Did you mean "labels.nb"?'],
    [{ faces: { titel: 'Inter' } }, 'BRAND_UNKNOWN_KEY', 'faces.titel', 'Did you mean "faces.title"?'],
    [{ faces: { text: 'Source Sans' } }, 'BRAND_INVALID_VALUE', 'faces.text', 'Did you mean "Source Sans 3"?'],
    [{ locale: 'nbb' }, 'BRAND_INVALID_VALUE', 'locale', 'Did you mean "nb"?'],
    [{ template: { nam: 'x' } }, 'BRAND_UNKNOWN_KEY', 'template.nam', 'Did you mean "template.name"?'],
    [
      { iban: 'NO93' },
      'BRAND_UNKNOWN_KEY',
      'iban',
      'Remove it: amounts, accounts and references come from Kravia alone.',
    ],
    [{ name: undefined }, 'BRAND_MISSING_KEY', 'name', null],
    [{ address: { address_line: 'x', postal_code: '1' } }, 'BRAND_MISSING_KEY', 'address.postal_place', null],
    [{ name: '' }, 'BRAND_INVALID_VALUE', 'name', null],
    [{ name: 5 }, 'BRAND_INVALID_VALUE', 'name', null],
    [{ vatRegistered: 'yes' }, 'BRAND_INVALID_VALUE', 'vatRegistered', null],
    [{ country: 'Norge' }, 'BRAND_INVALID_VALUE', 'country', null],
    [{ email: 'not an address' }, 'BRAND_INVALID_VALUE', 'email', null],
    [{ website: 'javascript:alert(1)' }, 'BRAND_INVALID_VALUE', 'website', null],
    [{ colors: { accent: 'teal' } }, 'BRAND_INVALID_VALUE', 'colors.accent', null],
    [{ texts: { intro: 5 } }, 'BRAND_INVALID_VALUE', 'texts.intro', null],
    [{ texts: { intro: { nbo: 'a' } } }, 'BRAND_UNKNOWN_KEY', 'texts.intro.nbo', 'Did you mean "texts.intro.nb"?'],
    [{ locale: 'no' }, 'BRAND_INVALID_VALUE', 'locale', null],
    [{ registrations: ['a', ''] }, 'BRAND_INVALID_VALUE', 'registrations[1]', null],
    [{ organizationNumber: '988077918' }, 'BRAND_INVALID_VALUE', 'organizationNumber', null],
    [{ organizationNumber: '９８８０７７９１７' }, 'REFERENCE_CHARSET', 'organizationNumber', null],
    [{ colors: { accent: '#7fb8c4' } }, 'BRAND_CONTRAST', 'colors.accent', null],
    [{ colors: { accent: '#7a2452', tint: '#d8a9c0' } }, 'BRAND_CONTRAST', 'colors.tint', null],
    [{ colors: { tint: '#fbeee2' } }, 'BRAND_MISSING_KEY', 'colors.accent', null],
    [{ invoiceChannel: 'email' }, 'BRAND_INVALID_VALUE', 'invoiceChannel', null],
    [{ ['__proto__']: 1 }, 'BRAND_UNKNOWN_KEY', '__proto__', null],
  ])('%j', (changes, code, path, hint) => {
    const fault = faultOf(() => parse(changes));
    expect(fault).toMatchObject({ code, path });
    if (code.startsWith('BRAND')) expect(fault.message).toContain('fjord.json');
    if (hint !== null) expect(fault.hint).toBe(hint);
  });

  test('a misspelt key explains the missing one, so it is named first', () => {
    const fault = faultOf(() => parseBrand({ ...nameless, nmae: 'x' }, { file: 'fjord.json' }));
    expect(fault).toMatchObject({ code: 'BRAND_UNKNOWN_KEY', path: 'nmae', hint: 'Did you mean "name"?' });
    expect(fault.message).toContain('and 1 more');
  });

  test.each([null, [], 'text', 5])('what is no object: %j', (json) => {
    expect(faultOf(() => parseBrand(json, { file: 'fjord.json' })).code).toBe('BRAND_INVALID_VALUE');
  });

  test('a personal number is refused and not repeated', () => {
    const fault = faultOf(() => parse({ country: 'SE', organizationNumber: '811228-9874' }));
    expect(fault.code).toBe('BRAND_INVALID_VALUE');
    expect(JSON.stringify(fault)).not.toContain('811228');
  });
});

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#777777', 4.48],
  ['#0b5d6b', 7.52],
])('%s has a contrast of %d on white', (color, contrast) => {
  expect(contrastOf(color, '#ffffff')).toBeCloseTo(contrast, 1);
  expect(contrastOf('#ffffff', color)).toBe(contrastOf(color, '#ffffff'));
});

test('the JSON Schema describes every key and refuses unknown ones', () => {
  const schema = toBrandJsonSchema() as {
    additionalProperties: boolean;
    required: string[];
    properties: Record<string, object>;
  };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(['name', 'legalName', 'organizationNumber', 'country', 'vatRegistered', 'address']);
  for (const key of Object.keys(SAMPLE_BRAND)) expect(schema.properties).toHaveProperty(key);
  for (const key of ['account', 'iban', 'kid', 'amount', 'bic']) expect(schema.properties).not.toHaveProperty(key);
});

describe('from disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'brand-'));
    mkdirSync(join(folder, 'brand'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
  const write = (json: unknown) => {
    const path = join(folder, 'brand', 'fjord.json');
    writeFileSync(path, typeof json === 'string' ? json : JSON.stringify(json));
    return path;
  };

  test.each([
    ['logo.png', PNG],
    ['logo.jpg', Buffer.from('ffd8ffe000104a46494600', 'hex')],
  ])('comes with the bytes of its %s', (name, bytes) => {
    writeFileSync(join(folder, 'brand', name), bytes);
    const { brand, logo } = loadBrand(write({ ...SAMPLE_BRAND, logo: name }));
    expect(brand.logo).toBe(name);
    expect(Buffer.from(logo ?? []).equals(bytes)).toBe(true);
  });

  test('may begin with a byte order mark and have no logo', () => {
    expect(loadBrand(write(`\ufeff${JSON.stringify(SAMPLE_BRAND)}`)).logo).toBeNull();
  });

  test('names a template folder beside it by its whole path, and one of the package by its name', () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'template.json'), '{}');
    const named = (name: string) => loadBrand(write({ ...SAMPLE_BRAND, template: { name } })).brand.template.name;
    expect(named('../mine')).toBe(join(folder, 'mine'));
    expect(named('classic')).toBe('classic');
  });

  test.each([
    ['that climbs out of the folder', '../logo.png'],
    ['with an absolute path', '/etc/hostname'],
    ['that is not there', 'none.png'],
    ['that is a folder', 'below'],
    ['that is a link out of the folder', 'link.png'],
    ['that is no picture', 'text.png'],
    ['of more than 2 MB', 'large.png'],
  ])('a logo %s is refused', (_what, logo) => {
    writeFileSync(join(folder, 'logo.png'), PNG);
    mkdirSync(join(folder, 'brand', 'below'));
    symlinkSync(join(folder, 'logo.png'), join(folder, 'brand', 'link.png'));
    writeFileSync(join(folder, 'brand', 'text.png'), 'not a picture');
    writeFileSync(join(folder, 'brand', 'large.png'), Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]));
    expect(faultOf(() => loadBrand(write({ ...SAMPLE_BRAND, logo })))).toMatchObject({
      code: 'BRAND_LOGO',
      path: 'logo',
    });
  });

  test('that is not JSON has the place of the first wrong character', () => {
    const fault = faultOf(() => loadBrand(write('{\n  "name": "x",,\n}')));
    expect(fault.code).toBe('BRAND_NOT_JSON');
    expect(fault.place).toMatchObject({ line: 2, column: 15 });
  });
});

test('the published schema is the one that is checked by', () => {
  const published = readFileSync(new URL('../../templates/brand.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(toBrandJsonSchema());
});
