import { encodeSymbol } from '../../barcode/index.ts';
import { POINTS_PER_CSS_PIXEL } from '../../base/index.ts';
import type { StyledElement } from '../../document/index.ts';
import { type Drawing, toDrawing } from '../../drawing/index.ts';
import { layoutFaults } from '../faults.ts';
import { sizeNaturally } from '../replaced/natural-barcode.ts';
import type { ImageBox, Picture } from './box.ts';
import { enterElement, type Generation, markIn, type Scope, sourceOf, toArtifact } from './generation.ts';

/** Whether an element is a picture, of which layout knows the size alone (CSS 2.2 §3.1, “replaced”). */
export function isReplaced({ element, pseudo }: StyledElement): boolean {
  return pseudo === null && (element.tag === 'img' || element.tag === 'svg' || element.tag === 'barcode');
}

/** The box of a picture; one with words for it is a figure, one without is decoration. */
export function generateReplaced(generation: Generation, styled: StyledElement, outer: Scope): ImageBox {
  const { attributes, tag } = styled.element;
  const own = readPicture(generation, styled);
  const alternative = (tag === 'svg' ? attributes['aria-label'] : attributes['alt']) ?? '';
  const scope = enterElement(generation, styled, outer, 'Span');
  const { order, tag: name, place, style, link } = sourceOf(generation, styled, scope);
  const mark =
    scope.artifact || alternative === ''
      ? { ...(scope.artifact ?? toArtifact('Layout', null)), fact: scope.fact }
      : markIn(generation, {
          ...scope,
          structure: generation.structure.open(scope.structure, 'Figure', { alternative }),
        });
  const { picture, naturalWidth, naturalHeight } = own;
  return { kind: 'image', order, tag: name, place, style, link, picture, naturalWidth, naturalHeight, mark };
}

type OwnPicture = Pick<ImageBox, 'picture' | 'naturalWidth' | 'naturalHeight'>;

function readPicture(generation: Generation, styled: StyledElement): OwnPicture {
  switch (styled.element.tag) {
    case 'img':
      return readImage(generation, styled);
    case 'barcode':
      return readBarcode(styled);
    default:
      return readDrawing(styled);
  }
}

function readBarcode({ element: { attributes, place } }: StyledElement): OwnPicture {
  const symbology = attributes['type'] === 'code128' ? 'code128' : 'qrcode';
  const symbol = encodeSymbol(symbology, attributes['value'] ?? '', place);
  const { width, height } = sizeNaturally(symbol);
  return { picture: { kind: 'barcode', symbol }, naturalWidth: width, naturalHeight: height };
}

function readImage(generation: Generation, { element }: StyledElement): OwnPicture {
  const name = element.attributes['src'] ?? '';
  const drawing = generation.drawing?.(name) ?? null;
  if (drawing !== null) return toOwnPicture(drawing);
  const picture: Picture = { kind: 'raster', name };
  const size = generation.imageSize(name);
  if (size !== null) return { picture, naturalWidth: size.width, naturalHeight: size.height };
  throw layoutFaults.IMAGE_UNKNOWN({
    message: `Unexpected image "${name}", expected a declared image`,
    place: element.place,
  });
}

/** A browser would fill the whole width with a drawing of no size, which nobody means. */
function readDrawing({ element, style }: StyledElement): OwnPicture {
  const drawing = toDrawing(element);
  const { width, height } = drawing;
  if (style.width === 'auto' && style.height === 'auto' && width === null && height === null) {
    throw layoutFaults.LAYOUT_UNSUPPORTED({
      message: 'Unexpected <svg> without a size, expected width or height',
      place: element.place,
      hint: 'Give <svg> a width and a height in the style sheet.',
    });
  }
  return toOwnPicture(drawing);
}

/** A side that the drawing does not name follows from the other by the ratio of what it shows. */
function toOwnPicture(drawing: Drawing): OwnPicture {
  const { viewBox, width, height } = drawing;
  const ratio = viewBox.width / viewBox.height;
  const naturalWidth = width ?? (height === null ? viewBox.width * POINTS_PER_CSS_PIXEL : height * ratio);
  return { picture: { kind: 'drawing', drawing }, naturalWidth, naturalHeight: height ?? naturalWidth / ratio };
}
