import { layoutFaults } from '../faults.ts';
import type { Fragment } from '../fragment.ts';
import type { Cut } from './cut.ts';
import { planPage } from './plan-page.ts';

/** What one page shows of the flow: from one cut to another, null being the flow's start or end. */
export interface PageSlice {
  readonly flow: Fragment;
  readonly from: Cut | null;
  readonly to: Cut | null;
}

/** More pages than any document here needs; a loop would be found out by it. */
const MAX_PAGES = 2000;

/**
 * Cuts a flow into pages. `flowOn` gives the flow as laid out for the page with that number (from 0), and `roomOn` its
 * height; both may differ between the first page and the others. Every page places something, or it is a fault.
 */
export function paginate(flowOn: (page: number) => Fragment, roomOn: (page: number) => number): PageSlice[] {
  const slices: PageSlice[] = [];
  let from: Cut | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const flow = flowOn(page);
    const plan = planPage(flow, from, roomOn(page), { betweenLines: flow === flowOn(page + 1) });
    switch (plan.kind) {
      case 'full':
        slices.push({ flow, from, to: null });
        return slices;
      case 'partial':
        slices.push({ flow, from, to: plan.cut });
        from = plan.cut;
        break;
      case 'nothing':
        throw noProgress(plan.culprit, page, roomOn(page));
      default:
        plan satisfies never;
    }
  }
  throw layoutFaults.LAYOUT_TOO_MANY_PAGES({
    message: `Unexpected page ${MAX_PAGES + 1}, expected at most ${MAX_PAGES} pages`,
  });
}

function noProgress(culprit: Fragment, page: number, room: number) {
  const { tag, place } = culprit.box;
  return layoutFaults.LAYOUT_NO_PROGRESS({
    message: `Unexpected height of <${tag}> on page ${page + 1}: it cannot be split and does not fit ${room.toFixed(1)} pt, the page's height`,
    place,
  });
}
