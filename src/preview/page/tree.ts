import { h } from './dom.ts';

export interface TreeItem {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly isChosen: boolean;
  readonly children: readonly TreeItem[];
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

/**
 * A list or tree of one tab stop, walked with the arrow keys; Enter opens what is chosen. All branches are open, for the
 * panel is there to be read.
 */
export function drawTree(name: string, items: readonly TreeItem[]): HTMLElement {
  const tree = h(
    'ul',
    { role: 'tree', 'aria-label': name, class: 'tree' },
    items.map((item) => drawItem(item, 1)),
  );
  const entries = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const first = entries.find((entry) => entry.getAttribute('aria-selected') === 'true') ?? entries[0];
  if (first !== undefined) first.tabIndex = 0;
  tree.addEventListener('keydown', (event) => {
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const target = targetOf(event.key, at, entries);
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    for (const entry of entries) entry.tabIndex = entry === target ? 0 : -1;
    target.focus();
  });
  return tree;
}

function targetOf(key: string, at: number, entries: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return entries[at + 1];
    case 'ArrowUp':
      return entries[at - 1];
    case 'Home':
      return entries[0];
    case 'End':
      return entries.at(-1);
    case 'ArrowLeft':
      return entries[at]?.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? undefined;
    case 'ArrowRight':
      return entries[at]?.querySelector<HTMLElement>('[role=treeitem]') ?? undefined;
    default:
      return undefined;
  }
}

function drawItem(item: TreeItem, level: number): HTMLElement {
  const entry = h(
    'li',
    {
      role: 'treeitem',
      key: item.key,
      tabindex: -1,
      'aria-level': level,
      'aria-selected': String(item.isChosen),
      'aria-expanded': item.children.length > 0 ? 'true' : null,
    },
    h('span', { class: 'row' }, h('span', { class: 'mono' }, item.label), h('span', { class: 'q' }, item.note)),
    item.children.length === 0
      ? null
      : h(
          'ul',
          { role: 'group' },
          item.children.map((child) => drawItem(child, level + 1)),
        ),
  );
  entry.addEventListener('click', (event) => {
    event.stopPropagation();
    item.onChoose();
  });
  entry.addEventListener('keydown', (event) => {
    if (event.target !== entry || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === ' ' || !item.isChosen) item.onChoose();
    else item.onOpen();
  });
  return entry;
}
