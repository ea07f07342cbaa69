import { beforeAll, describe, expect, it } from 'vitest';
import {
  compareSnapshots,
  findFixture,
  loadFixtures,
  makeCase,
  parseSnapshot,
  printSnapshot,
  type Snapshot,
} from '#dist/snapshot/index.js';

type Item = Snapshot['pages'][number]['items'][number];
type TextItem = Extract<Item, { kind: 'text' }>;

let one: Snapshot;
let many: Snapshot;

beforeAll(async () => {
  const fixtures = loadFixtures();
  const make = async (name: string): Promise<Snapshot> =>
    (await makeCase({ template: 'classic' }, { fixture: findFixture(fixtures, name), locale: 'nb' })).snapshot;
  one = await make('four-vat-rates');
  many = await make('forty-lines');
});

/** The snapshot with every text item passed through `change`. */
function withTexts(snapshot: Snapshot, change: (item: TextItem, page: number) => TextItem | null): Snapshot {
  const pages = snapshot.pages.map((page, index) => ({
    ...page,
    items: page.items.flatMap((item): Item[] => {
      if (item.kind !== 'text') return [item];
      const changed = change(item, index + 1);
      return changed === null ? [] : [changed];
    }),
  }));
  return { ...snapshot, pages };
}

function tell(before: Snapshot, after: Snapshot): string[] {
  return compareSnapshots(before, after).map(({ title, detail }) => `${title} | ${detail}`);
}

describe('differences', () => {
  it('are none between equal snapshots, nor for moves below half a point', () => {
    expect(tell(one, one)).toEqual([]);
    expect(
      tell(
        one,
        withTexts(one, (item) => ({ ...item, x: item.x + 0.3, y: item.y - 0.4 })),
      ),
    ).toEqual([]);
  });

  it('say how far the total moved, and what moved with it', () => {
    const block = new Set(['payable', 'kid', 'dueDate']);
    const moved = withTexts(one, (item) => (block.has(item.fact ?? '') ? { ...item, y: item.y + 4 } : item));
    const [difference, ...others] = compareSnapshots(one, moved);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ kind: 'moved', title: 'Total moved 4 pt down', shift: { x: 0, y: 4 } });
    expect(difference?.detail).toMatch(/^Payment block(, | and heading, )\d+ texts, page 1$/);
    expect((difference?.after?.box.y ?? 0) - (difference?.before?.box.y ?? 0)).toBeCloseTo(4, 6);
  });

  it('tell apart what moved by different ways', () => {
    const moved = withTexts(one, (item) => {
      if (item.fact === 'kid') return { ...item, x: item.x - 2.5 };
      return item.fact === 'netTotal' ? { ...item, y: item.y - 1 } : item;
    });
    expect(tell(one, moved)).toEqual([
      'Payment reference moved 2.5 pt to the left | Payment block, page 1',
      'Net total moved 1 pt up | Totals, page 1',
    ]);
  });

  it('quote a label that says something else', () => {
    const changed = withTexts(one, (item) => (item.text === 'Å betale' ? { ...item, text: 'Beløp å betale' } : item));
    expect(tell(one, changed)).toEqual(['Label changed | “Å betale” → “Beløp å betale”, page 1']);
  });

  it('put a changed amount first, with both figures', () => {
    const changed = withTexts(one, (item) => {
      if (item.fact === 'line.2.amount') return { ...item, text: '1,00' };
      return item.fact === null ? { ...item, y: item.y + 1 } : item;
    });
    expect(tell(one, changed)[0]).toMatch(/^Amount of line 2 changed \| .*\d,\d\d → 1,00, page 1$/);
  });

  it('name facts that are gone and words that are new', () => {
    const without = withTexts(one, (item) => (item.fact === 'bic' ? null : item));
    expect(tell(one, without)).toEqual([expect.stringMatching(/^BIC is gone \| DNBANOKK, page 1$/)]);
    expect(tell(without, one)).toEqual([expect.stringMatching(/^BIC is new \| DNBANOKK, page 1$/)]);
    const unlabelled = withTexts(one, (item) => (item.text === 'Å betale' ? null : item));
    expect(tell(unlabelled, one)).toEqual(['“Å betale” is new | page 1']);
  });

  it('say what is set in another style or has another role', () => {
    const bigger = withTexts(one, (item) =>
      item.fact === 'payable' ? { ...item, style: { ...item.style, size: 15, color: '#ff0000' } } : item,
    );
    expect(tell(one, bigger)).toEqual([
      expect.stringMatching(/^Total is set otherwise \| 1\d(\.\d)? pt, #\w+ → 15 pt, #ff0000/),
    ]);
    const flat = withTexts(one, (item) => (item.role === 'H1' ? { ...item, role: 'P' } : item));
    expect(tell(one, flat)).toEqual([expect.stringContaining('H1 → P')]);
  });

  it('say which lines turned the page, and tell the number of pages last', () => {
    const [first, second] = many.pages;
    if (first === undefined || second === undefined) throw new Error('forty lines take two pages');
    const numbers = first.items.flatMap((item) =>
      item.kind === 'text' ? (/^line\.(\d+)\./.exec(item.fact ?? '')?.[1] ?? []) : [],
    );
    const last = Math.max(...numbers.map(Number));
    const lastLines = new RegExp(`^line\\.(${last - 1}|${last})\\.`);
    const isLast = (item: Item): boolean => item.kind === 'text' && lastLines.test(item.fact ?? '');
    const turned: Snapshot = {
      ...many,
      pages: [
        { ...first, items: first.items.filter((item) => !isLast(item)) },
        { ...second, items: [...first.items.filter(isLast), ...second.items] },
        { ...second, items: [] },
      ],
    };
    const told = tell(many, turned);
    expect(told).toContain(`Lines ${last - 1}–${last} moved to page 2 | From page 1`);
    expect(told.at(-1)).toMatch(/^Pages 2 → 3 \|/);
  });

  it('notice lines, backgrounds and papers', () => {
    const change = (items: readonly Item[]): Item[] =>
      items.flatMap((item) => (item.kind === 'line' && item.width > 1 ? [] : [item]));
    const [page] = one.pages;
    if (page === undefined) throw new Error('a page');
    expect(tell(one, { ...one, pages: [{ ...page, items: change(page.items) }] })).toEqual([
      expect.stringMatching(/^(A line is|\d lines are) gone/),
    ]);
    expect(tell(one, { ...one, pages: [{ ...page, width: 612, height: 792 }] })).toEqual([
      'Paper of page 1 is another | 595.28 × 841.89 → 612 × 792 pt',
    ]);
    expect(tell(one, { ...one, factCount: one.factCount - 1 })).toEqual([
      `Number of proven facts changed | ${one.factCount} → ${one.factCount - 1}`,
    ]);
  });
});

