import { parseSource, parseStrictJson, type Source } from './dintero/index.ts';

/**
 * A transaction with its session: the bytes or text as Dintero sent them, or JSON already parsed. Prefer the former:
 * only the text shows an amount that lost digits on the way, or a key that stood there twice.
 */
export type SourceInput = Uint8Array | string | object;

/**
 * Reads a source strictly, from whichever form it comes in; what it gave is taken again as it is, so that whoever renders
 * and proves reads once. Throws `Fault`s of kind `input`.
 */
export function readSource(input: SourceInput): Source {
  if (typeof input === 'object' && read.has(input)) return input as Source;
  const source = parseSource(typeof input === 'string' || input instanceof Uint8Array ? parseStrictJson(input) : input);
  read.add(source);
  return source;
}

const read = new WeakSet<object>();
