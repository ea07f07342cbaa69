import { toFactName } from '../fact-tag.ts';
import { nameOf, type PdfObject } from '../objects/object.ts';
import type { TextRun } from '../read-document.ts';
import { type GraphicsState, moveBy, START } from '../sight/graphics-state.ts';
import type { ShownGlyph } from '../sight/operands.ts';
import type { Painted } from '../sight/painted.ts';
import { boundsOfText, toPaintedText } from '../sight/painted-text.ts';
import { type Shape, toBoxShape, toFilledShape, toStrokedShape } from '../sight/shape.ts';
import { type DrawingStep, demandOperands, demandPlace } from './content-grammar.ts';
import { ContentParser } from './content-parser.ts';
import { demand, demandDictionary, demandItems, demandKeys, demandNumber, OutsideProfile } from './outside-profile.ts';
import type { ProfileFont } from './read-fonts.ts';
import type { ProfileResources } from './read-resources.ts';
import { RunBuilder, type RunMark } from './run-builder.ts';

/** What a page says and paints. */
export interface FollowedPage {
  readonly runs: readonly TextRun[];
  readonly painted: readonly Painted[];
}

export interface PageFrame {
  readonly number: number;
  /** The page's object, by which its marked content is named. */
  readonly object: number;
  readonly width: number;
  readonly height: number;
}

/** Follows the operators of a page, of which it knows those that documents of this profile are drawn with. */
export function followContent(content: Uint8Array, resources: ProfileResources, frame: PageFrame): FollowedPage {
  const parser = new ContentParser(content);
  const follower = new ContentFollower(resources, frame);
  for (let operator = parser.readOperator(); operator !== null; operator = parser.readOperator()) {
    follower.take(operator, parser.operands);
  }
  return follower.finish();
}

/** Inside these, artifacts and facts within them. */
const MAX_MARKS = 4;

/** Kinds of path pieces, as shapes have them. */
const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 4];

const MARK_KEYS: ReadonlySet<string> = new Set(['MCID', 'Type', 'Subtype']);

class ContentFollower {
  readonly #resources: ProfileResources;
  readonly #frame: PageFrame;
  readonly #builder: RunBuilder;
  readonly #painted: Painted[] = [];
  readonly #marks: { readonly tag: string; readonly id: string | null }[] = [];
  #mark: RunMark = { fact: null, contentId: null, artifact: false };
  /** Its own: nothing keeps one but for what it says at the time. */
  readonly #state: { -readonly [Key in keyof GraphicsState]: GraphicsState[Key] } = { ...START };
  #font: ProfileFont | null = null;
  #path: number[] = [];
  /** Of the text object, where it has begun. */
  #pen: { readonly x: number; readonly y: number } | null = null;
  /** How far it is in what is drawn between saving and restoring. */
  #step: DrawingStep = 'outside';

  constructor(resources: ProfileResources, frame: PageFrame) {
    this.#resources = resources;
    this.#frame = frame;
    this.#builder = new RunBuilder(frame.number, frame.height);
  }

