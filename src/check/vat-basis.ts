import type { Fact } from '../invoice/index.ts';
import type { ReadDocument } from '../readback/index.ts';
import { saysFact } from './compare-fact.ts';
import { foldText, type Language, WRITING } from './printed/index.ts';
import type { PrintedFact } from './printed-fact.ts';
import { findAncestor, type StructureMap } from './structure-map.ts';

/** Without VAT or with it. */
export type Basis = 'net' | 'gross';

/** How a document prints what may be printed either way; null where it cannot be told, and either will do. */
export interface Bases {
  readonly unitPrice: Basis | null;
  readonly discount: Basis | null;
}

/**
 * A unit price may be printed with VAT or without, but a document does one or the other throughout: what the column's
 * heading says, else what most prices are. Otherwise a price forged from the one into the other would pass.
 */
export function findBases(
  read: ReadDocument,
  printed: readonly PrintedFact[],
  facts: ReadonlyMap<string, Fact>,
  language: Language,
  structure: StructureMap,
): Bases {
  const prices = printed.filter((print) => print.name.endsWith('.unitPrice'));
  const discounts = printed.filter((print) => print.name.endsWith('.discount') && !print.text.includes('%'));
  return {
    unitPrice: readHeading(read, prices[0], language, structure) ?? countBases(prices, facts, language),
    discount: countBases(discounts, facts, language),
  };
}

/** What the header cell above a price says. */
function readHeading(
  read: ReadDocument,
  price: PrintedFact | undefined,
  language: Language,
  structure: StructureMap,
): Basis | null {
  if (price === undefined) return null;
  const { x, width } = price.box;
  const above = (read.pages[price.page - 1]?.runs ?? []).filter(
    (run) =>
      run.box.y < price.box.y &&
      run.box.x < x + width &&
      x < run.box.x + run.box.width &&
      findAncestor(structure.get(run.contentId ?? ''), ['TH']) !== undefined,
  );
  for (const run of above.reverse()) {
    const words = foldText(run.text).toLowerCase();
    if (WRITING[language].withoutVat.some((word) => words.includes(word))) return 'net';
    if (WRITING[language].withVat.some((word) => words.includes(word))) return 'gross';
  }
  return null;
}

function countBases(
  prints: readonly PrintedFact[],
  facts: ReadonlyMap<string, Fact>,
  language: Language,
): Basis | null {
  let ahead = 0;
  for (const print of prints) {
    const value = facts.get(print.name)?.value;
    if (value === undefined) continue;
    const net = saysFact(print.lines, value, language, 'net');
    const gross = saysFact(print.lines, value, language, 'gross');
    if (net !== gross) ahead += net ? 1 : -1;
  }
  if (ahead === 0) return null;
  return ahead > 0 ? 'net' : 'gross';
}
