import type { InlineItem, TextItem } from './box.ts';

/**
 * Collapses white space over the items of one inline formatting context, and turns kept line feeds into breaks
 * (CSS Text 3 §4.1.1). Text that comes out empty is dropped; text that shows a page counter stays as it is.
 */
export function collapseWhiteSpace(items: readonly InlineItem[]): readonly InlineItem[] {
  if (isSettled(items)) return items;
  const out: InlineItem[] = [];
  /** Index in `out` of the text that ends in a space which goes away if the line ends here. */
  let hanging = -1;
  let afterSpace = true;

  const endLine = () => {
    const item = out[hanging];
    if (item?.kind === 'text') out[hanging] = { ...item, text: item.text.slice(0, -1) };
    hanging = -1;
    afterSpace = true;
  };
  const addText = (item: TextItem) => {
    const text = keepsSpaces(item) ? item.text : collapse(item.text, afterSpace);
    if (text === '') return;
    out.push({ ...item, text });
    afterSpace = !keepsSpaces(item) && text.endsWith(' ');
    hanging = afterSpace ? out.length - 1 : -1;
  };

  for (const item of items) {
    if (item.kind === 'text' && item.pageText === null) {
      for (const [index, line] of splitKeptLines(item).entries()) {
        if (index > 0) {
          endLine();
          out.push({ kind: 'break', parent: item.parent });
        }
        addText({ ...item, text: line });
      }
      continue;
    }
    if (item.kind === 'break') endLine();
    else if (item.kind === 'text' || item.kind === 'atom') {
      afterSpace = false;
      hanging = -1;
    }
    out.push(item);
  }
  endLine();
  return out.filter((item) => item.kind !== 'text' || item.pageText !== null || item.text !== '');
}

/** Whether all stay as they are: no two texts meet, and none begins or ends in white space. */
function isSettled(items: readonly InlineItem[]): boolean {
  let texts = 0;
  for (const item of items) {
    if (!isCollapsed(item)) return false;
    if (item.kind === 'text') texts += 1;
  }
  return texts <= 1;
}

/** Whether an item stays as it is, wherever it stands among others of its kind: most paragraphs are one text. */
function isCollapsed(item: InlineItem): boolean {
  if (item.kind === 'open' || item.kind === 'close') return true;
  if (item.kind !== 'text' || item.pageText !== null) return false;
  return item.text !== '' && !/^[ ]|[\t\n\r\f]| {2}|[ ]$/.test(item.text);
}

function keepsSpaces(item: TextItem): boolean {
  return item.style.whiteSpace === 'pre' || item.style.whiteSpace === 'pre-wrap';
}

function splitKeptLines(item: TextItem): string[] {
  if (item.style.whiteSpace === 'pre-line') return item.text.split(/[ \t]*\n[ \t]*/);
  if (!keepsSpaces(item)) return [item.text];
  // Tab stops every eight spaces would need the pen's position; eight spaces serve the few documents that have tabs.
  return item.text.replaceAll('\t', '        ').split('\n');
}

function collapse(text: string, afterSpace: boolean): string {
  const collapsed = /[\t\n\r\f]| {2}/.test(text) ? text.replaceAll(/[ \t\n\r\f]+/g, ' ') : text;
  return afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
}