  take(operator: string, operands: readonly PdfObject[]): void {
    demandPlace(operator, { step: this.#step, inText: this.#pen !== null, inPath: this.#path.length > 0 });
    const numbers = demandOperands(operator, operands);
    if (numbers === null) this.#takeOther(operator, operands);
    else if (numbers.length > 0) this.#takeNumbers(operator, numbers);
    else this.#takeBare(operator);
  }

  finish(): FollowedPage {
    demand(
      this.#marks.length === 0 && this.#pen === null && this.#step === 'outside',
      'a page that ends in the middle',
    );
    demand(this.#path.length === 0, 'a path that is not painted');
    this.#builder.flush();
    return { runs: this.#builder.runs, painted: this.#painted };
  }

  #takeNumbers(operator: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): void {
    switch (operator) {
      case 'rg':
        this.#state.fill = toHexColor(a, b, c);
        return;
      case 'RG':
        this.#state.stroke = toHexColor(a, b, c);
        return;
      case 'w':
        this.#state.lineWidth = a;
        return;
      case 'Tc':
        this.#state.characterSpacing = a;
        return;
      case 'Ts':
        this.#state.rise = a;
        return;
      case 'Td':
        demand(this.#pen === PEN_AT_START, 'a text object of several lines');
        this.#pen = { x: a, y: b };
        return;
      case 'm':
        this.#path.push(MOVE, a, b);
        return;
      case 'l':
        this.#extend(LINE, a, b);
        return;
      case 'c':
        this.#extend(CURVE, a, b, c, d, e, f);
        return;
      case 're':
        this.#addBox(a, b, c, d);
        return;
      case 'cm':
        demand(a > 0 && d > 0 && b === 0 && c === 0, 'a picture aslant');
        this.#state.matrix = [a, b, c, d, e, f];
        this.#step = 'placed';
        return;
    }
  }

  #takeBare(operator: string): void {
    switch (operator) {
      case 'BT':
        this.#pen = PEN_AT_START;
        return;
      case 'ET':
        this.#pen = null;
        return;
      case 'h':
        this.#extend(CLOSE);
        return;
      case 'q':
        this.#step = 'saved';
        return;
      case 'Q':
        this.#state.matrix = START.matrix;
        this.#state.clips = START.clips;
        this.#step = 'outside';
        return;
      case 'W':
        this.#step = 'bounded';
        return;
      case 'n':
        this.#state.clips = [toFilledShape(this.#state.matrix, [this.#path], false)];
        this.#path = [];
        this.#step = 'clipped';
        return;
      case 'EMC':
        demand(this.#marks.length > 0, 'EMC without a beginning');
        this.#builder.flush();
        this.#marks.pop();
        this.#mark = toRunMark(this.#marks);
        return;
      default:
        this.#paintPath(operator);
    }
  }

  #takeOther(operator: string, operands: readonly PdfObject[]): void {
    const [first, second] = operands;
    switch (operator) {
      case 'Tf':
        demand(operands.length === 2, 'Tf with other operands');
        this.#setFont(nameOf(first), demandNumber(second, 'a type size'));
        return;
      case 'TJ':
        demand(operands.length === 1, 'TJ with other operands');
        this.#show(demandItems(first, 'a text'));
        return;
      case 'gs':
        demand(operands.length === 1, 'gs with other operands');
        Object.assign(this.#state, this.#resources.opacity(nameOf(first)));
        return;
      case 'd':
        demand(operands.length === 2, 'd with other operands');
        for (const dash of demandItems(first, 'dashes')) demandNumber(dash, 'a dash');
        demandNumber(second, 'an offset');
        return;
      case 'Do':
        demand(operands.length === 1, 'Do with other operands');
        this.#paintPicture(nameOf(first));
        return;
      case 'BMC':
        demand(operands.length === 1, 'BMC with other operands');
        this.#open(nameOf(first), null);
        return;
      case 'BDC':
        demand(operands.length === 2, 'BDC with other operands');
        this.#open(nameOf(first), this.#toContentId(second));
        return;
      default:
        throw new OutsideProfile(`operator ${operator}`);
    }
  }

  #setFont(name: string | null, size: number): void {
    const font = this.#resources.font(name);
    demand(size > 0, 'text of no size');
    if (font !== this.#font || size !== this.#state.fontSize) this.#builder.flush();
    this.#font = font;
    this.#state.font = font.id;
    this.#state.fontSize = size;
  }

  #extend(...piece: readonly number[]): void {
    demand(this.#path.length > 0, 'a path without a start');
    this.#path.push(...piece);
  }

  #addBox(x: number, y: number, width: number, height: number): void {
    demand(this.#path.length === 0, 'a box in a path');
    if (this.#step === 'saved') this.#step = 'boxed';
    const [right, top] = [x + width, y + height];
    if (width === 0 || height === 0) this.#path.push(MOVE, x, y, LINE, right, top, CLOSE);
    else this.#path.push(MOVE, x, y, LINE, right, y, LINE, right, top, LINE, x, top, CLOSE);
  }

  #paintPath(operator: string): void {
    demand(this.#path.length > 0, `${operator} without a path`);
    const { matrix, fill, stroke, fillOpacity, strokeOpacity, lineWidth } = this.#state;
    const path = [this.#path];
    this.#path = [];
    if (this.#step === 'clipped') this.#step = 'drawn';
    if (operator !== 'S') this.#addArea(toFilledShape(matrix, path, operator.endsWith('*')), fill, fillOpacity);
    if (operator !== 'f' && operator !== 'f*')
      this.#addArea(toStrokedShape(matrix, path, lineWidth), stroke, strokeOpacity);
  }

  #addArea(shape: Shape, color: string | null, opacity: number, picture: string | null = null): void {
    const what = picture === null ? 'path' : 'picture';
    const { clips } = this.#state;
    this.#painted.push({ kind: 'area', what, shape, color, opacity, annotation: false, picture, ...PLAINLY, clips });
  }

  #paintPicture(name: string | null): void {
    const picture = this.#resources.picture(name);
    this.#builder.flush();
    this.#addArea(toBoxShape(this.#state.matrix, [0, 0, 1, 1]), null, this.#state.fillOpacity, picture);
    this.#step = 'drawn';
  }

  #show(items: readonly PdfObject[]): void {
    const [font, pen] = [this.#font, this.#pen];
    demand(font !== null && pen !== null && pen !== PEN_AT_START, 'text without font or place');
    const shown: (ShownGlyph | number)[] = [];
    for (const item of items) {
      if (typeof item === 'number') shown.push(item);
      else pushGlyphs(shown, item, font);
    }
    const state = this.#state;
    const { painted, advance } = toPaintedText(shown, state, moveBy(START.matrix, pen.x, pen.y), {
      fact: this.#mark.fact,
      hidden: false,
      ...PLAINLY,
    });
    this.#demandOnPage(boundsOfText(painted));
    const { fontSize: size, characterSpacing: letterSpacing, rise } = state;
    this.#builder.show(shown, { font, size, letterSpacing, rise, ...pen }, this.#mark);
    this.#painted.push(painted);
    this.#pen = { x: pen.x + advance, y: pen.y };
  }

  /** What is beside the page is nobody's text, and readers differ in what they make of it. */
  #demandOnPage({ left, right, bottom, top }: Shape['bounds']): void {
    const { width, height } = this.#frame;
    demand(left >= 0 && bottom >= 0 && right <= width && top <= height, 'text outside the page');
  }

  #open(tag: string | null, id: string | null): void {
    // Optional content shows or not, as a viewer likes (ISO 32000-1 §8.11).
    demand(tag !== null && tag !== 'OC', 'marked content of another kind');
    demand(this.#marks.length < MAX_MARKS, 'marks within marks');
    this.#builder.flush();
    this.#marks.push({ tag, id });
    this.#mark = toRunMark(this.#marks);
  }

  #toContentId(properties: PdfObject | undefined): string | null {
    const dictionary = demandDictionary(properties, 'properties of a mark');
    demandKeys(dictionary, MARK_KEYS, 'a mark');
    const mcid = dictionary.entries.get('MCID');
    if (mcid === undefined) return null;
    demand(typeof mcid === 'number' && Number.isInteger(mcid) && mcid >= 0, 'a broken MCID');
    return `p${this.#frame.object}R_mc${mcid}`;
  }
}

/** Everything is painted without layers and masks, and text without clips. */
const PLAINLY = { clips: [], layered: false, masked: false } as const;

const PEN_AT_START = { x: 0, y: 0 };

function pushGlyphs(shown: (ShownGlyph | number)[], item: PdfObject, font: ProfileFont): void {
  demand(item !== null && typeof item === 'object' && item.kind === 'string', 'a text of other things');
  const { bytes } = item;
  demand(bytes.length % 2 === 0, 'half a character');
  for (let i = 0; i < bytes.length; i += 2) {
    const glyph = font.glyphs.get((bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0));
    demand(glyph !== undefined, 'a character that the font does not have');
    shown.push(glyph);
  }
}

/** The innermost fact and content id, and whether any sequence around is an artifact. */
function toRunMark(marks: readonly { readonly tag: string; readonly id: string | null }[]): RunMark {
  return {
    fact: toFactName(marks.findLast((mark) => toFactName(mark.tag) !== null)?.tag ?? null),
    contentId: marks.findLast((mark) => mark.id !== null)?.id ?? null,
    artifact: marks.some((mark) => mark.tag === 'Artifact'),
  };
}

/** Shares of 1 as `#rrggbb`. */
function toHexColor(red: number, green: number, blue: number): string {
  return `#${toHexByte(red)}${toHexByte(green)}${toHexByte(blue)}`;
}

function toHexByte(share: number): string {
  CLAMPED[0] = share * 255;
  return HEX_BYTES[CLAMPED[0] ?? 0] ?? '';
}

/** Rounds and cuts off as it is written to. */
const CLAMPED = new Uint8ClampedArray(1);

const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
