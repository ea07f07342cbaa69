/**
 * Floor 7: rendered templates against approved ones. Comes in: a template, fixtures, and what was approved. Goes out:
 * what became different, in words; snapshots on the disk, when they are approved. Never here: sockets, a console.
 */
export { ApprovedSnapshots } from './approved.ts';
export { hasPicture, nameCase } from './cases.ts';
export { compareSnapshots } from './compare/compare-snapshots.ts';
export type { Difference } from './compare/difference.ts';
export { snapshotFaults } from './faults.ts';
export { asKind, type Fixture, findFixture, loadFixtures, loadStandardFixtures } from './fixtures.ts';
export { writeHtmlReport } from './html-report.ts';
export { makeCase, toEngineOptions } from './make-case.ts';
export { parseSnapshot } from './parse-snapshot.ts';
export { printSnapshot } from './print-snapshot.ts';
export { repaintSnapshot } from './repaint-snapshot.ts';
export { type CaseResult, runSnapshots, type TemplateResult } from './run-snapshots.ts';
export type { Snapshot } from './snapshot.ts';
export { takeSnapshot } from './take-snapshot.ts';
