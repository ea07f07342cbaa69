import { roundPoints } from '../../base/index.ts';
import { MAX_PAGES } from '../limits.ts';
import { isReference, type PdfDictionary, type PdfObject, type PdfReference } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import type { PageContent } from '../page-content.ts';
import type { ReadLink } from '../read-document.ts';
import { followContent } from './follow-content.ts';
import {
  demand,
  demandDictionary,
  demandItems,
  demandKeys,
  demandName,
  demandNumber,
  demandStream,
  demandText,
} from './outside-profile.ts';
import { ProfileResources } from './read-resources.ts';

const TREE_KEYS: ReadonlySet<string> = new Set(['Type', 'Count', 'Kids']);
const PAGE_KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Parent',
  'MediaBox',
  'Contents',
  'Resources',
  'Group',
  'StructParents',
  'Tabs',
  'Annots',
]);
const CONTENT_KEYS: ReadonlySet<string> = new Set(['Filter', 'Length']);
const LINK_KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Subtype',
  'Rect',
  'Border',
  'F',
  'P',
  'A',
  'Contents',
  'StructParent',
]);
const ACTION_KEYS: ReadonlySet<string> = new Set(['S', 'URI']);

/** The pages of a document, each read when it is asked for (ISO 32000-1 §7.7.3). */
export class ProfilePages {
  readonly #file: ObjectFile;
  readonly #tree: PdfDictionary;
  readonly #kids: readonly PdfReference[];
  /** Pages share their resources as a rule. */
  readonly #resources = new Map<PdfDictionary, ProfileResources>();

  constructor(file: ObjectFile, root: PdfObject | undefined) {
    const tree = demandDictionary(file.resolve(root ?? null), 'a page tree');
    demandKeys(tree, TREE_KEYS, 'a page tree');
    demandName(tree.entries.get('Type'), 'Pages');
    const kids = demandItems(tree.entries.get('Kids'), 'pages').filter(isReference);
    demand(kids.length > 0 && kids.length <= MAX_PAGES, 'too few pages or too many');
    demand(tree.entries.get('Count') === kids.length, 'another number of pages');
    demand(new Set(kids.map((kid) => kid.number)).size === kids.length, 'a page that comes twice');
    this.#file = file;
    this.#tree = tree;
    this.#kids = kids;
  }

  get count(): number {
    return this.#kids.length;
  }

  /** From 1 on. */
  read(number: number): PageContent {
    const kid = this.#kids[number - 1];
    demand(kid !== undefined && kid.generation === 0, 'no such page');
    const page = demandDictionary(this.#file.resolve(kid), 'a page');
    demandKeys(page, PAGE_KEYS, 'a page');
    demandName(page.entries.get('Type'), 'Page');
    demand(this.#file.dictionary(page.entries.get('Parent')) === this.#tree, 'a page of another tree');
    const content = demandStream(this.#file.resolve(page.entries.get('Contents') ?? null), 'contents');
    demandKeys(content.dictionary, CONTENT_KEYS, 'contents');
    const resources = this.#resourcesOf(page);
    const size = readSize(page.entries.get('MediaBox'));
    const links = this.#file.list(page.entries.get('Annots')).map((link) => readLink(this.#file, link, size.height));
    const frame = { number, object: kid.number, ...size };
    return {
      ...frame,
      ...followContent(this.#file.content(content), resources, frame),
      rotation: 0,
      annotations: links.map(() => 'Link'),
      ...(links.length === 0 ? {} : { links }),
      view: { left: 0, bottom: 0, right: size.width, top: size.height },
      toViewport: [1, 0, 0, -1, 0, size.height],
      fontNameOf: (font) => resources.fontNameOf(font),
      looksOf: (picture) => Buffer.from(picture, 'latin1'),
    };
  }

  #resourcesOf(page: PdfDictionary): ProfileResources {
    const dictionary = demandDictionary(this.#file.resolve(page.entries.get('Resources') ?? null), 'resources');
    const resources = this.#resources.get(dictionary) ?? new ProfileResources(this.#file, dictionary);
    this.#resources.set(dictionary, resources);
    return resources;
  }
}

function readSize(mediaBox: PdfObject | undefined): { readonly width: number; readonly height: number } {
  const [left, bottom, width, height, ...more] = demandItems(mediaBox, 'a media box');
  demand(left === 0 && bottom === 0 && more.length === 0, 'a page that does not begin at its corner');
  const size = { width: demandNumber(width, 'a width'), height: demandNumber(height, 'a height') };
  demand(size.width > 0 && size.height > 0, 'a page of no size');
  return size;
}

/** Links draw nothing and lead to an address; there are no other annotations. */
function readLink(file: ObjectFile, object: PdfObject, pageHeight: number): ReadLink {
  const link = demandDictionary(file.resolve(object), 'an annotation');
  demandKeys(link, LINK_KEYS, 'an annotation');
  demandName(link.entries.get('Subtype'), 'Link');
  demand(link.entries.get('F') === 4, 'an annotation with other flags');
  const border = demandItems(link.entries.get('Border'), 'a border');
  demand(border.length === 3 && border.every((width) => width === 0), 'a link with a border');
  const sides = demandItems(link.entries.get('Rect'), 'a rectangle').map((side) => demandNumber(side, 'a side'));
  const [left = 0, bottom = 0, right = 0, top = 0] = sides;
  demand(sides.length === 4 && left <= right && bottom <= top, 'a link without a place');
  const action = demandDictionary(link.entries.get('A'), 'an action');
  demandKeys(action, ACTION_KEYS, 'an action');
  demandName(action.entries.get('S'), 'URI');
  return {
    target: demandText(action.entries.get('URI'), 'an address'),
    contents: demandText(link.entries.get('Contents'), 'what a link is called'),
    box: {
      x: roundPoints(left),
      y: roundPoints(pageHeight - top),
      width: roundPoints(right - left),
      height: roundPoints(top - bottom),
    },
  };
}
