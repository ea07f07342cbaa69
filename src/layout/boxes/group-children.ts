import type { StyledElement, StyledNode } from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';

/** Children that go together: a block alone, or a run of text and inline elements. */
export type ChildGroup =
  | { readonly kind: 'inlines'; readonly nodes: readonly StyledNode[] }
  | { readonly kind: 'block' | 'absolute' | 'fixed'; readonly node: StyledElement };

/**
 * Sorts an element's children into blocks and runs of inline content; runs of nothing but collapsible white space are
 * dropped. In a flex container every element is a block (`blockify`). Running elements have been taken out before.
 */
export function groupChildren(children: readonly StyledNode[], mode: 'flow' | 'blockify' = 'flow'): ChildGroup[] {
  // Most elements hold nothing but text and inline elements.
  if (children.every((node) => kindOf(node, mode) === 'inline'))
    return children.every(isBlank) ? [] : [{ kind: 'inlines', nodes: children }];
  const groups: ChildGroup[] = [];
  let run: StyledNode[] = [];
  const endRun = () => {
    if (run.every(isBlank)) run.length = 0;
    else {
      groups.push({ kind: 'inlines', nodes: run });
      run = [];
    }
  };
  for (const node of children) {
    const kind = kindOf(node, mode);
    if (kind === 'running') continue;
    // Inside a run of text, an absolute box remembers its place on the line.
    if (kind === 'inline' || (kind === 'absolute' && mode === 'flow' && run.some((other) => !isBlank(other)))) {
      run.push(node);
    } else if (node.kind === 'element') {
      endRun();
      groups.push({ kind, node });
    }
  }
  endRun();
  return groups;
}

/** How an element or text takes part in its parent's layout. */
function kindOf(node: StyledNode, mode: 'flow' | 'blockify'): 'inline' | 'block' | 'absolute' | 'fixed' | 'running' {
  if (node.kind === 'text') return 'inline';
  const { position, display } = node.style;
  if (position.kind === 'running' || position.kind === 'absolute' || position.kind === 'fixed') return position.kind;
  if (isTablePart(node)) refuseTablePart(node);
  if (mode === 'blockify' && node.element.tag !== 'br') return 'block';
  if (display === 'inline') return node.children.some(hasBlock) ? splitRefused(node) : 'inline';
  return display === 'inline-block' ? 'inline' : 'block';
}

function hasBlock(node: StyledNode): boolean {
  return node.kind === 'element' && kindOf(node, 'flow') === 'block';
}

/**
 * CSS splits an inline element around a block inside it (§9.2.1.1). Where the inline draws nothing of its own, making
 * it a block gives the same picture; where it does, the template is asked to say what it means.
 */
function splitRefused(node: StyledElement): 'block' {
  const { style } = node;
  const draws =
    style.backgroundColor !== null ||
    [style.borderTop, style.borderRight, style.borderBottom, style.borderLeft].some((side) => side.width > 0) ||
    [style.paddingLeft, style.paddingRight, style.marginLeft, style.marginRight].some(
      (length) => length !== 'auto' && (length.points !== 0 || length.percent !== 0),
    );
  if (!draws) return 'block';
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected block inside inline <${node.element.tag}> with padding, border or background, expected display: block`,
    place: node.element.place,
    hint: `Give <${node.element.tag}> display: block.`,
  });
}

function isTablePart(node: StyledElement): boolean {
  return node.style.display.startsWith('table-');
}

function refuseTablePart(node: StyledElement): never {
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected display ${node.style.display} outside a table, expected display: table around it`,
    place: node.element.place,
  });
}

/** White space that collapses away, and generated content that is empty. */
function isBlank(node: StyledNode): boolean {
  return node.kind === 'text' && node.pageText === null && /^[ \t\n\r\f]*$/.test(node.text);
}