describe('the text of a snapshot', () => {
  it('reads back as it was, for every kind of item', () => {
    for (const snapshot of [one, many]) {
      expect(parseSnapshot(printSnapshot(snapshot), 'a.txt')).toEqual(snapshot);
    }
    const path: Item = {
      kind: 'path',
      segments: 'M1 2L3.5 4C1 2 3 4 5 6Z',
      fill: '#000000/0.5',
      fillRule: 'evenodd',
      stroke: { color: '#ffffff', width: 1, cap: 'butt', join: 'miter', miterLimit: 4, dash: [1, 2.5], dashOffset: 0 },
      alternative: 'a } and a "quote"',
    };
    const cut: Item = { ...path, clip: { x: 1, y: 2, width: 3.5, height: 4 } };
    const image: Item = { kind: 'image', x: 1, y: 2, width: 3, height: 4, image: 'logo', alternative: 'Fjord "Kaffe"' };
    const link: Item = { kind: 'link', x: 1, y: 2, width: 3, height: 4, url: 'https://fjordkaffe.example/' };
    const odd = { ...one, title: 'a "b" \n c', pages: [{ width: 1, height: 2, items: [path, cut, image, link] }] };
    expect(parseSnapshot(printSnapshot(odd), 'a.txt')).toEqual(odd);
  });

  it.each([
    ['', 1],
    ['fakturapress snapshot 2\n', 1],
    ['fakturapress snapshot 1\none-line\n', 2],
    ['fakturapress snapshot 1\none-line nb invoice\nnb "T"\nfacts 3\npage 1 2\nP S1 1 2 3 "text"\n', 6],
    ['fakturapress snapshot 1\none-line nb invoice\nnb "T"\nfacts 3\nline 1 2 3 4 5 solid #000000\n', 5],
    ['fakturapress snapshot 1\none-line nb invoice\nnb "T"\nfacts 3\npage 1 2\nrectangle 1 2 x 4 #000000\n', 6],
  ])('is refused with its line where it is not ours: %j', (text, line) => {
    expect(() => parseSnapshot(text, 'a.txt')).toThrow(
      expect.objectContaining({ code: 'SNAPSHOT_UNREADABLE', place: { file: 'a.txt', line, column: 1 } }),
    );
  });
});
