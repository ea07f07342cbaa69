/** What an entry of a dictionary holds: a dictionary of a kind, one by name for each, or nothing that is looked into. */
export type Content = Kind | { readonly each: Kind } | null;

export type Kind =
  | ('trailer' | 'information' | 'catalog' | 'preferences' | 'names' | 'page' | 'resources' | 'font' | 'picture')
  | ('state' | 'annotation' | 'action' | 'structure' | 'element');

/** A kind of dictionary or stream: the entries that it may have, and what it has to be where several kinds look alike. */
export interface Part {
  readonly entries: Readonly<Record<string, Content>>;
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const STREAM = { Length: null, Filter: null, DecodeParms: null };

/**
 * What documents of ours are made of, down to where nothing that is shown, said or done could hide. Entries that other
 * programs add when they save a file again are among them. Whatever a document of ours learns to hold has to be added.
 */
export const KNOWN_PARTS: Readonly<Record<Kind, Part>> = {
  trailer: {
    entries: {
      ...STREAM,
      ...{ Size: null, Root: 'catalog', Info: 'information', ID: null, Prev: null, XRefStm: null },
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
      ...{ Type: null, Version: null, Pages: 'page', Metadata: null, StructTreeRoot: 'structure', MarkInfo: null },
      ...{ Lang: null, ViewerPreferences: 'preferences', OutputIntents: null, Names: 'names', AF: null },
    },
  },
  preferences: { entries: { DisplayDocTitle: null } },
  names: { entries: { Dests: null, EmbeddedFiles: null } },
  /** Nodes of the page tree too. */
  page: {
    entries: {
      ...{ Type: null, Parent: null, Kids: 'page', Count: null, MediaBox: null, CropBox: null, Rotate: null },
      ...{ Contents: null, Resources: 'resources', Annots: 'annotation', StructParents: null, Tabs: null, Group: null },
    },
  },
  resources: {
    entries: { Font: { each: 'font' }, XObject: { each: 'picture' }, ExtGState: { each: 'state' }, ProcSet: null },
  },
  font: {
    entries: {
      ...{ Type: null, Subtype: null, BaseFont: null, Encoding: null, ToUnicode: null, DescendantFonts: null },
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
      ...{ Type: null, S: null, P: null, K: 'element', Pg: null, ID: null, A: null, C: null, R: null },
      ...{ Alt: null, ActualText: null, Lang: null, MCID: null, Obj: null },
    },
  },
};
