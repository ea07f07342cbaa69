import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineFinder, isSameLine, type OrderLine } from '#dist/dintero/order-lines.js';

/** Few values each, so that lines meet. */
const line: fc.Arbitrary<OrderLine> = fc
  .record({
    amount: fc.integer({ min: 0, max: 2 }),
    id: fc.constantFrom(undefined, null, 'a', 'b'),
    lineId: fc.constantFrom(undefined, null, '', '1', '2'),
  })
  .map(({ amount, id, lineId }) => ({ item: { amount, id, line_id: lineId }, path: '', kind: 'sale', amount }));

test('finds the line that asking one after the other would find first', () => {
  fc.assert(
    fc.property(fc.array(line), line, (lines, other) => {
      expect(createLineFinder(lines)(other)).toBe(lines.find((candidate) => isSameLine(candidate, other)));
    }),
  );
});
