import type { BarcodeSymbol } from '../../barcode/index.ts';
import type { Place } from '../../base/index.ts';
import type { BorderSide, ComputedStyle, MarginBoxName, PageText, RowPages } from '../../document/index.ts';
import type { Drawing } from '../../drawing/index.ts';
import type { Mark, StructureElement } from '../page.ts';

/**
 * What every box knows of the element that made it. Anonymous boxes carry their parent's tag and place.
 *
 * Literals name its properties one by one. V8 makes an object with a spread in it out of line, which costs fifteen times
 * the object, and with properties after the spread it gets a hidden class of its own, which costs sixty times as much.
 */
export interface BoxSource {
  /** Position in the document; drawables are drawn in this order. */
  readonly order: number;
  readonly tag: string;
  readonly place: Place;
  readonly style: ComputedStyle;
  readonly link: BoxLink | null;
}

export interface BoxLink {
  readonly url: string;
  /** The link's text. */
  readonly contents: string;
  readonly mark: Mark;
}

/** Boxes that stack or stand side by side: everything but the insides of a paragraph. */
export type LayoutBox = FlowBox | FlexBox | GridBox | TableBox | ImageBox;

/** A block container: it holds either boxes one below the other or lines of text. */
export interface FlowBox extends BoxSource {
  readonly kind: 'flow';
  readonly content: BlockContent | InlineContent;
  /** A list item's marker, which stands outside on the left. */
  readonly marker: FlowBox | null;
}

/** A block container of an element; all of them have one hidden class. */
export function toFlowBox(source: BoxSource, content: FlowBox['content'], marker: FlowBox | null): FlowBox {
  const { order, tag, place, style, link } = source;
  return { kind: 'flow', order, tag, place, style, link, content, marker };
}

export interface BlockContent {
  readonly kind: 'blocks';
  readonly children: readonly BlockChild[];
}

/** A child in the flow, or one taken out of it that remembers where it would have stood. */
export type BlockChild = LayoutBox | OutOfFlow;

export interface OutOfFlow {
  readonly kind: 'out-of-flow';
  readonly box: LayoutBox;
}

/** A flex container; text directly inside has become anonymous boxes. */
export interface FlexBox extends BoxSource {
  readonly kind: 'flex';
  readonly children: readonly BlockChild[];
}

/** A grid container; text directly inside has become anonymous boxes. */
export interface GridBox extends BoxSource {
  readonly kind: 'grid';
  readonly children: readonly BlockChild[];
}

/** What a picture shows: an image by its name, a bar code, or paths. */
export type Picture =
  | { readonly kind: 'raster'; readonly name: string }
  | { readonly kind: 'barcode'; readonly symbol: BarcodeSymbol }
  | { readonly kind: 'drawing'; readonly drawing: Drawing };

/** A picture, inline or block. Width and height are its own, in points. */
export interface ImageBox extends BoxSource {
  readonly kind: 'image';
  readonly picture: Picture;
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  readonly mark: Mark;
}

export interface TableBox extends BoxSource {
  readonly kind: 'table';
  readonly captions: readonly FlowBox[];
  /** Styles of `<col>` elements, by column; null where a column has none. */
  readonly columns: readonly (ComputedStyle | null)[];
  /** In order of display: header rows first, footer rows last. */
  readonly rows: readonly TableRow[];
  readonly columnCount: number;
  /** Set where `border-collapse` is collapse; the styles of table and cells then hold their halves of each border. */
  readonly borders: CollapsedBorders | null;
  readonly breaks: TableBreaks;
}

/** What a table shows besides its rows where a page ends in it. */
export interface TableBreaks {
  /** Above, where it goes on: the header rows that the table begins with, or rows of its own. */
  readonly above: TableBox | 'header' | null;
  /** Below, where it breaks off. */
  readonly below: TableBox | null;
  /** The same for row groups that have rows of their own for that, inside the table's. */
  readonly groups: readonly GroupBreaks[];
}

