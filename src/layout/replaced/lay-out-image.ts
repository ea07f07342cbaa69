import type { ImageBox } from '../boxes/box.ts';
import { type Fragment, NOTHING_REPEATED } from '../fragment.ts';
import { ownMargins } from '../margins.ts';
import type { IntrinsicSizes, Pass, Space } from '../pass.ts';
import { insetsOf, marginsOf } from '../sizing/edges.ts';
import { clampHeight, definiteHeight } from '../sizing/height.ts';
import { usedWidth } from '../sizing/width.ts';

/** An image: either side that is auto follows the other by the image's own ratio (CSS 2.2 §10.3.2 and §10.6.2). */
export function layOutImage(pass: Pass, box: ImageBox, space: Space): Fragment {
  const { style } = box;
  const insets = insetsOf(style, space.width);
  const margins = marginsOf(style, space.width);
  const ratio = box.naturalHeight === 0 ? 1 : box.naturalWidth / box.naturalHeight;
  const asked = definiteHeight(style, space, insets.vertical);
  const followsHeight = style.width === 'auto' && space.fixedWidth === null && asked !== null;
  const width = followsHeight ? asked * ratio : usedWidth(pass, box, space) - insets.horizontal;
  const height = asked ?? clampHeight(style, width / ratio, space.height, insets.vertical);
  return {
    box,
    x: 0,
    y: 0,
    width: width + insets.horizontal,
    height: height + insets.vertical,
    bands: [],
    repeated: NOTHING_REPEATED,
    positioned: [],
    pending: [],
    margins: ownMargins(margins.top, margins.bottom),
    firstBaseline: null,
    lastBaseline: null,
  };
}

/** An image is as wide as it is, or as its height asks. */
export function measureImage(box: ImageBox): IntrinsicSizes {
  const { height } = box.style;
  const ratio = box.naturalHeight === 0 ? 1 : box.naturalWidth / box.naturalHeight;
  const width = typeof height === 'object' && height.percent === 0 ? height.points * ratio : box.naturalWidth;
  return { min: width, max: width };
}
