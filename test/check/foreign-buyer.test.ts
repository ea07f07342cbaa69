import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '#dist/index.js';
import { copySource } from '../dintero/fixtures.ts';

const BRAND = fileURLToPath(new URL('../../fixtures/documentation-sample/brand.json', import.meta.url));

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ brand: BRAND });
});
afterAll(() => engine.close());

function makeSource(country: string, organizationNumber: string) {
  const source = copySource('documentation-sample');
  const buyer = source.session.order.billing_address;
  if (!buyer) throw new Error('the fixture has no billing address');
  Object.assign(buyer, { country, organization_number: organizationNumber });
  return source;
}

describe('the organisation number of a buyer abroad', () => {
  test.each([
    ['DE', 'DE123456789'],
    ['DE', 'HRB-1234'],
    ['GB', 'GB 123 4567 89'],
    ['AT', 'FN 123456a'],
    ['FR', '732 829 320 00074'],
    ['IS', '12345678'],
    // Too short for its country's form: printed as given, with a warning.
    ['NO', '92750'],
  ])('in %s, %s, is proven as printed', async (country, organizationNumber) => {
    const source = makeSource(country, organizationNumber);
    const { verdict, findings, facts } = await engine.validate(engine.render(source).pdf, source, { strict: true });
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(verdict).toBe('valid');
    expect(facts).toHaveProperty(['buyer.organizationNumber']);
  });

  test.each([
    ['HRB-1243', 'HRB1243'],
    ['HRA-1234', 'HRA1234'],
    ['1234', '1234'],
  ])('is not %s for HRB-1234', async (organizationNumber, expected) => {
    const { pdf } = engine.render(makeSource('DE', 'HRB-1234'));
    const { verdict, findings } = await engine.validate(pdf, makeSource('DE', organizationNumber));
    expect(verdict).toBe('invalid');
    expect(findings).toContainEqual(
      expect.objectContaining({ field: 'buyer.organizationNumber', found: 'HRB1234', expected }),
    );
  });
});
