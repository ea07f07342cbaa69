import { createRequire } from 'node:module';
import type XmlBuilder from 'xmlbuilder2';

const require = createRequire(import.meta.url);

/** Loaded with the first e-invoice, since most documents carry none. */
let xmlBuilder: typeof XmlBuilder | null = null;

type Builder = ReturnType<typeof XmlBuilder.create>;

/** An XML element as plain data: a prefixed name, attributes, and text or children in their order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** A child that may be absent; empty elements are forbidden in Peppol (PEPPOL-EN16931-R008), so absent ones vanish. */
export type XmlChild = XmlElement | null;

/** An element with text; null where there is no text. */
export function leaf(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement | null {
  return text === null || text === '' ? null : { name, attributes, content: text };
}

/** An element with children; null where all of them are absent. */
export function branch(name: string, ...children: readonly (XmlChild | readonly XmlChild[])[]): XmlElement | null {
  const present = children.flat().filter((child) => child !== null);
  return present.length === 0 ? null : { name, attributes: {}, content: present };
}

/** Writes a document in UTF-8; namespaces by prefix, the empty prefix for the root's own. Same tree, same bytes. */
export function writeXml(root: XmlElement, namespaces: Readonly<Record<string, string>>): Uint8Array {
  xmlBuilder ??= require('xmlbuilder2') as typeof XmlBuilder;
  const document = xmlBuilder.create({ version: '1.0', encoding: 'UTF-8' });
  const declarations = Object.entries(namespaces).map(([prefix, uri]) => [
    prefix === '' ? 'xmlns' : `xmlns:${prefix}`,
    uri,
  ]);
  append(document, { ...root, attributes: { ...Object.fromEntries(declarations), ...root.attributes } }, namespaces);
  return Buffer.from(document.end({ prettyPrint: true, indent: '  ' }), 'utf8');
}

function append(parent: Builder, element: XmlElement, namespaces: Readonly<Record<string, string>>): void {
  const prefix = element.name.includes(':') ? element.name.slice(0, element.name.indexOf(':')) : '';
  const uri = namespaces[prefix];
  if (uri === undefined) throw new RangeError(`Unexpected prefix ${prefix} of ${element.name}`);
  const node = parent.ele(uri, element.name, element.attributes);
  if (typeof element.content === 'string') node.txt(escapeAmpersands(element.content));
  else for (const child of element.content) append(node, child, namespaces);
}

/** The library takes `&amp;` in a text for an entity that is written already; so every ampersand is written here. */
function escapeAmpersands(text: string): string {
  return text.replaceAll('&', '&amp;');
}
