import { parseXml, type XmlNode } from '../parse-xml.ts';
import { isSavedBy } from './saved-by.ts';

/** Properties by which a program that saves a file again tells of itself, by namespace and name. */
const SAVED_BY: ReadonlySet<string> = new Set([
  '{http://ns.adobe.com/pdf/1.3/}Producer',
  '{http://ns.adobe.com/xap/1.0/}ModifyDate',
  '{http://ns.adobe.com/xap/1.0/}MetadataDate',
]);

/** What begins and ends a packet, and nothing more (ISO 16684-1 §7.3.2). */
const WRAPPER =
  /^\s*(?:<\?xpacket begin=(["'])(?:\ufeff|\xef\xbb\xbf)?\1 id=(["'])W5M0MpCehiHzreSzNTczkc9d\2\s*\?>)?|<\?xpacket end=(["'])[rw]\3\s*\?>\s*$/g;

/** The name of the program that wrote the packet. */
const WRITTEN_BY = 'x:xmptk';

/**
 * All that a packet of XMP says, property by property in an order of its own, however it is written. A packet with
 * comments, or with anything else that is no property, is all its bytes.
 */
export function describePacket(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const root = /<!|<\?/.test(text.replace(WRAPPER, '')) ? null : parseXml(bytes);
  const rdf = root?.name === 'RDF' ? root : root?.children.find(({ name }) => name === 'RDF');
  if (rdf === undefined || rdf === null) return text;
  const beside = rdf === root ? [] : (root?.children.filter((child) => child !== rdf) ?? []);
  const properties = rdf.children.flatMap((description) => [
    ...listAttributes(description).filter((attribute) => attribute !== 'rdf:about=""'),
    ...(description.text === '' ? [] : [JSON.stringify(description.text)]),
    // Elsewhere than in a description a property is another thing.
    ...description.children
      .filter((property) => !isOfMaker(property))
      .map((property) => (nameOf(description) === DESCRIPTION ? write(property) : write(description))),
  ]);
  const around = [rdf, ...(root === null || root === rdf ? [] : [root])];
  return [
    ...around.flatMap((node) => [JSON.stringify(node.text), ...listAttributes(node)]),
    ...beside.map(write),
    ...properties.toSorted(),
  ].join('\n');
}

const DESCRIPTION = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description';

function isOfMaker(property: XmlNode): boolean {
  const { attributes, children, text } = property;
  const isBare = children.length === 0 && Object.keys(attributes).length === 0;
  return SAVED_BY.has(nameOf(property)) && isBare && isSavedBy(text);
}

function listAttributes({ attributes }: XmlNode): readonly string[] {
  return Object.entries(attributes)
    .filter(([name, value]) => name !== WRITTEN_BY || !isSavedBy(value))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .toSorted();
}

function nameOf({ namespace, name }: XmlNode): string {
  return `{${namespace}}${name}`;
}

function write(node: XmlNode): string {
  const content = [JSON.stringify(node.text), ...node.children.map(write)].join('');
  return `<${[nameOf(node), ...listAttributes(node)].join(' ')}>${content}</>`;
}
