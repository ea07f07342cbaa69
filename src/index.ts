/** fakturapress: invoices from Dintero sessions as PDF, proven against the session they are collected by. */
export {
  type Box,
  type Channel,
  Fault,
  type FaultJson,
  type FaultKind,
  type Finding,
  type Place,
  type Report,
} from './base/index.ts';
export { type BatchOptions, type BatchRecord, type BatchSources, type BatchSummary, runBatch } from './batch/index.ts';
export { type CaptureJournal, type CaptureNote, createCaptureJournal } from './capture-journal.ts';
export { type CapturedTransaction, type CaptureOptions, captureTransaction } from './capture-transaction.ts';
export { compareWitness, type WitnessOptions } from './check/index.ts';
export {
  type AddressRequest,
  type Callback,
  type CallOptions,
  type CaptureRequest,
  type ChannelAnswer,
  type CreatedSession,
  createDinteroClient,
  type DinteroClient,
  type DinteroClientOptions,
  findTransaction,
  type InvoiceOptions,
  type ItemRequest,
  type KraviaConfiguration,
  type KraviaGroupedConfiguration,
  type KraviaInvoiceConfiguration,
  type OnceOutcome,
  type OrderRequest,
  type PayRequest,
  parseCallback,
  parseCallbackBody,
  parseSource,
  parseStrictJson,
  parseWebhook,
  resolveChannel,
  type Session,
  type SessionRequest,
  type SignedCallback,
  type Source,
  type Transaction,
  verifyCallback,
  type Webhook,
} from './dintero/index.ts';
export { type EInvoiceFile, type EInvoiceSyntax, toCii, toUbl } from './einvoice/index.ts';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type LaidOut,
  type Rendered,
  type RenderOptions,
  type ValidateOptions,
} from './engine.ts';
export type { FaultCode } from './fault-tables.ts';
export type * from './invoice/index.ts';
export { type IssuedInvoice, type IssueOptions, issueInvoice } from './issue-invoice.ts';
export { lintTemplate, type TemplateLint } from './lint-template.ts';
export { toInvoice } from './model.ts';
export type { SourceInput } from './read-source.ts';
export { type Brand, listTemplates, parseBrand, toBrandJsonSchema } from './template/index.ts';
export { STAGES, type Stage, type StageTimings, toStageTimings } from './timings.ts';
