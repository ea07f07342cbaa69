import { describe, expect, it } from 'vitest';
import {
  findForeignLanguage,
  findMissingSellerFields,
  findMissingStatements,
  toNationalCurrency,
} from '#dist/invoice/index.js';

const ADDRESS = { lines: ['Storgata 1'], postalCode: '0155', postalPlace: 'Oslo', country: 'NO' };
const SELLER = { name: 'Fjord Kaffe AS', organizationNumber: '988077917', address: ADDRESS, country: 'NO' };

describe('findMissingSellerFields', () => {
  it.each(['NO', 'SE', 'FI'])('is content in %s with what every brand must say', (country) => {
    expect(findMissingSellerFields({ ...SELLER, country })).toEqual([]);
  });

  it('names everything that is missing at once, with the provision', () => {
    expect(findMissingSellerFields({ name: null, organizationNumber: ' ', address: null, country: 'NO' })).toEqual([
      { field: 'name', citation: 'bokføringsforskriften § 5-1-2' },
      { field: 'organizationNumber', citation: 'bokføringsforskriften § 5-1-2' },
      { field: 'address.lines', citation: 'foretaksregisterloven § 10-2' },
      { field: 'address.postalCode', citation: 'foretaksregisterloven § 10-2' },
      { field: 'address.postalPlace', citation: 'foretaksregisterloven § 10-2' },
    ]);
  });

  it('looks into the address', () => {
    const address = { ...ADDRESS, lines: [], postalCode: null };
    expect(findMissingSellerFields({ ...SELLER, address }).map(({ field }) => field)).toEqual([
      'address.lines',
      'address.postalCode',
    ]);
    expect(findMissingSellerFields({ ...SELLER, country: null }).map(({ field }) => field)).toEqual(['country']);
  });
});

describe('findMissingStatements', () => {
  const silent = { foretaksregisteret: null, fTax: null, registeredOffice: null };
  const rulesOf = (country: string, said: typeof silent | object): string[] =>
    findMissingStatements(country, { ...silent, ...said }).map((finding) => finding.ruleId);

  it('warns of what each country asks beyond the brand’s own keys', () => {
    expect(rulesOf('NO', silent)).toEqual(['seller-foretaksregisteret']);
    expect(rulesOf('SE', silent)).toEqual(['seller-f-tax', 'seller-registered-office']);
    expect(rulesOf('FI', silent)).toEqual([]);
  });

  it('is content once the brand has said so, or has said no', () => {
    expect(rulesOf('NO', { foretaksregisteret: true })).toEqual([]);
    expect(rulesOf('NO', { foretaksregisteret: false })).toEqual([]);
    expect(rulesOf('SE', { fTax: false, registeredOffice: 'Göteborg' })).toEqual([]);
    expect(rulesOf('SE', { fTax: true, registeredOffice: '' })).toEqual(['seller-registered-office']);
  });

  it('never stops a document', () => {
    for (const finding of [...findMissingStatements('NO', silent), ...findMissingStatements('SE', silent)]) {
      expect(finding).toMatchObject({ severity: 'warning', channel: 'source', page: null, box: null });
    }
  });
});

describe('findForeignLanguage', () => {
  it.each(['nb', 'nn', 'sv', 'da', 'en', 'nb-NO', 'en-GB'])('is content with %s in Norway', (language) => {
    expect(findForeignLanguage('NO', language)).toBeNull();
  });

  it('warns of Finnish in Norway, and of nothing in Finland', () => {
    expect(findForeignLanguage('NO', 'fi')).toMatchObject({
      ruleId: 'document-language',
      severity: 'warning',
      found: 'fi',
    });
    expect(findForeignLanguage('FI', 'fi')).toBeNull();
  });
});

describe('toNationalCurrency', () => {
  it.each([
    ['NO', 'NOK'],
    ['SE', 'SEK'],
    ['FI', 'EUR'],
    ['DK', 'DKK'],
    ['US', null],
  ])('of %s is %s', (country, currency) => {
    expect(toNationalCurrency(country)).toBe(currency);
  });
});
