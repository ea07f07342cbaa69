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
      readonly ms: number;
    }
  | Extract<WorkResult, { readonly kind: 'mismatch' | 'refused' | 'hopeless' }>;

/** The same content is the same job, whoever puts it on the queue and how often: it is worked on once. */
export function toJobId({ source, identity }: Pick<JobRequest, 'source' | 'identity'>): string {
  return createHash('sha256').update(`${identity}\n${source}`).digest('hex');
}

const PLAIN_NAME = /^[^./\\][^/\\]{0,250}\.pdf$/;

/**
 * Checks an answer that came out of Redis, where others may write: the file must stay in its folder, and the bytes must be
 * those that were proven.
 *
 * @throws ANSWER_INVALID
 */
export function checkAnswer(answer: unknown): { readonly answer: JobAnswer; readonly pdf: Buffer | null } {
  if (isObject(answer)) {
    if (answer['kind'] === 'made') return checkDocument(answer);
    if (
      answer['kind'] === 'mismatch' &&
      typeof answer['invoiceNumber'] === 'string' &&
      Array.isArray(answer['findings'])
    )
      return { answer: answer as unknown as JobAnswer, pdf: null };
    if ((answer['kind'] === 'refused' || answer['kind'] === 'hopeless') && isFault(answer['fault']))
      return { answer: answer as unknown as JobAnswer, pdf: null };
  }
  throw invalid('shape');
}

function checkDocument(answer: Record<string, unknown>): { readonly answer: JobAnswer; readonly pdf: Buffer } {
  const { invoiceNumber, file, sha256, pdf, ms } = answer;
  const isWhole = typeof invoiceNumber === 'string' && typeof ms === 'number' && typeof sha256 === 'string';
  if (!isWhole || typeof file !== 'string' || typeof pdf !== 'string' || !PLAIN_NAME.test(file)) throw invalid('shape');
  const bytes = Buffer.from(pdf, 'base64');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw invalid('bytes of a document');
  return { answer: { kind: 'made', invoiceNumber, file, sha256, pdf, ms }, pdf: bytes };
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
