import { Fault } from '../base/index.ts';
import { identifyEngine } from '../engine-identity.ts';
import { codeOfSystemError, fileFaults } from '../files/index.ts';
import { type RecordFault, toRecordFault } from './record.ts';
import type { WorkerSettings } from './worker-pool.ts';

/** The identity of an engine, or the fault why there is none; plain data, since it crosses threads. */
export type Identity = { readonly identity: string } | { readonly fault: RecordFault };

/** What documents of a run are made by: template, brands, options and version as one short hash. */
export function identify({ engine, brands }: Pick<WorkerSettings, 'engine' | 'brands'>): Identity {
  try {
    return { identity: identifyEngine(engine, brands) };
  } catch (error) {
    if (error instanceof Fault) return { fault: toRecordFault(error) };
    const code = codeOfSystemError(error);
    if (code === null) throw error;
    const message = `The brand or template cannot be read (${code}).`;
    return { fault: toRecordFault(fileFaults.FILE_UNREADABLE({ message, cause: error })) };
  }
}
