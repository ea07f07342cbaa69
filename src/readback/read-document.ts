import type { Box } from '../base/index.ts';

/** What a file gave up when it was read: plain data, nothing interpreted. */
export interface ReadDocument {
  readonly pages: readonly ReadPage[];
  readonly structure: ReadStructure;
  readonly metadata: ReadMetadata;
  readonly file: FileTraits;
  /** The fonts that text is set in; left out unless asked how it comes to the eye. */
  readonly fonts?: readonly ReadFont[];
  /** Every barcode on every page. */
  readonly symbols: readonly ReadSymbol[];
  /** Pages that look otherwise than those of another file; left out unless one was given to compare with. */
  readonly pictures?: readonly PictureDifference[];
  /** Objects that another file does not hold, or holds otherwise; left out unless one was given to compare with. */
  readonly objectDifferences?: readonly ObjectDifference[];
  /** What two readers have of it differently, for people; left out unless both have read it. */
  readonly disagreements?: readonly string[];
}

/** A page that looks otherwise in another file. */
export interface PictureDifference {
  readonly page: number;
  /** How many pixels differ, and the box around them; null where the pages are of different sizes, or one is missing. */
  readonly pixels: number | null;
  readonly box: Box | null;
}

/** An object that two files do not share, as text for people; null on the side that has none. */
export interface ObjectDifference {
  readonly found: string | null;
  readonly expected: string | null;
}

/** A barcode as it was decoded from the drawn page. */
export interface ReadSymbol {
  readonly page: number;
  /** Such as `QRCode` or `Code128`. */
  readonly format: string;
  readonly text: string;
  /** Level of error correction, such as `M`. */
  readonly errorCorrection: string;
  readonly box: Box;
}

/** A font that travels in the file, as far as it is used. */
export interface ReadFont {
  /** As runs have it. */
  readonly font: string;
  /** Its own name, tag of a subset included. */
  readonly name: string;
  /** Why its glyphs cannot be told; null where they can. */
  readonly fault: string | null;
  readonly glyphs: readonly ReadGlyph[];
}

/** One character code of a font. */
export interface ReadGlyph {
  /** What it is read as. */
  readonly text: string;
  /** What it looks like, to hold against a `TrustedFace`; says nothing to people. */
  readonly drawing: string;
  /** The font has no such glyph, and shows an empty box. */
  readonly missing: boolean;
  /** How far it moves the pen by the file, and by the font, in thousandths of an em. */
  readonly width: number;
  readonly ownWidth: number;
}

export interface ReadPage {
  /** From 1. */
  readonly number: number;
  /** Of the visible page (crop box within media box) in points, as turned for viewing. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** In drawing order, which is reading order in a well-made document. Text outside the visible page is not among them. */
  readonly runs: readonly TextRun[];
  /** Annotation subtypes on the page, such as `Link` or `FreeText`. */
  readonly annotations: readonly string[];
  /** Those of them that lead somewhere. */
  readonly links?: readonly ReadLink[];
  /** Text that does not stand plainly in sight, in drawing order; left out unless asked for. */
  readonly sights?: readonly TextSight[];
}

/** A link. */
export interface ReadLink {
  /** Null where it leads to a place in the file, or nowhere. */
  readonly target: string | null;
  /** What is heard of it. */
  readonly contents: string;
  readonly box: Box;
}

/** How a text that was shown in one go comes to the eye: measures, which are for others to judge. */
export interface TextSight {
  /** The fact it is marked as; null where it is unmarked. */
  readonly fact: string | null;
  readonly text: string;
  /** As boxes of runs, around what is between baseline and the height of digits. */
  readonly box: Box;
  /** Of what is painted, filled or stroked, as `#rrggbb`; null for a pattern. None where nothing is painted. */
  readonly colors: readonly (string | null)[];
  /** 0 to 1. */
  readonly opacity: number;
  /** 1 for glyphs as wide as their font has them. */
  readonly widthScale: number;
  /** Between text and ground where they are hardest to tell apart, 1 to 21 (WCAG 2.2); 1 where one is a picture. */
  readonly contrast: number;
  /** What is around the glyphs there, as `#rrggbb`; null for pictures and patterns. */
  readonly grounds: readonly (string | null)[];
  /** The largest share of any glyph that something is painted over later. */
  readonly overpainted: number;
  /** The largest share of any glyph that is cut off by a clip or the page's edge. */
  readonly hidden: number;
  /** All of it is outside the visible page. */
  readonly offPage: boolean;
  /** Optional content, which viewers may leave out. */
  readonly layered: boolean;
  /** Under a soft mask, or mixed with what is below by a blend mode. */
  readonly masked: boolean;
  /** Set as in a looking-glass. */
  readonly mirrored: boolean;
}

