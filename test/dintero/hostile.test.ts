import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { parseSource, parseStrictJson, toInvoice } from '#dist/dintero/index.js';
import { readFixture } from './fixtures.ts';

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 400);

const FIXTURES = ['classic-comp', 'gift-card-order', 'line-and-order-discounts', 'rounding-line', 'store-as-seller'];

const poison = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', '\u202E', '\0', '\uD800', [], {}, true, -1, 0, 1, 0.5, 1e21, 2 ** 53 - 1),
  fc.constantFrom<unknown>(
    -(2 ** 53 - 1),
    '__proto__',
    '٣',
    'kravia',
    'merchant',
    '2026-02-30',
    'T1',
    'x'.repeat(3000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every place in a JSON value that can be spoiled: the object or list, and the key. */
function listPlaces(value: unknown): (readonly [Record<string, unknown>, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [[owner, key] as const, ...listPlaces(owner[key])]);
}

test('whatever stands in a source, the answer is an invoice or a fault that names its code', () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...FIXTURES),
      fc.array(fc.tuple(fc.nat(), fc.option(poison, { nil: undefined })), { minLength: 1, maxLength: 4 }),
      (name, spoils) => {
        const json = JSON.parse(readFixture(`${name}/source.json`).toString('utf8'));
        for (const [at, value] of spoils) {
          const places = listPlaces(json);
          const [owner, key] = places[at % places.length] ?? [];
          if (owner === undefined || key === undefined) continue;
          if (value === undefined) delete owner[key];
          else owner[key] = value;
        }
        try {
          toInvoice(parseSource(parseStrictJson(JSON.stringify(json))), null, { seller: 'optional' });
        } catch (error) {
          if (!(error instanceof Fault) || error.kind !== 'input') throw error;
          codes.add(error.code);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(codes.size).toBeGreaterThan(10);
});
