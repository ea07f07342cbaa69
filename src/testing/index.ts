/**
 * Floor 7: templates under test in a merchant's own repository, with vitest, node:test or anything else that runs a
 * function. Comes in: a template, orders. Goes out: previews, snapshots, or an error that says what is wrong. Never here:
 * a test runner.
 */

export { type Fixture, loadFixtures, loadStandardFixtures } from '../snapshot/index.ts';
export { type AssertTemplateOptions, assertTemplate } from './assert-template.ts';
export {
  invoiceMatchers,
  type MatcherResult,
  matchInvoiceSnapshot,
  type SnapshotMatchOptions,
} from './match-snapshot.ts';
export { checkRandomOrders, type RandomOrdersOptions } from './random-orders.ts';
export { type Preview, type PreviewOptions, renderPreview } from './render-preview.ts';