/** A stretch of text that was shown in one go. Every kind of space comes as U+0020, several as one. */
export interface TextRun {
  readonly page: number;
  /** Position among the page's runs, from 0. */
  readonly index: number;
  readonly text: string;
  /** From the visible page's top left corner. Of upright text only; slanted text has its box as if it were upright. */
  readonly box: Box;
  /** Distance of the baseline from the page's top. */
  readonly baseline: number;
  /** In points, as it stands on the page. */
  readonly fontSize: number;
  /** Tells fonts of one document apart; not a name for people. */
  readonly font: string;
  /** Angle of the baseline in degrees clockwise; 0 for upright text. */
  readonly angle: number;
  /** The fact it is marked as, such as `line.3.amount`; null where it is unmarked. */
  readonly fact: string | null;
  /** Links the run to its place in the structure tree; null where it has none. */
  readonly contentId: string | null;
  /** Page furniture that is outside the structure. */
  readonly artifact: boolean;
}

/** The structure tree of the whole document (ISO 32000-1 §14.7). */
export interface ReadStructure {
  /** An element of role `StructTreeRoot` that holds the top ones; null where the file has no tree, or none that can be read. */
  readonly root: StructureNode | null;
  /** What is wrong with the tree, for people; null where nothing is. */
  readonly fault: string | null;
}

/** One element of the structure tree. */
export interface StructureNode {
  readonly kind: 'element';
  /** Standard structure type such as `TR`; role-mapped where the file maps it. */
  readonly role: string;
  readonly id: string | null;
  /** Takes the place of the content for those who cannot see it. */
  readonly alternative: string | null;
  /** Takes the place of the content for everyone who copies or listens. */
  readonly actualText: string | null;
  readonly language: string | null;
  /** Of a header cell: `Row`, `Column` or `Both`. */
  readonly scope: string | null;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly children: readonly (StructureNode | StructureContent)[];
}

/** Marked content, or an annotation or other object, that an element holds. */
export interface StructureContent {
  readonly kind: 'content' | 'object';
  /** For content the `contentId` of its runs. */
  readonly id: string;
}

export interface ReadMetadata {
  /** Document information entries that are text, by their PDF names: `Title`, `CreationDate` … */
  readonly info: Readonly<Record<string, string>>;
  /** XMP properties by lower-case qualified name: `dc:title`, `pdfaid:part`, `pdfuaid:part` … */
  readonly xmp: Readonly<Record<string, string>>;
  /** The XMP packet as it stands; null where there is none. */
  readonly xmpPacket: string | null;
  /** BCP 47 language of the whole document. */
  readonly language: string | null;
  /** True where the file says that it is tagged. */
  readonly tagged: boolean;
  readonly attachments: readonly ReadAttachment[];
  /** True where any script is attached to the document or its fields. */
  readonly scripts: boolean;
  /** True where the file carries a form, an XFA form, a portfolio or a signature field. */
  readonly forms: boolean;
}

export interface ReadAttachment {
  readonly name: string;
  readonly description: string | null;
  readonly content: Uint8Array;
  /** As its stream says; null where it does not. */
  readonly mimeType: string | null;
  /** `AFRelationship`, such as `Alternative`; null where it has none. */
  readonly relationship: string | null;
  /** Whether the document, or a page, names it among its associated files. */
  readonly associated: boolean;
  /** What its record says otherwise than its content, for people. */
  readonly faults: readonly string[];
}

/** What can be told from the bytes alone. */
export interface FileTraits {
  readonly size: number;
  /** How often the file was saved: 1, and one more for every appended update. */
  readonly revisions: number;
  readonly linearized: boolean;
  /** Bytes after the last end-of-file mark and its line end. */
  readonly trailingBytes: number;
  /** Compressed streams that fail their own checksum; left out unless asked for. */
  readonly damagedStreams?: number;
  /** What the file holds beside the parts that documents of ours are made of, for people; left out where it cannot be told. */
  readonly strangeParts?: readonly string[];
}

/** Why a file was not read. */
export type UnreadableReason =
  | 'too-large'
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'too-many-pages'
  | 'deadline'
  | 'memory';

/**
 * Who reads. `either`: the small reader where the file is of its profile, pdf.js all others. `both`: pdf.js, and beside it
 * the small reader where the file is of its profile; what they differ in is told.
 */
export type ReadBy = 'either' | 'both' | 'pdf.js';

/** The answer about a file: what it says, or why it cannot be told. */
export type Reading =
  | { readonly kind: 'read'; readonly by: 'profile' | 'pdf.js' | 'both'; readonly document: ReadDocument }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly detail: string };
