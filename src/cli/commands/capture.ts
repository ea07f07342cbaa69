import { captureTransaction } from '../../capture-transaction.ts';
import { toCaptureJournal } from '../capture-journal.ts';
import { type DinteroFlags, toDinteroClient, toTimeoutMs } from '../dintero-client.ts';
import { EXIT } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { writeWhole } from '../files.ts';
import type { Command } from './command.ts';

/** `fakturapress capture ID`: starts collection once and waits for Kravia's payment details; `-o` keeps the source. */
export const captureCommand: Command<DinteroFlags> = async ({ terminal, host }, id, flags) => {
  if (flags.output === '-' && terminal.voice.json) {
    throw cliFaults.USAGE({ message: 'Unexpected --json beside -o -, expected one of them.' });
  }
  const client = toDinteroClient(host, flags);
  const journal = toCaptureJournal(host, terminal);
  const options = { timeoutMs: toTimeoutMs(flags), journal };
  const { source, capture, eventRequestId } = await captureTransaction(client, id, options);
  const bytes = Buffer.from(`${JSON.stringify(source, null, 2)}\n`);
  if (flags.output === '-') terminal.bytes(bytes);
  else if (flags.output !== undefined) writeWhole(flags.output, bytes, { force: flags.force ?? false });
  const invoiceNumber = source.metadata?.['kravia:invoice_number'] ?? null;
  const file = flags.output ?? null;
  terminal.json({ transactionId: source.id, status: source.status, capture, eventRequestId, invoiceNumber, file });
  const verb = capture === 'started' ? 'captured' : 'was captured already';
  const line = `${terminal.mark('ok')} ${terminal.strongly(source.id)} ${verb}   invoice ${invoiceNumber ?? '?'}`;
  if (flags.output === '-') terminal.say(line);
  else terminal.result(line);
  return EXIT.ok;
};
