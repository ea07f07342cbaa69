/**
 * Where in the markup a template's literal text has come to. `broken` is a place that no value and no block may stand
 * in: a tag's name, an attribute without quotes, a comment.
 */
export type MarkupPosition =
  | { readonly mode: 'text' }
  | { readonly mode: 'tag'; readonly tag: string }
  | { readonly mode: 'value'; readonly tag: string; readonly attribute: string; readonly quote: '"' | "'" }
  | { readonly mode: 'raw'; readonly tag: string }
  | { readonly mode: 'broken'; readonly inside: string };

/** What is met on the way; offsets are into the text being scanned. */
export interface MarkupVisitor {
  readonly startTag?: (tag: string, offset: number, endOfName: number) => void;
  readonly endTag?: (tag: string, offset: number) => void;
  readonly openValue?: (attribute: string, tag: string, offset: number) => void;
  readonly valueText?: (text: string) => void;
  readonly closeValue?: () => void;
  readonly closeStartTag?: (tag: string) => void;
}

export const TEXT: MarkupPosition = { mode: 'text' };

/** Elements whose content is not markup. */
const RAW_TAGS: ReadonlySet<string> = new Set(['style', 'script']);

const END_TAG = /<\/([a-zA-Z][^\s>/]*)\s*>/y;
const START_TAG = /<([a-zA-Z][^\s/>"'<=]*)/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(\s*=\s*)?/y;
const UNQUOTED = /[^\s"'<>=`]+(?=[\s>])/y;

/**
 * Reads literal text from one position to the next, far enough to know whether a value that follows stands in text, in
 * a quoted attribute value, or where escaping cannot help. It checks nothing else; the HTML parser does that later.
 */
export function scanMarkup(text: string, from: MarkupPosition, visitor: MarkupVisitor = {}): MarkupPosition {
  let position = from;
  let at = 0;
  while (at < text.length && position.mode !== 'broken') {
    [position, at] = step(text, at, position, visitor);
  }
  return position;
}

/** Two positions that the same text may follow. */
export function isSamePosition(a: MarkupPosition, b: MarkupPosition): boolean {
  return describePosition(a) === describePosition(b);
}

/** For messages: `text`, `the tag <td>`, `the value of class on <td>`. */
export function describePosition(position: MarkupPosition): string {
  switch (position.mode) {
    case 'text':
      return 'text';
    case 'tag':
      return `the tag <${position.tag}>`;
    case 'value':
      return `the value of ${position.attribute} on <${position.tag}>`;
    case 'raw':
      return `the content of <${position.tag}>`;
    case 'broken':
      return position.inside;
  }
}

type Step = readonly [MarkupPosition, number];

function step(
  text: string,
  at: number,
  position: Exclude<MarkupPosition, { mode: 'broken' }>,
  visitor: MarkupVisitor,
): Step {
  switch (position.mode) {
    case 'text':
      return stepText(text, at, visitor);
    case 'tag':
      return stepTag(text, at, position.tag, visitor);
    case 'value': {
      const end = text.indexOf(position.quote, at);
      visitor.valueText?.(text.slice(at, end === -1 ? text.length : end));
      if (end === -1) return [position, text.length];
      visitor.closeValue?.();
      return [{ mode: 'tag', tag: position.tag }, end + 1];
    }
    case 'raw': {
      const end = text.toLowerCase().indexOf(`</${position.tag}`, at);
      return end === -1 ? [position, text.length] : [TEXT, end];
    }
  }
}

function stepText(text: string, at: number, visitor: MarkupVisitor): Step {
  const open = text.indexOf('<', at);
  if (open === -1) return [TEXT, text.length];
  if (text.startsWith('<!--', open)) return skipTo(text, open, '-->', 'a comment');
  if (text.startsWith('<!', open) || text.startsWith('<?', open)) return skipTo(text, open, '>', 'a declaration');
  const endTag = matchAt(END_TAG, text, open);
  if (endTag !== null) {
    visitor.endTag?.(endTag[1] ?? '', open);
    return [TEXT, open + endTag[0].length];
  }
  if (text.startsWith('</', open)) return [{ mode: 'broken', inside: 'an end tag' }, text.length];
  const startTag = matchAt(START_TAG, text, open);
  if (startTag !== null) {
    const tag = (startTag[1] ?? '').toLowerCase();
    const endOfName = open + startTag[0].length;
    visitor.startTag?.(tag, open, endOfName);
    return [{ mode: 'tag', tag }, endOfName];
  }
  if (open === text.length - 1) return [{ mode: 'broken', inside: 'a tag’s name' }, text.length];
  return [TEXT, open + 1];
}

function stepTag(text: string, at: number, tag: string, visitor: MarkupVisitor): Step {
  const here: MarkupPosition = { mode: 'tag', tag };
  const character = text[at];
  if (character === '>') {
    visitor.closeStartTag?.(tag);
    return [RAW_TAGS.has(tag) ? { mode: 'raw', tag } : TEXT, at + 1];
  }
  const attribute = matchAt(ATTRIBUTE, text, at);
  if (attribute === null) return [here, at + 1];
  const next = at + attribute[0].length;
  if (attribute[2] === undefined) return [here, next];
  const name = attribute[1] ?? '';
  const quote = text[next];
  if (quote === '"' || quote === "'") {
    visitor.openValue?.(name, tag, at);
    return [{ mode: 'value', tag, attribute: name, quote }, next + 1];
  }
  const unquoted = matchAt(UNQUOTED, text, next);
  if (unquoted === null) return [{ mode: 'broken', inside: `the unquoted value of ${name} on <${tag}>` }, text.length];
  return [here, next + unquoted[0].length];
}

function skipTo(text: string, from: number, end: string, inside: string): Step {
  const found = text.indexOf(end, from);
  return found === -1 ? [{ mode: 'broken', inside }, text.length] : [TEXT, found + end.length];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
