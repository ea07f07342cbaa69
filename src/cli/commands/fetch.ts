import { findTransaction } from '../../dintero/index.ts';
import { type DinteroFlags, toDinteroClient } from '../dintero-client.ts';
import { EXIT } from '../exit-codes.ts';
import { writeWhole } from '../files.ts';
import type { Command } from './command.ts';

/** `fakturapress fetch ID`: the transaction with its session, as a source that `render` takes. */
export const fetchCommand: Command<DinteroFlags> = async ({ terminal, host }, id, flags) => {
  const client = toDinteroClient(host, flags);
  const source = await findTransaction(client, id);
  const bytes = Buffer.from(`${JSON.stringify(source, null, 2)}\n`);
  if (flags.output === undefined || flags.output === '-') {
    terminal.bytes(bytes);
    return EXIT.ok;
  }
  writeWhole(flags.output, bytes, { force: flags.force ?? false });
  terminal.json({ file: flags.output, transactionId: source.id, status: source.status });
  terminal.result(`${terminal.mark('ok')} ${terminal.strongly(flags.output)}   ${source.id}   ${source.status ?? ''}`);
  return EXIT.ok;
};
