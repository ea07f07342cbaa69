import { type MinorUnits, sumMinor } from '../base/index.ts';
import type { InvoiceLine } from './invoice.ts';

/** Lines of one item group with their sums; the lines without a group are one more, nameless. */
export interface LineGroup {
  readonly id: string | null;
  readonly name: string | null;
  /** In the order of the session. */
  readonly lines: readonly InvoiceLine[];
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  readonly grossMinor: MinorUnits;
}

/**
 * Lines by item group: groups in the order in which the session first names them, and what belongs to none (shipping,
 * mostly) after them. Lines keep their positions, which are their names on both sides.
 */
export function groupLines(lines: readonly InvoiceLine[]): readonly LineGroup[] {
  const byId = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    if (line.group === null) continue;
    const known = byId.get(line.group.id);
    if (known === undefined) byId.set(line.group.id, [line]);
    else known.push(line);
  }
  const groups = [...byId.values()].map((own) => toGroup(own[0]?.group ?? null, own));
  const rest = lines.filter((line) => line.group === null);
  return rest.length === 0 ? groups : [...groups, toGroup(null, rest)];
}

function toGroup(group: InvoiceLine['group'], lines: readonly InvoiceLine[]): LineGroup {
  return {
    id: group?.id ?? null,
    name: group?.name ?? null,
    lines,
    netMinor: sumMinor(lines.map((line) => line.netMinor)),
    vatMinor: sumMinor(lines.map((line) => line.vatMinor)),
    grossMinor: sumMinor(lines.map((line) => line.grossMinor)),
  };
}
