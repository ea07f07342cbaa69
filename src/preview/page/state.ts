import type {
  BoxDetails,
  Catalog,
  Choice,
  DifferenceEvent,
  ElementDetails,
  FaultEvent,
  OtherPreviews,
  PageDetails,
  ProofEvent,
  RenderedEvent,
  StructureDetails,
} from '../messages.ts';

export const VIEWS = ['page', 'facts', 'boxes', 'structure', 'compare'] as const;
export type ViewName = (typeof VIEWS)[number];

export type Zoom =
  | { readonly mode: 'fit-page' | 'fit-width' }
  /** 1 is the paper's real size at 96 px an inch. */
  | { readonly mode: 'scale'; readonly scale: number };

/** A box that is pointed at or chosen, by its place in the page's list. */
export interface BoxChoice {
  readonly page: number;
  readonly index: number;
}

/** Everything that the page shows; each region is drawn from it and from nothing else. */
export interface State {
  readonly catalog: Catalog;
  choice: Choice;
  view: ViewName;
  /** From 1. */
  page: number;
  zoom: Zoom;
  /** What the page alone, or else the other views, will be shown at. */
  otherZoom: Zoom;
  rail: boolean;
  /** What is on screen; null until the first document. */
  rendered: RenderedEvent | null;
  /** By revision: what came in before its pages were on screen. */
  proof: ProofEvent | null;
  difference: DifferenceEvent | null;
  fault: FaultEvent | null;
  faultIndex: number;
  /** When the last document came, for the line at the foot. */
  renderedAt: string;
  isRendering: boolean;
  isLost: boolean;
  details: Map<number, PageDetails>;
  structure: StructureDetails | null;
  filter: string;
  openGroups: Set<string>;
  /** Which of the wrong facts, or of the differences, is looked at. */
  selected: number;
  hovered: BoxChoice | null;
  pinned: BoxChoice | null;
  /** By place in the template: what is known of elements that were pointed at; null for none that is found there. */
  elements: Map<string, ElementDetails | null>;
  /** The tag that is looked at in the structure. */
  tag: number | null;
  show: { boxes: boolean; baselines: boolean; guides: boolean };
  compareAs: 'side' | 'slider';
  /** Where the slider stands, in percent from the left. */
  slider: number;
  others: OtherPreviews | null;
  isFindingOthers: boolean;
  /** What the line at the foot says beside the rest, such as `Approved`. */
  notice: { readonly text: string; readonly canUndo: boolean } | null;
  keysOff: boolean;
  isHelpOpen: boolean;
}

/** The state at the start: what the address says, else the catalog's. */
export function createState(catalog: Catalog): State {
  const address = new URLSearchParams(location.search);
  const pick = (name: keyof Choice, options: readonly { readonly key: string }[], fallback: string): string => {
    const wanted = address.get(name);
    return options.some(({ key }) => key === wanted) && wanted !== null ? wanted : fallback;
  };
  // A link that names a fixture alone means it as it is: with its own brand, language and kind.
  const named = catalog.fixtures.find(({ key }) => key === address.get('fixture')) ?? catalog.initial;
  const kind = address.get('kind');
  const view = VIEWS.find((name) => name === address.get('view')) ?? 'page';
  return {
    catalog,
    choice: {
      template: pick('template', catalog.templates, catalog.initial.template),
      brand: pick('brand', catalog.brands, named.brand),
      locale: pick('locale', catalog.locales, named.locale),
      kind: kind === 'invoice' || kind === 'credit-note' ? kind : named.kind,
      fixture: pick('fixture', catalog.fixtures, catalog.initial.fixture),
    },
    view,
    page: Math.max(1, Number(address.get('page')) || 1),
    zoom: { mode: view === 'page' ? 'fit-page' : 'fit-width' },
    otherZoom: { mode: view === 'page' ? 'fit-width' : 'fit-page' },
    rail: true,
    rendered: null,
    proof: null,
    difference: null,
    fault: null,
    faultIndex: 0,
    renderedAt: '',
    isRendering: false,
    isLost: false,
    details: new Map(),
    structure: null,
    filter: '',
    openGroups: new Set(),
    selected: 0,
    hovered: null,
    pinned: null,
    elements: new Map(),
    tag: null,
    show: { boxes: true, baselines: true, guides: true },
    compareAs: 'side',
    slider: 50,
    others: null,
    isFindingOthers: false,
    notice: null,
    keysOff: localStorage.getItem('keys') === 'off',
    isHelpOpen: false,
  };
}

/** Writes the choices to the address, so that reloads and links keep them. */
export function writeAddress({ choice, view, page }: State): void {
  const address = new URLSearchParams({ ...choice, view, page: String(page) });
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme !== null) address.set('theme', theme);
  history.replaceState(null, '', `?${address}`);
}

/** The proof of what is on screen, and of nothing else. */
export function proofOf({ proof, rendered }: State): ProofEvent | null {
  return proof !== null && proof.revision === rendered?.revision ? proof : null;
}

/** The differences of what is on screen. */
export function differenceOf({ difference, rendered }: State): DifferenceEvent | null {
  return difference !== null && difference.revision === rendered?.revision ? difference : null;
}

/** The box that is spoken of: the one that is kept, else the one that is pointed at. */
export function chosenBox({ pinned, hovered, details }: State): BoxDetails | null {
  const chosen = pinned ?? hovered;
  return (chosen === null ? undefined : details.get(chosen.page)?.boxes[chosen.index]) ?? null;
}

/** The element that the chosen box is of; null until the server has told. */
export function chosenElement(state: State): ElementDetails | null {
  const box = chosenBox(state);
  return box === null ? null : (state.elements.get(placeKey(box)) ?? null);
}

/** A place in the template as a key. */
export function placeKey({ file, line, column }: BoxDetails): string {
  return `${file}:${line}:${column}`;
}

/** The paper of a page; A4 until there is one. */
export function paperOf({ rendered }: State, page: number): { readonly width: number; readonly height: number } {
  return rendered?.pages[page - 1] ?? { width: 595.28, height: 841.89 };
}
