import { encodeFileStem, type Report } from '../base/index.ts';
import { createEngine } from '../engine.ts';
import { createRasterizer, encodePng } from '../raster/index.ts';
import type { SourceInput } from '../read-source.ts';
import {
  type Fixture,
  findFixture,
  loadFixtures,
  type Snapshot,
  takeSnapshot,
  toEngineOptions,
} from '../snapshot/index.ts';

export interface PreviewOptions {
  /** Name or folder of the template. */
  readonly template: string;
  /** A fixture, or the name of one of the package's; `one-line` unless told. */
  readonly fixture?: string | Fixture | undefined;
  /** An order of one's own, instead of a fixture. */
  readonly source?: SourceInput | undefined;
  /** Path of a brand file or its content, instead of the fixture's own. */
  readonly brand?: string | object | undefined;
  /** Instead of the fixture's own language. */
  readonly locale?: string | undefined;
}

/** A document of a template, rendered and read back. */
export interface Preview {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** The validator's verdict, findings and proven facts. */
  readonly report: Report;
  /** All text in reading order, a line for each run, as a reader would hear it. */
  readonly text: string;
  /** The pages as text with their places; what snapshots are made of. */
  readonly snapshot: Snapshot;
  /** A page as PNG, numbered from 1; 96 pixels an inch unless told. */
  readonly drawPage: (page: number, pixelsPerInch?: number) => Promise<Uint8Array>;
}

/** Our own documents are no strangers': reading them back may take as long as it does on a busy machine. */
const PROOF_DEADLINE_MS = 120_000;
const POINTS_PER_INCH = 72;

/**
 * Renders one document with a template and proves it. A document that does not match its order is not an error here:
 * `report` says so.
 *
 * @throws Fault for a template, brand or order that is refused, and FIXTURE_UNKNOWN
 */
export async function renderPreview(options: PreviewOptions): Promise<Preview> {
  const fixture = toFixture(options);
  const locale = options.locale ?? fixture.locale;
  const source = options.source ?? fixture.source;
  const engine = await createEngine(toEngineOptions(options.template, options.brand, fixture, locale));
  try {
    const laidOut = engine.layOut(source);
    const { pdf, pageCount, invoice } = engine.paint(laidOut);
    const report = await engine.validate(pdf, source, {
      strict: true,
      rerender: false,
      deadlineMs: PROOF_DEADLINE_MS,
    });
    const name = options.source === undefined ? fixture.name : encodeFileStem(invoice.number);
    const subject = { fixture: name, locale, kind: invoice.kind };
    const snapshot = takeSnapshot(laidOut.paged, subject, Object.keys(report.facts).length);
    const runs = snapshot.pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
    );
    const drawPage = (page: number, pixelsPerInch = 96) => drawAsPng(pdf, page, pixelsPerInch / POINTS_PER_INCH);
    return { pdf, pageCount, report, text: runs.join('\n'), snapshot, drawPage };
  } finally {
    await engine.close();
  }
}

function toFixture({ fixture = 'one-line', source, brand }: PreviewOptions): Fixture {
  if (typeof fixture !== 'string') return fixture;
  const found = findFixture(loadFixtures(), fixture);
  // An order of one's own has its own seller: the fixture's brand would be a stranger.
  return source === undefined || brand !== undefined ? found : { ...found, brand: undefined };
}

async function drawAsPng(pdf: Uint8Array, page: number, scale: number): Promise<Uint8Array> {
  const rasterizer = await createRasterizer();
  try {
    const document = await rasterizer.open(pdf);
    return encodePng(await document.draw(page, scale));
  } finally {
    rasterizer.close();
  }
}
