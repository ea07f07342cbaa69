import type { AttributeRule } from './attribute-rules.ts';

/**
 * Where an element may stand: `phrasing` wherever text may, `block` wherever blocks may, `part` only in parents that
 * name it.
 */
export type Category = 'phrasing' | 'block' | 'part';

/** What an element may hold. White space may stand anywhere; `parts` holds nothing but the tags that it lists. */
export type ContentModel =
  | { readonly kind: 'void' | 'text' | 'phrasing' }
  | { readonly kind: 'flow'; readonly also: readonly string[] }
  | { readonly kind: 'parts'; readonly tags: readonly string[] };

/** One element of the subset: the documentation's table and the parser's rule at once. */
export interface ElementRule {
  readonly tag: string;
  readonly category: Category;
  readonly content: ContentModel;
  /** Its own attributes, beside the global ones. */
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** One of each inner list must be present. */
  readonly required: readonly (readonly string[])[];
  readonly purpose: string;
}

/** Whether `child` may stand directly in `parent`. */
export function mayHold(parent: ElementRule, child: ElementRule): boolean {
  const { content } = parent;
  switch (content.kind) {
    case 'void':
    case 'text':
      return false;
    case 'phrasing':
      return child.category === 'phrasing';
    case 'flow':
      return child.category !== 'part' || content.also.includes(child.tag);
    case 'parts':
      return content.tags.includes(child.tag);
  }
}

/** Whether text other than white space may stand directly in `parent`. */
export function mayHoldText(parent: ElementRule): boolean {
  return parent.content.kind !== 'void' && parent.content.kind !== 'parts';
}

/** What an element holds, to complete a message. */
export function expectedContent(rule: ElementRule): string {
  switch (rule.content.kind) {
    case 'void':
      return 'expected nothing';
    case 'text':
      return 'expected text only';
    case 'phrasing':
      return 'expected text and inline elements only';
    case 'flow':
      return 'expected elements that stand by themselves';
    case 'parts':
      return rule.content.tags.length === 0
        ? 'expected nothing'
        : `expected ${rule.content.tags.map((tag) => `<${tag}>`).join(', ')}`;
  }
}
