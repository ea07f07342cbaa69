import { parseXml, type XmlNode } from '../parse-xml.ts';

/** Properties by which a program that saves a file again tells of itself, by namespace and name. */
const SAVED_BY: ReadonlySet<string> = new Set([
  '{http://ns.adobe.com/pdf/1.3/}Producer',
  '{http://ns.adobe.com/xap/1.0/}ModifyDate',
  '{http://ns.adobe.com/xap/1.0/}MetadataDate',
]);

/**
 * All that a packet of XMP says, property by property in an order of its own, however it is written. A packet with
 * comments, or with anything else that is no property, is all its bytes.
 */
export function describePacket(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const root = /<!|<\?(?!xpacket )/.test(text) ? null : parseXml(bytes);
  const rdf = root?.name === 'RDF' ? root : root?.children.find(({ name }) => name === 'RDF');
  if (rdf === undefined || rdf === null) return text;
  const beside = rdf === root ? [] : (root?.children.filter((child) => child !== rdf) ?? []);
  const properties = rdf.children.flatMap((description) => [
    ...Object.entries(description.attributes)
      .filter(([name, value]) => name !== 'rdf:about' || value !== '')
      .map(([name, value]) => `@${name}=${value}`),
    ...(description.text === '' ? [] : [description.text]),
    ...description.children.filter((property) => !SAVED_BY.has(nameOf(property))).map(write),
  ]);
  return [rdf.text, root?.text ?? '', ...beside.map(write), ...properties.toSorted()].join('\n');
}

function nameOf({ namespace, name }: XmlNode): string {
  return `{${namespace}}${name}`;
}

function write(node: XmlNode): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const content = [JSON.stringify(node.text), ...node.children.map(write)].join('');
  return `<${[nameOf(node), ...attributes.toSorted()].join(' ')}>${content}</>`;
}
