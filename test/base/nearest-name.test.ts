import { expect, test } from 'vitest';
import { findNearestName } from '#dist/base/index.js';

const KEYS = ['name', 'legalName', 'organizationNumber', 'country'];

test.each([
  ['legalname', 'legalName'],
  ['organisationNumber', 'organizationNumber'],
  ['Country', 'country'],
  ['iban', null],
  ['', null],
])('the name nearest to %j is %j', (name, expected) => {
  expect(findNearestName(name, KEYS)).toBe(expected);
});

test('ties go to the earlier candidate, so that messages do not depend on chance', () => {
  expect(findNearestName('bat', ['cat', 'hat'])).toBe('cat');
});
