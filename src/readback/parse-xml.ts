import { parseXml as parse, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';

/** An element of a well-formed document: its namespace and local name, attributes without namespaces, and content. */
export interface XmlNode {
  /** Empty outside any namespace. */
  readonly namespace: string;
  /** As it is written; empty where there is none. */
  readonly prefix: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Text directly inside, joined and trimmed. */
  readonly text: string;
}

/** No invoice comes near; a bomb does. */
const LIMIT_BYTES = 8 * 1024 * 1024;
const LIMIT_DEPTH = 64;

/**
 * Reads XML strictly: UTF-8, well-formed, namespaces resolved, no entities but XML's own (a document type is refused,
 * since nothing that this reads has one). A document that is not well-formed, or too large, gives null.
 */
export function parseXml(bytes: Uint8Array): XmlNode | null {
  if (bytes.length > LIMIT_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/<!DOCTYPE/i.test(text)) return null;
    const { root } = parse(text);
    return root === null ? null : toNode(root, new Map([['', '']]), LIMIT_DEPTH);
  } catch (error) {
    if (error instanceof XmlError || error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function toNode(element: XmlElement, outer: ReadonlyMap<string, string>, depth: number): XmlNode {
  if (depth === 0) throw new RangeError('XML is nested too deeply');
  const scope = new Map(outer);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns') scope.set('', value);
    else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
    else attributes[name] = value;
  }
  const [prefix, local] = splitName(element.name);
  const namespace = scope.get(prefix);
  if (namespace === undefined) throw new RangeError(`prefix ${prefix} has no namespace`);
  const children: XmlNode[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(toNode(child, scope, depth - 1));
    else if (child instanceof XmlText) text += child.text;
  }
  return { namespace, prefix, name: local, attributes, children, text: text.trim() };
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
