import type { StyledElement } from '../../document/index.ts';
import type { StructureRole } from '../page.ts';

const ROLES: Readonly<Record<string, StructureRole>> = {
  section: 'Sect',
  article: 'Sect',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  blockquote: 'Div',
  figure: 'Div',
  figcaption: 'P',
  ul: 'L',
  ol: 'L',
  dl: 'L',
  li: 'LI',
  dt: 'Lbl',
  dd: 'LBody',
  a: 'Link',
};

const TABLE_ROLES: Readonly<Record<string, readonly [display: string, role: StructureRole]>> = {
  table: ['table', 'Table'],
  caption: ['table-caption', 'Caption'],
  thead: ['table-header-group', 'THead'],
  tbody: ['table-row-group', 'TBody'],
  tfoot: ['table-footer-group', 'TFoot'],
  tr: ['table-row', 'TR'],
  th: ['table-cell', 'TH'],
  td: ['table-cell', 'TD'],
};

/** The structure role that HTML semantics give an element, or null where it means nothing by itself (div, span, b). */
export function toRole(styled: StyledElement): StructureRole | null {
  if (styled.pseudo !== null) return null;
  const { tag, attributes } = styled.element;
  const table = TABLE_ROLES[tag];
  // A table whose display says otherwise has no rows and columns that a reader could walk.
  if (table) return table[0] === styled.style.display ? table[1] : null;
  if (tag === 'a' && attributes['href'] === undefined) return null;
  return ROLES[tag] ?? null;
}

/** Whether text may stand directly in this role, and whether only text may. */
export function holdsText(role: StructureRole): 'only' | 'also' | 'never' {
  switch (role) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
    case 'P':
    case 'Lbl':
    case 'Span':
    case 'Link':
      return 'only';
    case 'TH':
    case 'TD':
    case 'LBody':
    case 'Caption':
    case 'Figure':
      return 'also';
    default:
      return 'never';
  }
}
