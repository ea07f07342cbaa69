import { describe, expect, test } from 'vitest';
import { toAddressLines } from '#dist/template/format/address.js';
import {
  formatPhone,
  groupAccount,
  groupIban,
  groupOrganizationNumber,
  groupReference,
  toVatNumber,
} from '#dist/template/format/identifiers.js';

const NBSP = '\u00a0';

test.each([
  ['NO', '988077917', true, ['988', '077', '917'], `${NBSP}MVA`, null],
  ['NO', '988077917', false, ['988', '077', '917'], '', null],
  ['SE', '5566778899', true, ['556677-8899'], '', 'SE556677889901'],
  ['SE', '5566778899', false, ['556677-8899'], '', null],
  ['FI', '20774740', true, ['2077474-0'], '', 'FI20774740'],
  ['DK', '13585628', true, ['13585628'], '', 'DK13585628'],
  ['DE', '123', true, ['123'], '', null],
  // Of no country, or of a length that its country does not have: as given.
  [null, '988077917', false, ['988077917'], '', null],
  ['NO', '12345', true, ['12345'], '', null],
] as const)('organisation number of %s: %s', (country, digits, vatRegistered, groups, suffix, vatNumber) => {
  const number = { country, digits, vatRegistered };
  expect(groupOrganizationNumber(number)).toEqual({ groups, suffix });
  expect(toVatNumber(number)).toBe(vatNumber);
});

test('accounts 4-2-5, giro numbers with their hyphen, IBAN in fours', () => {
  expect(groupAccount('15063092174')).toEqual(['1506', '30', '92174']);
  expect(groupAccount('50501055')).toEqual(['5050-1055']);
  expect(groupIban('NO0215063092174')).toEqual(['NO02', '1506', '3092', '174']);
  expect(groupIban('FI2112345600000785')).toEqual(['FI21', '1234', '5600', '0007', '85']);
});

describe('references are printed in their country’s way', () => {
  test.each([
    ['kid-mod10', '300000019497814', ['300000019497814']],
    ['kid-mod11', '1009-', ['1009-']],
    ['ocr', '12345678911', ['12345678911']],
    ['viitenumero', '559582243294671', ['55958', '22432', '94671']],
    ['viitenumero', '1234561', ['12', '34561']],
    ['rf', 'RF185390075470Y', ['RF18', '5390', '0754', '70Y']],
  ] as const)('%s %s', (kind, reference, groups) => {
    expect(groupReference(reference, kind)).toEqual(groups);
    expect(groups.join('')).toBe(reference);
  });
});

test.each([
  ['+4722000000', `+47${NBSP}22${NBSP}00${NBSP}00${NBSP}00`],
  ['+4790012345', `+47${NBSP}900${NBSP}12${NBSP}345`],
  ['+46701234567', '+46701234567'],
  ['22 00 00 00', '22 00 00 00'],
])('phone %s', (given, printed) => {
  expect(formatPhone(given)).toBe(printed);
});

describe('addresses in postal order', () => {
  const address = (country: string | null, postalCode: string | null, postalPlace: string | null) =>
    toAddressLines({ lines: ['c/o Berg', 'Storgata 1'], postalCode, postalPlace, country }, null);

  test.each([
    ['NO', '0155', 'Oslo', ['0155 Oslo']],
    ['SE', '11122', 'Stockholm', [`111${NBSP}22 Stockholm`]],
    ['FI', '00100', 'Helsinki', ['00100 Helsinki']],
    ['GB', 'SW1A 1AA', 'London', ['London', 'SW1A 1AA']],
    ['US', '60601', 'Chicago', ['Chicago 60601']],
    ['NO', null, 'Oslo', ['Oslo']],
    ['NO', null, null, []],
  ])('%s', (country, code, place, lines) => {
    expect(address(country, code, place)).toEqual(['c/o Berg', 'Storgata 1', ...lines]);
  });

  test('the country’s name comes last where it is given', () => {
    const lines = toAddressLines(
      { lines: ['Storgata 1'], postalCode: '0155', postalPlace: 'Oslo', country: 'NO' },
      'Norge',
    );
    expect(lines.at(-1)).toBe('Norge');
  });
});
