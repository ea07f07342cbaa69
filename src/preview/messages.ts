import type { Box, FaultJson, Finding } from '../base/index.ts';
import type { Difference } from '../snapshot/index.ts';

/** What is shown: one document of one template. Every field is a key of the catalog, never a path. */
export interface Choice {
  readonly template: string;
  readonly brand: string;
  readonly locale: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly fixture: string;
}

/** One thing that can be picked. */
export interface Option {
  readonly key: string;
  readonly label: string;
}

export interface FixtureOption extends Option {
  /** What is chosen with it, unless told otherwise. */
  readonly brand: string;
  readonly locale: string;
  readonly kind: Choice['kind'];
}

/** Everything that can be picked, and what is shown first. */
export interface Catalog {
  readonly templates: readonly Option[];
  readonly brands: readonly Option[];
  readonly locales: readonly Option[];
  readonly fixtures: readonly FixtureOption[];
  readonly initial: Choice;
}

/** A page's paper in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** What the stream of server-sent events says; each names the revision it is about. */
export type PreviewEvent =
  | { readonly kind: 'rendering'; readonly revision: number }
  | RenderedEvent
  | ProofEvent
  | DifferenceEvent
  | FaultEvent;

export interface RenderedEvent {
  readonly kind: 'rendered';
  readonly revision: number;
  readonly pages: readonly Paper[];
  /** How long rendering took. */
  readonly ms: number;
  /** The file whose save was the reason, and when; null for a choice. */
  readonly saved: Saved | null;
  readonly fileName: string;
  readonly language: string;
  readonly accent: string | null;
}

export interface Saved {
  readonly file: string;
  /** Hours, minutes and seconds on this machine's clock. */
  readonly time: string;
}

/** A fact as the validator found it. */
export interface ProvenFact {
  readonly name: string;
  readonly value: string;
}

/** What the validator says of a wrong fact, and where the template prints it. */
export interface WrongFact {
  readonly name: string | null;
  readonly ruleId: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly message: string;
  readonly reason: string | null;
  readonly page: number | null;
  readonly box: Box | null;
  readonly excerpt: Excerpt | null;
}

export interface ProofEvent {
  readonly kind: 'proof';
  readonly revision: number;
  readonly proven: readonly ProvenFact[];
  readonly wrong: readonly WrongFact[];
  readonly warnings: readonly Finding[];
}

export interface DifferenceEvent {
  readonly kind: 'difference';
  readonly revision: number;
  /** Null where nothing is approved. */
  readonly differences: readonly Difference[] | null;
  readonly approvedPages: readonly Paper[];
  /** Day of the approval, such as `19 Nov`; null where nothing is approved. */
  readonly approvedOn: string | null;
  /** The file that approving writes. */
  readonly file: string;
}

export interface FaultEvent {
  readonly kind: 'fault';
  readonly revision: number;
  readonly faults: readonly ShownFault[];
  readonly saved: Saved | null;
}

export interface ShownFault extends FaultJson {
  readonly excerpt: Excerpt | null;
  /** The file that the page waits for, such as `style.css`. */
  readonly waitsFor: string | null;
}

/** A few lines of a file around one place. */
export interface Excerpt {
  /** As people call it: `modern/style.css`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The word that is meant, in its line as it is shown: counted from 0. */
  readonly mark: { readonly start: number; readonly length: number };
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** What stands on one page, for the overlays. */
export interface PageDetails {
  readonly facts: readonly MarkedFact[];
  readonly boxes: readonly BoxDetails[];
  readonly tags: readonly TagDetails[];
}

export interface MarkedFact {
  readonly name: string;
  readonly boxes: readonly Box[];
}

export interface BoxDetails {
  readonly tag: string;
  readonly box: Box;
  readonly baselines: readonly number[];
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Whether no other box lies inside. */
  readonly isLeaf: boolean;
}

/** One stretch of content on a page, in reading order. */
export interface TagDetails {
  /** The number that tree and page share, counted through the document. */
  readonly number: number;
  readonly role: string;
  readonly box: Box;
}

/** An element of a template under the pointer's box. */
export interface ElementDetails {
  readonly path: readonly string[];
  readonly name: string;
  readonly fact: string | null;
  /** Top, right, bottom, left. */
  readonly padding: readonly [number, number, number, number];
  readonly font: string;
  readonly size: number;
  readonly leading: number | null;
  readonly figures: string;
  readonly color: string;
  /** Against the nearest background. */
  readonly contrast: number;
  readonly template: Excerpt | null;
  /** Whose rules are shown: its own, else those of the element around it that it inherits from. */
  readonly styledAs: string;
  /** The rules that its style was taken from, the strongest first. */
  readonly rules: readonly Excerpt[];
  readonly reasons: readonly string[];
}

/** The tag tree with what a screen reader says. */
export interface StructureDetails {
  readonly root: TagNode;
  readonly artifacts: readonly { readonly text: string; readonly page: number }[];
}

export interface TagNode {
  readonly role: string;
  readonly number: number | null;
  readonly page: number | null;
  readonly text: string;
  readonly alternative: string | null;
  readonly children: readonly TagNode[];
}

/** The template's other previews: how many there are, and those that differ. */
export interface OtherPreviews {
  readonly count: number;
  readonly differing: readonly {
    readonly fixture: string;
    readonly locale: string;
    readonly title: string;
    readonly what: string;
  }[];
}
