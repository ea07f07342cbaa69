import type { Mark } from '../layout/index.ts';
import type { PageOperators } from './operators.ts';
import { pdfName } from './pdf-syntax.ts';
import type { StructureIndex } from './structure-index.ts';

/** Before a fact's name in a tag, so that no fact is taken for a structure type. */
const FACT_PREFIX = 'fact.';

/**
 * Brackets everything drawn on one page into marked-content sequences: one for each stretch of drawables of the same
 * mark (ISO 32000-1 §14.6). Readers of text show the tag of a sequence beside its text, so the tag says which fact the
 * text prints: `/fact.payable <</MCID 7>> BDC`. Content that prints no fact has its element's role for a tag.
 */
export class MarkedContent {
  readonly #operators: PageOperators;
  readonly #index: StructureIndex;
  /** By MCID: the leaf that the sequence belongs to. */
  readonly leaves: number[] = [];
  #current: Mark | null = null;

  constructor(operators: PageOperators, index: StructureIndex) {
    this.#operators = operators;
    this.#index = index;
  }

  /** Makes what is drawn next belong to `mark`. */
  enter(mark: Mark): void {
    if (this.#current !== null && isSame(this.#current, mark)) return;
    this.close();
    this.#current = mark;
    if (mark.kind === 'content') this.#openContent(mark.leaf, mark.fact);
    else this.#openArtifact(mark);
  }

  close(): void {
    if (this.#current === null) return;
    this.#operators.add(isNested(this.#current) ? 'EMC EMC' : 'EMC');
    this.#current = null;
  }

  #openContent(leaf: number, fact: string | null): void {
    const { role } = this.#index.find(leaf);
    const mcid = this.leaves.push(leaf) - 1;
    this.#operators.add(`${fact === null ? `/${role}` : factName(fact)} <</MCID ${mcid}>> BDC`);
  }

  #openArtifact(mark: Mark & { kind: 'artifact' }): void {
    const subtype = mark.subtype === null ? '' : `/Subtype/${mark.subtype}`;
    this.#operators.add(`/Artifact <</Type/${mark.type}${subtype}>> BDC`);
    // A sequence without an MCID inside an artifact stays an artifact (ISO 14289-1 §7.1) and shows its tag all the same.
    if (mark.fact !== null) this.#operators.add(`${factName(mark.fact)} BMC`);
  }
}

function factName(fact: string): string {
  return pdfName(`${FACT_PREFIX}${fact}`);
}

function isNested(mark: Mark): boolean {
  return mark.kind === 'artifact' && mark.fact !== null;
}

function isSame(a: Mark, b: Mark): boolean {
  if (a === b) return true;
  if (a.fact !== b.fact) return false;
  if (a.kind === 'content') return b.kind === 'content' && a.leaf === b.leaf;
  return b.kind === 'artifact' && a.type === b.type && a.subtype === b.subtype;
}
