import type { DeclarationPlain } from 'css-tree';
import { documentFaults } from '../faults.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { componentsOf } from './read-declarations.ts';

/** What kind of rule a declaration stands in. */
export type ContentOwner = 'element' | 'pseudo-element' | 'margin box';

/**
 * Refuses `content` where it would do nothing: on elements, whose content is their own, an element() outside the page
 * margins, an attr() where there is no element.
 */
export function checkContent(node: DeclarationPlain, source: CssSource, owner: ContentOwner): void {
  if (node.property.toLowerCase() !== 'content') return;
  const refused = owner === 'pseudo-element' ? 'element' : 'attr';
  for (const component of componentsOf(node, source)) {
    const isWord = component.kind === 'word';
    if (owner === 'element' && !isWord) {
      throw documentFaults.CSS_MISPLACED({
        message: 'content stands in a rule for elements, expected ::before, ::after or a page margin box',
        place: placeOf(source, node),
        hint: 'Add ::before or ::after to the selector.',
      });
    }
    if (component.kind === 'function' && component.name === refused) {
      throw documentFaults.CSS_MISPLACED({
        message: `${component.name}() has no meaning in a ${owner}`,
        place: component.place,
      });
    }
  }
}
