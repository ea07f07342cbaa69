import { Fault } from '../base/index.ts';
import {
  isIntact,
  loadIdentity,
  stageDocument,
  toRecordFault,
  type WorkerSettings,
  type Workers,
  type WorkOrder,
  type WorkResult,
} from '../batch/index.ts';
import { codeOfSystemError, disk, fileFaults } from '../files/index.ts';
import { queueFaults } from './faults.ts';
import { checkAnswer, type JobRequest } from './job.ts';
import { PendingJobs } from './pending-jobs.ts';

/** Records on the queue at once: enough for dozens of cores, and some MB in Redis. */
export const DEFAULT_IN_FLIGHT = 128;

/**
 * The workers of a batch, on other processes and hosts: each record becomes a job, and its document comes back with the
 * answer and is left on this machine's disk like one that a thread has made.
 */
export function startQueuedWorkers(
  url: string,
  settings: WorkerSettings,
  deadlineMs: number,
  inFlight: number,
): Workers {
  const { engine, brands, force, xml } = settings;
  const identifying = loadIdentity(settings);
  const opening = PendingJobs.open(url);
  // Whoever asks for work is told of it; nobody else needs to know.
  opening.catch(() => undefined);

  async function run(order: WorkOrder): Promise<WorkResult> {
    const { out } = order;
    const identified = await identifying;
    if (out === null || 'fault' in identified)
      throw new TypeError('Unexpected order without a place or an engine, expected neither on a queue');
    try {
      if (order.known !== null && isIntact(order.known, { out, disk })) return { kind: 'intact', ms: 0 };
      const source = Buffer.from(order.bytes).toString('base64');
      const request: JobRequest = { source, engine, brands, identity: identified.identity, xml, deadlineMs };
      const jobs = await opening;
      const end = await jobs.run(request);
      if ('withdrawn' in end) return { kind: 'withdrawn' };
      if ('failure' in end) {
        const message = `Unexpected end of the record's workers (${end.failure}), expected one to be done`;
        return { kind: 'refused', fault: toRecordFault(queueFaults.WORKERS_DIED({ message })), ms: 0 };
      }
      const { answer, pdf, xml: eInvoice } = checkAnswer(end.answer);
      if (answer.kind !== 'made' || pdf === null) {
        await jobs.forget(request);
        return answer as WorkResult;
      }
      const { invoiceNumber, file, sha256, ms } = answer;
      const made = {
        invoiceNumber,
        file,
        sha256,
        bytes: pdf.length,
        ms,
        ...(eInvoice === null ? {} : { xml: eInvoice }),
      };
      const staged = stageDocument(pdf, made, { out, force, disk });
      await jobs.forget(request);
      return staged;
    } catch (error) {
      if (error instanceof Fault) return { kind: 'hopeless', fault: toRecordFault(error) };
      if (codeOfSystemError(error) === null) throw error;
      const message = `${out} cannot be written (${codeOfSystemError(error)}).`;
      return { kind: 'hopeless', fault: toRecordFault(fileFaults.FILE_UNWRITABLE({ message, cause: error })) };
    }
  }

  return {
    capacity: inFlight,
    identify: () => identifying,
    run,
    withdraw: async () => (await opening).withdraw(),
    async close() {
      await opening.then(
        (jobs) => jobs.close(),
        () => undefined,
      );
    },
  };
}
