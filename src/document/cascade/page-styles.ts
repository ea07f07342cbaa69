import type { Declaration, PageDescriptor, PageRule } from '../css/style-sheet.ts';
import { documentFaults } from '../faults.ts';
import type { MarginBox, MarginBoxName, PageStyle } from '../style.ts';
import { type Resolved, resolveValues } from './resolve-values.ts';
import { NO_PARENT_BOX, toComputedStyle } from './to-computed-style.ts';
import { NO_VARIABLES } from './variables.ts';

/** The two kinds of page that a document has. */
export interface PageStyles {
  readonly firstPage: PageStyle;
  readonly otherPages: PageStyle;
}

/** Cascades the `@page` rules: those of the first page win there (CSS Paged Media 3 §4.4). Page contexts inherit from the root. */
export function resolvePages(rules: readonly PageRule[], root: Resolved): PageStyles {
  const general = rules.filter((rule) => !rule.first);
  return {
    firstPage: resolvePage([...general, ...rules.filter((rule) => rule.first)], root),
    otherPages: resolvePage(general, root),
  };
}

function resolvePage(rules: readonly PageRule[], root: Resolved): PageStyle {
  const descriptors = new Map<PageDescriptor['name'], PageDescriptor>();
  const boxes = new Map<MarginBoxName, Declaration[]>();
  for (const rule of rules) {
    for (const descriptor of rule.descriptors) descriptors.set(descriptor.name, descriptor);
    for (const { name, declarations } of rule.marginBoxes)
      boxes.set(name, [...(boxes.get(name) ?? []), ...declarations]);
  }
  const page = resolveValues(
    rules.flatMap((rule) => rule.declarations),
    root,
    NO_VARIABLES,
  );
  const size = descriptors.get('size');
  const { width, height } = size?.name === 'size' ? size : { width: 0, height: 0 };
  const margin = (name: PageDescriptor['name'], reference: number): number => {
    const descriptor = descriptors.get(name);
    if (descriptor === undefined || descriptor.name === 'size') return 0;
    return descriptor.points + (descriptor.percent / 100) * reference;
  };
  return {
    width,
    height,
    marginTop: margin('margin-top', height),
    marginRight: margin('margin-right', width),
    marginBottom: margin('margin-bottom', height),
    marginLeft: margin('margin-left', width),
    marginBoxes: [...boxes].flatMap(([name, declarations]) => resolveMarginBox(name, declarations, page)),
  };
}

/** A margin box is there only if it has content (CSS Paged Media 3 §6.1). */
function resolveMarginBox(
  name: MarginBoxName,
  declarations: readonly Declaration[],
  page: Resolved,
): readonly MarginBox[] {
  const { values, winners } = resolveValues(declarations, page, NO_VARIABLES);
  const style = toComputedStyle(values, NO_PARENT_BOX);
  if (typeof style.content === 'string' || style.display === 'none') return [];
  for (const piece of style.content) {
    if (piece.kind === 'counter' && piece.name !== 'page' && piece.name !== 'pages') {
      throw documentFaults.CSS_UNKNOWN_VALUE({
        message: `unexpected counter(${piece.name}) in @${name}, expected counter(page) or counter(pages)`,
        place: winners.get('content')?.place,
      });
    }
  }
  return [{ name, style: { ...style, display: 'block' } }];
}
