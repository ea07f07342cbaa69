import type { Fault } from '../base/index.ts';
import { templateFaults } from './faults.ts';
import { scanMarkup, TEXT } from './handlebars/scan-markup.ts';

/** Elements without an end tag. */
const VOID: ReadonlySet<string> = new Set([
  'meta',
  'br',
  'hr',
  'img',
  'col',
  'barcode',
  'path',
  'rect',
  'circle',
  'line',
]);

interface OpenElement {
  readonly tag: string;
  fact: string | null;
  at: string;
}

/** Elements of printed HTML that mark a fact inside another fact, with their places from the `data-at` marks. */
export function findNestedFacts(html: string, files: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  const open: OpenElement[] = [];
  let attribute = '';
  scanMarkup(html, TEXT, {
    startTag: (tag) => open.push({ tag, fact: null, at: '' }),
    openValue: (name) => {
      attribute = name;
    },
    valueText: (text) => {
      const element = open.at(-1);
      if (element === undefined) return;
      if (attribute === 'data-at') element.at = text;
      if (attribute === 'data-fact') element.fact = text;
    },
    closeStartTag: (tag) => {
      const element = open.at(-1);
      const outer = open.slice(0, -1).find(({ fact }) => fact !== null);
      if (element?.fact != null && outer !== undefined) faults.push(nested(element, outer.fact ?? '', files));
      if (VOID.has(tag)) open.pop();
    },
    endTag: (tag) => {
      const last = open.findLastIndex((element) => element.tag === tag);
      if (last !== -1) open.length = last;
    },
  });
  return faults;
}

function nested({ fact, at }: OpenElement, outer: string, files: readonly string[]): Fault {
  const [index = 0, line = 1, column = 1] = at.split(':').map(Number);
  return templateFaults.TEMPLATE_NESTED_FACT({
    message: `fact "${fact}" is marked inside fact "${outer}"`,
    place: { file: files[index] ?? '', line, column },
  });
}
