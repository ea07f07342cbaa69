import { EXIT } from '../exit-codes.ts';
import { hearInterrupts } from '../hear-interrupts.ts';
import { parseCount } from '../parse-count.ts';
import { toQueueUrl } from '../queue-url.ts';
import type { Command } from './command.ts';

export interface WorkerFlags {
  readonly queue?: string | true;
  readonly concurrency?: string;
}

/**
 * `fakturapress worker`: makes documents for whoever puts records on the queue, until it is asked to end. Then it finishes
 * what is under way; asked again, it ends at once, and the queue gives its jobs to others.
 */
export const workerCommand: Command<WorkerFlags> = async ({ terminal, host }, _argument, flags) => {
  const url = toQueueUrl(flags.queue, host);
  const concurrency = parseCount('--concurrency', flags.concurrency);
  host.tuneForMany?.();
  const { startQueueWorker } = await import('../../queue/index.ts');
  const counts = { made: 0, refused: 0, retried: 0 };
  const worker = await startQueueWorker({
    url,
    concurrency,
    onJob({ jobId, outcome, code, ms }) {
      counts[outcome] += 1;
      if (outcome === 'retried')
        terminal.say(`${terminal.mark('warning')} ${code}: given back to the queue (${jobId})`);
      else if (terminal.voice.verbose) terminal.say(terminal.quietly(`  ${outcome} ${code ?? ''} ${ms} ms ${jobId}`));
    },
  });
  terminal.say('  taking jobs; Ctrl-C finishes what is under way and ends');
  const deafen = hearInterrupts(host, terminal, () => void worker.close());
  try {
    await worker.ended;
  } finally {
    deafen();
  }
  terminal.json({ type: 'result', ...counts });
  terminal.result(
    `${terminal.mark('ok')} ${counts.made} made, ${counts.refused} refused, ${counts.retried} given back`,
  );
  return EXIT.ok;
};
