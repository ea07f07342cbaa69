/** What an entry of a dictionary holds: a dictionary of a kind, one by name for each, or nothing that is looked into. */
export type Content = Kind | { readonly each: Kind } | null;

export type Kind =
  | ('trailer' | 'information' | 'catalog' | 'preferences' | 'names' | 'page' | 'resources' | 'font' | 'picture')
  | ('state' | 'annotation' | 'action' | 'structure' | 'element' | 'attributes' | 'packing')
  | ('content' | 'packet' | 'meaning' | 'descendant' | 'descriptor' | 'program' | 'intent' | 'profile' | 'marking')
  | ('group' | 'destinations' | 'tree' | 'specification' | 'embedding' | 'embedded' | 'record');

/** A kind of dictionary or stream: the entries that it may have, and what it has to be where several kinds look alike. */
export interface Part {
  readonly entries: Readonly<Record<string, Content>>;
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const STREAM = { Length: null, Filter: null, DecodeParms: 'packing' } as const;

/**
 * What documents of ours are made of, down to where nothing that is shown, said or done could hide. Entries that other
 * programs add when they save a file again are among them. Whatever a document of ours learns to hold has to be added.
 */
export const KNOWN_PARTS: Readonly<Record<Kind, Part>> = {
  trailer: {
    entries: {
      ...STREAM,
      ...{ Size: null, Root: 'catalog', Info: 'information', ID: null, Prev: null },
      ...{ Type: null, W: null, Index: null },
    },
  },
  information: {
    entries: {
      ...{ Title: null, Author: null, Subject: null, Keywords: null, Creator: null, Producer: null, Template: null },
      ...{ CreationDate: null, ModDate: null, Trapped: null },
    },
  },
  catalog: {
    entries: {
      ...{ Type: null, Version: null, Pages: 'page', Metadata: 'packet', StructTreeRoot: 'structure' },
      ...{ MarkInfo: 'marking', Lang: null, ViewerPreferences: 'preferences', OutputIntents: 'intent' },
      ...{ Names: 'names', AF: 'specification' },
    },
  },
  preferences: { entries: { DisplayDocTitle: null } },
  names: { entries: { Dests: 'destinations', EmbeddedFiles: 'tree' } },
  /** Nodes of the page tree too. */
  page: {
    entries: {
      ...{ Type: null, Parent: null, Kids: 'page', Count: null, MediaBox: null, CropBox: null, Rotate: null },
      ...{ Contents: 'content', Resources: 'resources', Annots: 'annotation', StructParents: null, Tabs: null },
      ...{ Group: 'group' },
    },
  },
  resources: {
    entries: { Font: { each: 'font' }, XObject: { each: 'picture' }, ExtGState: { each: 'state' }, ProcSet: null },
  },
  font: {
    entries: {
      ...{ Type: null, Subtype: null, BaseFont: null, Encoding: null, ToUnicode: 'meaning' },
      ...{ DescendantFonts: 'descendant' },
    },
    only: { Subtype: ['Type0'] },
  },
  picture: {
    entries: {
      ...STREAM,
      ...{ Type: null, Subtype: null, Width: null, Height: null, BitsPerComponent: null, ColorSpace: null },
      ...{ SMask: 'picture' },
    },
    only: { Subtype: ['Image'] },
  },
  state: { entries: { Type: null, ca: null, CA: null } },
  annotation: {
    entries: {
      ...{ Type: null, Subtype: null, Rect: null, Border: null, F: null, P: null, A: 'action', Contents: null },
      ...{ StructParent: null },
    },
  },
  action: { entries: { Type: null, S: null, URI: null }, only: { S: ['URI'] } },
  structure: {
    entries: {
      ...{ Type: null, K: 'element', ParentTree: null, ParentTreeNextKey: null, IDTree: null, RoleMap: null },
      ...{ ClassMap: null },
    },
  },
  /** References to content and to annotations too. */
  element: {
    entries: {
      ...{ Type: null, S: null, P: null, K: 'element', Pg: null, ID: null, A: 'attributes', C: null, R: null },
      ...{ Alt: null, ActualText: null, Lang: null, MCID: null, Obj: null },
    },
  },
  attributes: { entries: { O: null, BBox: null, Scope: null, RowSpan: null, ColSpan: null } },
  /** Parameters of a filter. */
  packing: { entries: { Predictor: null, Colors: null, BitsPerComponent: null, Columns: null } },
  content: { entries: STREAM },
  meaning: { entries: STREAM },
  packet: { entries: { ...STREAM, Type: null, Subtype: null } },
  descendant: {
    entries: {
      ...{ Type: null, Subtype: null, BaseFont: null, CIDSystemInfo: null, CIDToGIDMap: null, W: null, DW: null },
      ...{ FontDescriptor: 'descriptor' },
    },
  },
  descriptor: {
    entries: {
      ...{ Type: null, FontName: null, Flags: null, FontBBox: null, ItalicAngle: null, Ascent: null, Descent: null },
      ...{ CapHeight: null, XHeight: null, StemV: null, FontFile2: 'program', FontFile3: 'program' },
    },
  },
  program: { entries: { ...STREAM, Length1: null, Subtype: null } },
  intent: {
    entries: { Type: null, S: null, Info: null, OutputConditionIdentifier: null, DestOutputProfile: 'profile' },
    only: { S: ['GTS_PDFA1'] },
  },
  profile: { entries: { ...STREAM, N: null } },
  marking: { entries: { Marked: null } },
  group: { entries: { S: null, CS: null }, only: { S: ['Transparency'], CS: ['DeviceRGB'] } },
  destinations: { entries: { Names: null } },
  tree: { entries: { Names: 'specification', Kids: 'tree', Limits: null } },
  specification: { entries: { Type: null, F: null, UF: null, Desc: null, AFRelationship: null, EF: 'embedding' } },
  embedding: { entries: { F: 'embedded', UF: 'embedded' } },
  embedded: { entries: { ...STREAM, Type: null, Subtype: null, Params: 'record' } },
  record: { entries: { Size: null, CheckSum: null, CreationDate: null, ModDate: null } },
};