export interface GroupBreaks {
  /** First row, and one past the last. */
  readonly start: number;
  readonly end: number;
  readonly above: TableBox | null;
  readonly below: TableBox | null;
}

/** Borders between cells, each the winner of those that meet there (CSS 2.2 §17.6.2); null where none is drawn. */
export interface CollapsedBorders {
  /** `horizontal[r][c]` lies above row r; one entry more than there are rows. */
  readonly horizontal: readonly (readonly (BorderSide | null)[])[];
  /** `vertical[r][c]` lies left of column c in row r; one entry more than there are columns. */
  readonly vertical: readonly (readonly (BorderSide | null)[])[];
}

export interface TableRow extends BoxSource {
  /** Where it may be left out. */
  readonly pages: RowPages;
  readonly section: 'header' | 'body' | 'footer';
  /** Which of the table's row groups it belongs to. */
  readonly group: number;
  readonly groupStyle: ComputedStyle | null;
  readonly isFirstOfGroup: boolean;
  readonly isLastOfGroup: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** First column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  /** Never reaches beyond the row's group. */
  readonly rowSpan: number;
  readonly box: FlowBox;
}

/** The insides of a paragraph, flattened: inline elements open and close around text, images and inline blocks. */
export interface InlineContent {
  readonly kind: 'inlines';
  /** The paragraph's own. */
  readonly style: ComputedStyle;
  readonly items: readonly InlineItem[];
}

export type InlineItem = TextItem | InlineEdge | InlineAtom | LineBreak | OutOfFlow;

/** Where an inline element begins or ends. */
export interface InlineEdge {
  readonly kind: 'open' | 'close';
  readonly box: InlineBox;
}

/** An image or inline-block, which a line takes as one big letter. */
export interface InlineAtom {
  readonly kind: 'atom';
  readonly box: LayoutBox;
  readonly parent: InlineBox | null;
}

/** `<br>`, or a line feed where white space is kept. */
export interface LineBreak {
  readonly kind: 'break';
  readonly parent: InlineBox | null;
}

/** Text with white space collapsed. */
export interface TextItem {
  readonly kind: 'text';
  readonly order: number;
  readonly text: string;
  /** Set where the text is known only when pages are; see `Pass.pageTexts`. */
  readonly pageText: PageText | null;
  readonly style: ComputedStyle;
  readonly place: Place;
  readonly mark: Mark;
  /** Must not be broken over lines, whatever its white-space says. */
  readonly whole: boolean;
  /** The nearest element that underlines or strikes this text through. */
  readonly decoration: ComputedStyle | null;
  readonly parent: InlineBox | null;
}

/** An inline element. */
export interface InlineBox extends BoxSource {
  readonly kind: 'inline';
  readonly parent: InlineBox | null;
}

/** What one page margin box shows. */
export interface MarginContent {
  readonly name: MarginBoxName;
  readonly box: FlowBox;
  /** The name of the running element shown; null for generated text. */
  readonly running: string | null;
}

/** A text that is given a name where the box with that `order` begins. */
export interface StringAssignment {
  readonly order: number;
  readonly name: string;
  readonly value: string;
}

/** A box that wants to stand at the foot of the last page. */
export type FootBox = Pick<BoxSource, 'order' | 'tag' | 'place'>;

/** A whole document as boxes. */
export interface DocumentBoxes {
  readonly body: LayoutBox;
  /** Boxes of `position: fixed`, in document order. */
  readonly fixed: readonly LayoutBox[];
  readonly firstPage: readonly MarginContent[];
  readonly otherPages: readonly MarginContent[];
  /** What `string-set` names, in document order. */
  readonly strings: readonly StringAssignment[];
  readonly feet: readonly FootBox[];
  /** Still with leaves and elements of which nothing may be drawn. */
  readonly structure: StructureElement;
}
