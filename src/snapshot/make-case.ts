import type { Report } from '../base/index.ts';
import { createEngine, type LaidOut, type Rendered } from '../engine.ts';
import type { EngineOptions } from '../engine-parts.ts';
import type { Reader } from '../readback/index.ts';
import type { SnapshotCase } from './cases.ts';
import type { Snapshot } from './snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** A case rendered and read back. */
export interface MadeCase {
  readonly laidOut: LaidOut;
  readonly rendered: Rendered;
  readonly report: Report;
  readonly snapshot: Snapshot;
}

export interface MakeOptions {
  /** Name or folder. */
  readonly template: string;
  /** Path of a brand file or its content, instead of each fixture's own. */
  readonly brand?: string | object | undefined;
}

/** For reading our own document back: it is no stranger's, and its time grows with its pages. */
const PROOF_DEADLINE_MS = 60_000;
const PROOF_DEADLINE_PER_PAGE_MS = 1_000;

/** Renders and proves one case. Throws `Fault`; findings are in the report. */
export async function makeCase(
  { template, brand }: MakeOptions,
  { fixture, locale }: SnapshotCase,
  reader?: Reader,
): Promise<MadeCase> {
  const engine = await createEngine(toEngineOptions(template, brand, fixture, locale), reader);
  try {
    const laidOut = engine.layOut(fixture.source);
    const rendered = engine.paint(laidOut);
    const report = await engine.validate(rendered.pdf, fixture.source, {
      strict: true,
      rerender: false,
      deadlineMs: PROOF_DEADLINE_MS + rendered.pageCount * PROOF_DEADLINE_PER_PAGE_MS,
    });
    const subject = { fixture: fixture.name, locale, kind: fixture.kind };
    const snapshot = takeSnapshot(laidOut.paged, subject, Object.keys(report.facts).length);
    return { laidOut, rendered, report, snapshot };
  } finally {
    await engine.close();
  }
}

/** The engine options that a fixture asks for. */
export function toEngineOptions(
  template: string,
  brand: MakeOptions['brand'],
  fixture: SnapshotCase['fixture'],
  locale: string,
): EngineOptions {
  return {
    template,
    brand: brand ?? fixture.brand,
    locale,
    kind: fixture.kind,
    creditNoteNumber: fixture.creditNoteNumber,
  };
}
