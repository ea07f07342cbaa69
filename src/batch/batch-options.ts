import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Engine, EngineOptions } from '../engine.ts';
import { batchFaults } from './faults.ts';
import { DOCUMENT_DEADLINE_MS } from './limits.ts';
import type { BatchSources } from './read-records.ts';
import { isStoreAddress, parseStoreAddress } from './s3/address.ts';

export interface BatchOptions {
  /** An engine, of which every worker makes another, or what to make them of. */
  readonly engine?: Engine | EngineOptions | undefined;
  readonly sources: BatchSources;
  /**
   * For the documents, `manifest.jsonl` and `errors.jsonl`: a folder, made where there is none, or `s3://bucket/prefix`.
   * Object storage is reached as the AWS client finds it: `AWS_REGION`, `AWS_ENDPOINT_URL_S3`, credentials.
   */
  readonly out: string;
  /** Folder of brand files; a record with `"brand": "fjord"` takes `fjord.json`. */
  readonly brands?: string | undefined;
  /** Folder that also gets each document's e-invoice alone; needs an engine with `eInvoice`. Made where there is none. */
  readonly xml?: string | undefined;
  /** Workers; by default as many as the machine has cores. */
  readonly jobs?: number | undefined;
  /** Trusts what earlier runs noted in the manifest, where the file still has the noted hash. */
  readonly resume?: boolean | undefined;
  /** Replaces files of earlier runs that hold other bytes. */
  readonly force?: boolean | undefined;
  /** Stops at the first failure; the same as `maxFailures: 1`. */
  readonly failFast?: boolean | undefined;
  /** Stops once so many records have failed. */
  readonly maxFailures?: number | undefined;
  /** Reads, models and lays out every record, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Longest time that one document may take. Default 60 s. */
  readonly deadlineMs?: number | undefined;
  /** Aborted, the run finishes what is under way and leaves a folder that `resume` goes on from. */
  readonly signal?: AbortSignal | undefined;
}

/** Where the output goes. Folders are absolute, since every worker is to mean the same one. */
export type BatchTarget =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'store'; readonly address: string };

/** Options with nothing left open. */
export interface BatchSettings {
  readonly engine: EngineOptions;
  readonly target: BatchTarget;
  readonly brands: string | null;
  readonly xml: string | null;
  readonly jobs: number;
  readonly resume: boolean;
  readonly force: boolean;
  readonly maxFailures: number;
  readonly dryRun: boolean;
  readonly deadlineMs: number;
}

/** Fills in what was left out. Throws SETTING_INVALID. */
export function toBatchSettings(options: BatchOptions): BatchSettings {
  const { engine = {} } = options;
  return {
    engine: isEngine(engine) ? engine.options : engine,
    target: toTarget(options.out),
    brands: options.brands === undefined ? null : resolve(options.brands),
    xml: options.xml === undefined ? null : resolve(options.xml),
    jobs: parseCount('jobs', options.jobs ?? availableParallelism()),
    resume: options.resume ?? false,
    force: options.force ?? false,
    maxFailures: options.failFast === true ? 1 : parseMaxFailures(options.maxFailures),
    dryRun: options.dryRun ?? false,
    deadlineMs: parseCount('deadlineMs', options.deadlineMs ?? DOCUMENT_DEADLINE_MS),
  };
}

function toTarget(out: string): BatchTarget {
  if (!isStoreAddress(out)) return { kind: 'folder', folder: resolve(out) };
  parseStoreAddress(out);
  return { kind: 'store', address: out };
}

function isEngine(engine: Engine | EngineOptions): engine is Engine {
  return 'render' in engine;
}

function parseMaxFailures(count: number | undefined): number {
  return count === undefined ? Number.POSITIVE_INFINITY : parseCount('maxFailures', count);
}

function parseCount(name: string, count: number): number {
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw batchFaults.SETTING_INVALID({ message: `Unexpected ${name} ${count}, expected a whole number from 1` });
}
