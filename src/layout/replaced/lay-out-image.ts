import type { ImageBox } from '../boxes/box.ts';
import { type Fragment, NO_OVERFLOW } from '../fragment.ts';
import { ownMargins } from '../margins.ts';
import type { IntrinsicSizes, Space } from '../pass.ts';
import { insetsOf, marginsOf } from '../sizing/edges.ts';
import { sizeImage } from './image-size.ts';

/** An image in its place; where its parent has decided one side, the other follows the image's ratio. */
export function layOutImage(box: ImageBox, space: Space): Fragment {
  const insets = insetsOf(box.style, space.width);
  const margins = marginsOf(box.style, space.width);
  const { width, height } = sizeInSpace(box, space, insets);
  return {
    box,
    x: 0,
    y: 0,
    width: width + insets.horizontal,
    height: height + insets.vertical,
    bands: [],
    bottomInset: insets.bottom,
    contentShift: 0,
    overflow: NO_OVERFLOW,
    continuation: null,
    positioned: [],
    pending: [],
    margins: ownMargins(margins.top, margins.bottom),
    firstBaseline: null,
    lastBaseline: null,
  };
}

function sizeInSpace(box: ImageBox, space: Space, insets: ReturnType<typeof insetsOf>) {
  const natural = { width: box.naturalWidth, height: box.naturalHeight };
  const fixed = (border: number, inset: number) => ({
    points: Math.max(0, border - (box.style.boxSizing === 'border-box' ? 0 : inset)),
    percent: 0,
  });
  const style = {
    ...box.style,
    ...(space.fixedWidth === null ? {} : { width: fixed(space.fixedWidth, insets.horizontal) }),
    ...(space.fixedHeight === null ? {} : { height: fixed(space.fixedHeight, insets.vertical) }),
  };
  return sizeImage(style, natural, { width: space.width, height: space.height });
}

/** An image is as wide as it is; percentages wait for layout. */
export function measureImage(box: ImageBox): IntrinsicSizes {
  const natural = { width: box.naturalWidth, height: box.naturalHeight };
  const { width } = sizeImage(box.style, natural, { width: null, height: null });
  return { min: width, max: width };
}
