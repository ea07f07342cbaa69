import type { PdfDictionary, PdfObject } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import { parseXml, type XmlNode } from '../parse-xml.ts';
import type { ReadAttachment, ReadMetadata } from '../read-document.ts';
import {
  demand,
  demandDictionary,
  demandItems,
  demandKeys,
  demandName,
  demandStream,
  demandText,
} from './outside-profile.ts';

const CATALOG_KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Pages',
  'Names',
  'Lang',
  'ViewerPreferences',
  'StructTreeRoot',
  'MarkInfo',
  'OutputIntents',
  'Metadata',
  'AF',
]);
const NAMES_KEYS: ReadonlySet<string> = new Set(['Dests', 'EmbeddedFiles']);
const DESTINATION_KEYS: ReadonlySet<string> = new Set(['Names']);
const VIEWER_KEYS: ReadonlySet<string> = new Set(['DisplayDocTitle']);
const MARK_INFO_KEYS: ReadonlySet<string> = new Set(['Marked']);
const PACKET_KEYS: ReadonlySet<string> = new Set(['Type', 'Subtype', 'Length', 'Filter']);

/** Entries of the information dictionary that have a meaning of their own (ISO 32000-1 Table 317). */
const KNOWN_INFO: readonly string[] = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'CreationDate',
  'ModDate',
];

/** What a document says about itself. A catalogue of other entries, such as scripts or forms, is outside the profile. */
export function readMetadata(
  file: ObjectFile,
  catalog: PdfDictionary,
  attachments: readonly ReadAttachment[],
): ReadMetadata {
  demandKeys(catalog, CATALOG_KEYS, 'the catalogue');
  demandName(catalog.entries.get('Type'), 'Catalog');
  demandPlainNames(file, catalog.entries.get('Names'));
  const viewer = demandDictionary(file.resolve(catalog.entries.get('ViewerPreferences') ?? null), 'preferences');
  demandKeys(viewer, VIEWER_KEYS, 'viewer preferences');
  const language = demandText(catalog.entries.get('Lang'), 'a language');
  const markInfo = demandDictionary(catalog.entries.get('MarkInfo'), '/MarkInfo');
  demandKeys(markInfo, MARK_INFO_KEYS, '/MarkInfo');
  const packet = demandStream(file.resolve(catalog.entries.get('Metadata') ?? null), 'metadata');
  demandKeys(packet.dictionary, PACKET_KEYS, 'metadata');
  demandName(packet.dictionary.entries.get('Type'), 'Metadata');
  demandName(packet.dictionary.entries.get('Subtype'), 'XML');
  demand(!packet.dictionary.entries.has('Filter'), 'metadata that is compressed');
  return {
    info: { PDFFormatVersion: '1.7', Language: language, ...readInfo(file) },
    ...readXmp(packet.bytes),
    language,
    tagged: markInfo.entries.get('Marked') === true,
    attachments,
    scripts: false,
    forms: false,
  };
}

function demandPlainNames(file: ObjectFile, object: PdfObject | undefined): void {
  const names = demandDictionary(file.resolve(object ?? null), '/Names');
  demandKeys(names, NAMES_KEYS, '/Names');
  const destinations = file.dictionary(names.entries.get('Dests'));
  if (destinations === null) return;
  demandKeys(destinations, DESTINATION_KEYS, '/Dests');
  demand(demandItems(destinations.entries.get('Names'), 'names').length === 0, 'named destinations');
}

function readInfo(file: ObjectFile): Readonly<Record<string, string>> {
  const info = demandDictionary(file.resolve(file.trailer.entries.get('Info') ?? null), 'information');
  const texts = new Map(
    [...info.entries].map(([key, value]) => {
      demand(/^[A-Z][A-Za-z]*$/.test(key) && key !== 'Trapped', `/${key} in the information`);
      return [key, demandText(file.resolve(value), `/${key}`)];
    }),
  );
  const custom = [...texts].filter(([key]) => !KNOWN_INFO.includes(key));
  return Object.fromEntries([...[...texts].filter(([key]) => KNOWN_INFO.includes(key)), ...custom]);
}

/** Properties by qualified name; those that are lists of several are no text (ISO 16684-1). */
function readXmp(bytes: Uint8Array): Pick<ReadMetadata, 'xmp' | 'xmpPacket'> {
  const packet = decodeUtf8(bytes);
  demand(packet.startsWith('<?xpacket') && !/<!|>\\376/.test(packet), 'a packet of another kind');
  const root = parseXml(bytes);
  const rdf = root?.children.find(({ name }) => name === 'RDF');
  demand(rdf !== undefined && rdf.prefix === 'rdf' && rdf.text === '', 'a packet of another kind');
  const xmp: Record<string, string> = {};
  for (const description of rdf.children) {
    demand(description.name === 'Description' && description.prefix === 'rdf', 'a packet of another kind');
    for (const property of description.children) {
      const name = `${property.prefix}:${property.name}`.toLowerCase();
      demand(/^[a-z]+:[a-z]+$/.test(name), 'a property of another name');
      if (name !== 'dc:creator' && name !== 'dc:subject') xmp[name] = textOf(property);
    }
  }
  return { xmp, xmpPacket: packet };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

function textOf({ text, children }: XmlNode): string {
  demand(text === '' || children.length === 0, 'text beside elements');
  return children.length === 0 ? text : children.map(textOf).join('');
}
