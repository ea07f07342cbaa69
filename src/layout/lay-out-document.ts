import type { PageStyle, StyledDocument } from '../document/index.ts';
import { anonymousStyle } from './boxes/anonymous-style.ts';
import type { DocumentBoxes, FlowBox } from './boxes/box.ts';
import { generateDocument } from './boxes/generate-document.ts';
import { toArtifact } from './boxes/generation.ts';
import { closeStructure } from './boxes/structure.ts';
import type { LayoutContext } from './context.ts';
import { createPass } from './create-pass.ts';
import { drawFragment, WHOLE } from './draw/draw-fragment.ts';
import { AS_CONTENT, createSink, type DrawMode, type PageSink } from './draw/page-sink.ts';
import { checkFonts, fontLookupIn } from './font-lookup.ts';
import type { Fragment } from './fragment.ts';
import { drawMarginBoxes } from './furniture/draw-margin-boxes.ts';
import type { Page, PagedDocument } from './page.ts';
import { type PageSlice, paginate } from './paginate/paginate.ts';
import { standAtFoot } from './paginate/stand-at-foot.ts';
import { type Pass, shrinkingSpace } from './pass.ts';
import { layOutPositioned } from './positioned/lay-out-positioned.ts';
import { stringsOfPages, widestStrings } from './strings/page-strings.ts';
import { type PageTexts, toPageTexts } from './strings/page-text.ts';
import { renewStrip } from './table/lay-out-strip.ts';

export interface LayoutOptions {
  /** Whether pages tell their boxes and baselines, which only people look at. Default true. */
  readonly outlines?: boolean;
}

/**
 * Lays a styled document out on pages: boxes and structure, the flow as if the page never ended, cuts into pages, and
 * each page drawn with its furniture. The faults are TEXT_OVERFLOW, FONT_UNKNOWN, GLYPH_MISSING, FACT_NESTED, IMAGE_UNKNOWN,
 * LAYOUT_UNSUPPORTED, LAYOUT_NO_PROGRESS and LAYOUT_TOO_MANY_PAGES.
 */
export function layOutDocument(
  styled: StyledDocument,
  context: LayoutContext,
  { outlines = true }: LayoutOptions = {},
): PagedDocument {
  const boxes = generateDocument(styled, context);
  const fonts = fontLookupIn(context.fontBook);
  checkFonts(styled.body, fonts);
  const flow = createPass(context, fonts, planPageTexts(boxes));
  const passFor = (texts: PageTexts) => createPass(context, fonts, texts, flow);
  const flows = layOutFlows(styled, boxes, flow);
  const roomOn = (page: number) => areaOf(pageStyle(styled, page)).height;
  const cuts = paginate(flows, roomOn);
  const slices = standAtFoot(cuts, roomOn(cuts.length - 1), boxes.feet);
  const pages = drawPages(styled, boxes, passFor, slices, outlines);
  const structure = closeStructure(boxes.structure, shownLeaves(pages));
  return { language: styled.language, title: styled.title, pages, structure };
}

function pageStyle(styled: StyledDocument, page: number): PageStyle {
  return page === 0 ? styled.firstPage : styled.otherPages;
}

/** The page area: the page without its margins (CSS Page 3 §3.1). */
function areaOf(page: PageStyle) {
  return {
    x: page.marginLeft,
    y: page.marginTop,
    width: page.width - page.marginLeft - page.marginRight,
    height: page.height - page.marginTop - page.marginBottom,
  };
}

/** The flow for each page; one for all where the first page's area is as wide as the others'. */
function layOutFlows(styled: StyledDocument, boxes: DocumentBoxes, pass: Pass): (page: number) => Fragment {
  const root = rootBox(styled, boxes);
  const flowFor = (page: PageStyle): Fragment => {
    const area = areaOf(page);
    return pass.layOut(root, shrinkingSpace(area.width, area.height, area.width));
  };
  const first = flowFor(styled.firstPage);
  let others: Fragment | null = null;
  return (page) => {
    if (page === 0 || areaOf(styled.firstPage).width === areaOf(styled.otherPages).width) return first;
    others ??= flowFor(styled.otherPages);
    return others;
  };
}

/** The root of the flow, which keeps the body's margins inside the page. */
function rootBox(styled: StyledDocument, boxes: DocumentBoxes): FlowBox {
  return {
    kind: 'flow',
    order: -1,
    tag: 'page',
    place: styled.body.element.place,
    style: anonymousStyle(styled.body.style),
    link: null,
    content: { kind: 'blocks', children: [boxes.body] },
    marker: null,
  };
}

function drawPages(
  styled: StyledDocument,
  boxes: DocumentBoxes,
  passFor: (texts: PageTexts) => Pass,
  slices: readonly PageSlice[],
  outlines: boolean,
): Page[] {
  const shown = new Set<string>();
  const strings = stringsOfPages(boxes.strings, slices);
  return slices.map((slice, index) => {
    const page = pageStyle(styled, index);
    const area = areaOf(page);
    const pass = passFor(toPageTexts(index + 1, slices.length, strings[index] ?? (() => '')));
    const sink = createSink(page.width, page.height, (strip) => renewStrip(pass, strip), outlines);
    const margins = index === 0 ? boxes.firstPage : boxes.otherPages;
    drawMarginBoxes(pass, sink, page, margins, shown);
    drawFragment(sink, slice.flow, slice, area.x, area.y, AS_CONTENT);
    if (index === 0) drawAbsolute(pass, sink, slice.flow, page);
    drawFixed(pass, sink, boxes, page, index === 0 ? AS_CONTENT : { repeats: toArtifact('Pagination', null) });
    return sink.toPage();
  });
}

/** Page numbers while there are no pages: of three figures. */
const PLANNED_PAGE = 100;

function planPageTexts({ strings }: DocumentBoxes): PageTexts {
  return toPageTexts(PLANNED_PAGE, PLANNED_PAGE, widestStrings(strings));
}

function shownLeaves(pages: readonly Page[]): Set<number> {
  const shown = new Set<number>();
  for (const { drawables } of pages) {
    for (const { mark } of drawables) if (mark.kind === 'content') shown.add(mark.leaf);
  }
  return shown;
}

/** Absolute boxes without a positioned ancestor stand against the first page's area (CSS 2.2 §10.1). */
function drawAbsolute(pass: Pass, sink: PageSink, flow: Fragment, page: PageStyle): void {
  const area = areaOf(page);
  for (const pending of flow.pending) {
    const moved = { ...pending, x: area.x + pending.x, y: area.y + pending.y };
    const fragment = layOutPositioned(pass, moved, area);
    drawFragment(sink, fragment, WHOLE, fragment.x, fragment.y, AS_CONTENT);
  }
}

/** Fixed boxes stand on every page, against its page area (CSS 2.2 §9.6.1). */
function drawFixed(pass: Pass, sink: PageSink, boxes: DocumentBoxes, page: PageStyle, mode: DrawMode): void {
  const area = areaOf(page);
  for (const box of boxes.fixed) {
    const fragment = layOutPositioned(pass, { box, x: area.x, y: area.y }, area);
    drawFragment(sink, fragment, WHOLE, fragment.x, fragment.y, mode);
  }
}
