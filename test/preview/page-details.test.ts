import { expect, it } from 'vitest';
import type { StructureElement } from '#dist/layout/index.js';
import { numberLeaves } from '#dist/preview/rendering/page-details.js';

function element(role: StructureElement['role'], ...children: StructureElement['children']): StructureElement {
  return { kind: 'structure', role, children } as unknown as StructureElement;
}

const leaf = (id: number): StructureElement['children'][number] => ({ kind: 'leaf', id });

it('numbers elements by where the first of their own content is read, not by where they begin', () => {
  const date = element('Span', leaf(7));
  const cell = element('TD', date, leaf(8));
  const heading = element('H1', leaf(9), element('Span', leaf(10)), leaf(11));
  const numbers = numberLeaves(element('Document', cell, heading));
  expect(
    [...numbers].map(
      ([
        id,
        {
          number,
          element: { role },
        },
      ]) => `${id} ${number} ${role}`,
    ),
  ).toEqual(['7 1 Span', '8 2 TD', '9 3 H1', '10 4 Span', '11 3 H1']);
});
