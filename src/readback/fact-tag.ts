/** Marked-content tags that name a fact begin so: `/fact.payable <</MCID 3>> BDC`. */
const FACT_TAG_PREFIX = 'fact.';

/** The fact that a marked-content tag names; null for all other tags. */
export function toFactName(tag: string | null): string | null {
  return tag?.startsWith(FACT_TAG_PREFIX) ? tag.slice(FACT_TAG_PREFIX.length) : null;
}
