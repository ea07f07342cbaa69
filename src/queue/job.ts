import { createHash } from 'node:crypto';
import type { RecordFault, WorkerSettings, WorkResult } from '../batch/index.ts';
import { queueFaults } from './faults.ts';

/** What a job asks for. Plain JSON: it lies in Redis until a worker takes it. */
export interface JobRequest {
  /** The source's bytes in base64, as they were read. */
  readonly source: string;
  readonly engine: WorkerSettings['engine'];
  readonly brands: string | null;
  /** Identity of template, brand, options and version; a worker that comes to another refuses. */
  readonly identity: string;
  /** Whether the e-invoice is wanted alone too. */
  readonly xml: boolean;
  readonly deadlineMs: number;
}

/** What a worker answers: a proven document with its bytes, or why there is none. */
export type JobAnswer =
  | {
      readonly kind: 'made';
      readonly invoiceNumber: string;
      readonly file: string;
      readonly sha256: string;
      /** In base64. */
      readonly pdf: string;
      /** The e-invoice alone, in base64, with its own hash; where it was asked for. */
      readonly xml?: { readonly bytes: string; readonly sha256: string };
      readonly ms: number;
    }
  | Extract<WorkResult, { readonly kind: 'mismatch' | 'refused' | 'hopeless' }>;

/**
 * The same content is the same job, whoever puts it on the queue and how often: it is worked on once. An answer with the
 * e-invoice alone is another than one without.
 */
export function toJobId({ source, identity, xml }: Pick<JobRequest, 'source' | 'identity' | 'xml'>): string {
  return hash(`${identity}\n${xml ? 'xml\n' : ''}${source}`);
}

const PLAIN_NAME = /^[^./\\][^/\\]{0,250}\.pdf$/;

/** An answer with its bytes; null where it has none. */
export interface CheckedAnswer {
  readonly answer: JobAnswer;
  readonly pdf: Buffer | null;
  readonly xml: Buffer | null;
}

/**
 * Checks an answer that came out of Redis, where others may write: the file must stay in its folder, and the bytes must be
 * those that were proven.
 *
 * @throws ANSWER_INVALID
 */
export function checkAnswer(answer: unknown): CheckedAnswer {
  if (isObject(answer)) {
    if (answer['kind'] === 'made') return checkDocument(answer);
    if (
      answer['kind'] === 'mismatch' &&
      typeof answer['invoiceNumber'] === 'string' &&
      Array.isArray(answer['findings'])
    )
      return { answer: answer as unknown as JobAnswer, pdf: null, xml: null };
    if ((answer['kind'] === 'refused' || answer['kind'] === 'hopeless') && isFault(answer['fault']))
      return { answer: answer as unknown as JobAnswer, pdf: null, xml: null };
  }
  throw invalid('shape');
}

function checkDocument(answer: Record<string, unknown>): CheckedAnswer {
  const { invoiceNumber, file, sha256, pdf, xml, ms } = answer;
  const isWhole = typeof invoiceNumber === 'string' && typeof ms === 'number' && typeof file === 'string';
  if (!isWhole || !PLAIN_NAME.test(file)) throw invalid('shape');
  const checked = { bytes: toProvenBytes(pdf, sha256), xml: xml === undefined ? null : checkXml(xml) };
  const made = { kind: 'made', invoiceNumber, file, sha256: String(sha256), pdf: String(pdf), ms } as const;
  return { answer: made, pdf: checked.bytes, xml: checked.xml };
}

function checkXml(xml: unknown): Buffer {
  if (!isObject(xml)) throw invalid('shape');
  return toProvenBytes(xml['bytes'], xml['sha256']);
}

function toProvenBytes(base64: unknown, sha256: unknown): Buffer {
  if (typeof base64 !== 'string' || typeof sha256 !== 'string') throw invalid('shape');
  const bytes = Buffer.from(base64, 'base64');
  if (hash(bytes) !== sha256) throw invalid('bytes of a document');
  return bytes;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isFault(value: unknown): value is RecordFault {
  return isObject(value) && ['code', 'kind', 'message'].every((key) => typeof value[key] === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function invalid(what: string): Error {
  return queueFaults.ANSWER_INVALID({ message: `Unexpected ${what} in the answer of a worker, expected its own` });
}
