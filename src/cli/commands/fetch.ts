import { findTransaction } from '../../dintero/index.ts';
import { type DinteroFlags, toDinteroClient } from '../dintero-client.ts';
import { EXIT } from '../exit-codes.ts';
import { writeWhole } from '../files.ts';
import type { Command } from './command.ts';

export interface FetchFlags extends DinteroFlags {
  readonly pdf?: string;
}

/** `fakturapress fetch ID`: the transaction with its session, as a source that `render` takes; and Kravia's own PDF. */
export const fetchCommand: Command<FetchFlags> = async ({ terminal, host }, id, flags) => {
  const client = toDinteroClient(host, flags);
  const source = await findTransaction(client, id);
  const bytes = Buffer.from(`${JSON.stringify(source, null, 2)}\n`);
  const pdf = flags.pdf === undefined ? null : { file: flags.pdf, bytes: await client.getGeneratedInvoice(source) };
  const force = flags.force ?? false;
  if (pdf !== null) {
    writeWhole(pdf.file, pdf.bytes, { force });
    terminal.say(`${terminal.mark('ok')} ${terminal.strongly(pdf.file)}   Kravia’s own`);
  }
  if (flags.output === undefined || flags.output === '-') {
    terminal.bytes(bytes);
    return EXIT.ok;
  }
  writeWhole(flags.output, bytes, { force });
  terminal.json({
    file: flags.output,
    transactionId: source.id,
    status: source.status,
    ...(pdf === null ? {} : { pdf: pdf.file }),
  });
  terminal.result(`${terminal.mark('ok')} ${terminal.strongly(flags.output)}   ${source.id}   ${source.status ?? ''}`);
  return EXIT.ok;
};
