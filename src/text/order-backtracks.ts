import type { Font } from 'fontkit';
import { type ChainingContext, readLayoutTable, readSubTables } from './opentype-tables.ts';

const EXTENSION = { GSUB: 7, GPOS: 9 } as const;
const CHAINING = { GSUB: 6, GPOS: 8 } as const;

/**
 * Puts the backtracks of chaining contexts into reading order. Fonts store what must stand before the input from the
 * input outwards (OpenType, "Chained Sequence Context Format 1"), and fontkit 2.0.4 matches it as if it ran towards the
 * input (its pull request 372), so that rules with a longer backtrack, such as Inter's for brackets around capitals,
 * fail. Turned round here as each lookup is first read, they match as in a browser.
 */
export function orderBacktracks(font: Font): void {
  for (const tag of ['GSUB', 'GPOS'] as const) {
    const lookups = readLayoutTable(font, tag)?.lookupList;
    if (lookups === undefined) continue;
    const get = lookups.get.bind(lookups);
    const isOrdered = new Set<number>();
    lookups.get = (index) => {
      const lookup = get(index);
      if (isOrdered.has(index)) return lookup;
      isOrdered.add(index);
      for (const { type, body } of readSubTables(lookup, EXTENSION[tag])) {
        if (type === CHAINING[tag]) reverseBacktracks(body as ChainingContext);
      }
      return lookup;
    };
  }
}

function reverseBacktracks(table: ChainingContext): void {
  switch (table.version) {
    case 1:
      for (const rule of table.chainRuleSets.flatMap((rules) => rules ?? [])) rule.backtrack.reverse();
      return;
    case 2:
      for (const rule of table.chainClassSet.flatMap((rules) => rules ?? [])) rule.backtrack.reverse();
      return;
    case 3:
      table.backtrackCoverage.reverse();
  }
}
