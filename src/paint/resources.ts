import type { CalendarDate } from '../base/index.ts';
import type { FontSubsets } from './font-subsets.ts';
import type { PreparedImage } from './image/prepared-image.ts';

/** Everything paint needs besides the pages. Handed in, never looked up: paint reads no disk and no clock. */
export interface PaintResources {
  /** Of the faces that the pages use; their glyph ids are ids in these fonts. */
  readonly fonts: FontSubsets;
  /** By the name that `ImageDrawable.image` uses; made once by `prepareImage`. */
  readonly images: ReadonlyMap<string, PreparedImage>;
  readonly metadata: PaintMetadata;
  readonly attachments: readonly Attachment[];
}

/** What the file says about itself, in its Info dictionary and, equal to the letter, in XMP. */
export interface PaintMetadata {
  /** The seller. */
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** Name and version of the engine, such as `fakturapress 0.1.0`. */
  readonly creator: string;
  readonly template: { readonly name: string; readonly version: string };
  /** The invoice date; written as midnight UTC, so that no clock reaches the file. */
  readonly date: CalendarDate;
  /** Set where an attachment makes the file a Factur-X (version 1.0); null elsewhere. */
  readonly facturX: FacturXClaim | null;
}

/** What XMP says of a Factur-X attachment. */
export interface FacturXClaim {
  readonly fileName: string;
  readonly conformanceLevel: 'MINIMUM' | 'BASIC WL' | 'BASIC' | 'EN 16931' | 'EXTENDED';
}

/** A file inside the file (ISO 19005-3 §6.8). */
export interface Attachment {
  /** ASCII, such as `factur-x.xml`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** ISO 19005-3 Annex E. */
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
  readonly description: string;
  readonly date: CalendarDate;
}
