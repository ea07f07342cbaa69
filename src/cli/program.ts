import { CommanderError, Option, Command as Program } from 'commander';
import { Fault } from '../base/index.ts';
import type { Command } from './commands/command.ts';
import { EXIT, type ExitCode, toExitCode } from './exit-codes.ts';
import { cliFaults } from './faults.ts';
import { HELP, HELP_AFTER } from './help.ts';
import { printFault } from './print-fault.ts';
import { type Host, Terminal, type Voice } from './terminal.ts';

/**
 * Runs one command line and answers with its exit code. Nothing here ends the process, so that output is never cut
 * short.
 */
export async function runCommandLine(words: readonly string[], version: string, host: Host): Promise<ExitCode> {
  const voice = readVoice(words);
  const terminal = new Terminal(host, voice);
  let exitCode: ExitCode = EXIT.ok;
  let subject = 'The command';

  const run =
    <Flags>(load: () => Promise<Command<Flags>>) =>
    async (...args: unknown[]): Promise<void> => {
      // What commander gives: the argument, undefined where it is optional and left out, if any; the flags; itself.
      const [first] = args;
      const argument = typeof first === 'string' ? first : '';
      subject = argument === '-' ? 'Standard input' : argument;
      const command = await load();
      exitCode = await command({ terminal, host }, argument, args.at(-2) as Flags);
    };

  try {
    await toProgram(version, host, run).parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const fault = toFault(error);
    printFault(terminal, fault, subject);
    return toExitCode(fault.kind);
  }
}

/** Each command is loaded when it is asked for: most need the whole engine, and some none of it. */
type Runner = <Flags>(load: () => Promise<Command<Flags>>) => (...args: unknown[]) => Promise<void>;

function toProgram(version: string, host: Host, run: Runner): Program {
  const program = new Program('fakturapress')
    .version(version, '-V, --version')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => host.stdout(text), writeErr: () => undefined });
  program.helpInformation = () => HELP;

  withEngineOptions(
    program.command('render').description('Render one invoice and prove it before anything is written.'),
  )
    .argument('<source>', 'JSON file of a transaction with its session, or - for standard input')
    .option('-o, --output <file>', 'file to write, or - for standard output (default: <invoice number>.pdf here)')
    .option('--force', 'replace a file that holds other bytes')
    .option('--xml <file|dir>', 'also write the e-invoice alone; in a folder as <invoice number>.xml')
    .option('--timings', 'say where the time went, stage by stage')
    .action(run(async () => (await import('./commands/render.ts')).renderCommand));

  withEngineOptions(program.command('batch').description('Render and prove many invoices; resumable.'))
    .argument('<sources>', 'JSON Lines with one source a line, a folder of *.json, or - for standard input')
    .requiredOption('--out <dir>', 'folder for documents, manifest.jsonl and errors.jsonl, or s3://bucket/prefix')
    .option('--jobs <n>', 'workers (default: as many as there are cores)')
    .option('--resume', 'go on where an earlier run was cut short; render only what is missing')
    .option('--dry-run', 'read, model and lay out every record; write nothing')
    .option('--force', 'replace files of earlier runs that hold other bytes')
    .option('--xml <dir>', 'also write each e-invoice alone, as <invoice number>.xml')
    .option('--brands <dir>', 'brand files by key: a record with "brand": "fjord" takes fjord.json')
    .option('--fail-fast', 'stop at the first record that fails')
    .option('--max-failures <n>', 'stop once so many records have failed')
    .option('--queue [url]', 'let workers of a queue do the work (default: REDIS_URL)')
    .action(run(async () => (await import('./commands/batch.ts')).batchCommand));

  withEngineOptions(program.command('validate').description('Check that a PDF says what its session says.'))
    .argument('<file>', 'the PDF')
    .requiredOption('--source <source>', 'JSON file of the transaction with its session')
    .option('--strict', 'also hold the document to what only our own output promises')
    .option('--witness <file>', 'Kravia’s own PDF of the invoice: number, KID, account, due date and sum must agree')
    .action(run(async () => (await import('./commands/validate.ts')).validateCommand));

  withDinteroOptions(program.command('fetch').description('Read a transaction with its session from Dintero.'))
    .option('--pdf <file>', 'also write the PDF that Kravia has made of it')
    .action(run(async () => (await import('./commands/fetch.ts')).fetchCommand));
  withDinteroOptions(
    program.command('capture').description('Start collection, once, and wait for payment details.'),
  ).action(run(async () => (await import('./commands/capture.ts')).captureCommand));
  withDinteroOptions(withEngineOptions(program.command('issue').description('Capture, render and prove one invoice.')))
    .option('--witness', 'also fetch Kravia’s own PDF, and hold ours against it')
    .action(run(async () => (await import('./commands/issue.ts')).issueCommand));
  withDinteroOptions(
    withEngineOptions(program.command('void').description('Cancel an invoice, and write its credit note.')),
  ).action(run(async () => (await import('./commands/void.ts')).voidCommand));

  withVoice(program.command('worker').description('Take jobs from a queue until asked to end.'))
    .option('--queue [url]', 'address of the queue, such as redis://127.0.0.1:6379 (default: REDIS_URL)')
    .option('--concurrency <n>', 'documents at once (default: as many as there are cores)')
    .action(run(async () => (await import('./commands/worker.ts')).workerCommand));

  const template = program.command('template').description('Work on templates.');
  withVoice(template.command('list').description('List the templates that come with the package.')).action(
    run(async () => (await import('./commands/template.ts')).templateListCommand),
  );
  withVoice(template.command('new').description('Copy a template into a folder here, to change it.'))
    .argument('<name>', 'what to call it')
    .option('--from <template>', 'name or folder to copy', 'classic')
    .action(run(async () => (await import('./commands/template.ts')).templateNewCommand));
  withVoice(template.command('lint').description('Find everything that is wrong with a template.'))
    .argument('<template>', 'name or folder')
    .option('--brand <file>', 'brand to lint with (default: the sample brand)')
    .option('--locale <tag>', 'language to lint in (default: every language the template has)')
    .action(run(async () => (await import('./commands/template.ts')).templateLintCommand));

  withVoice(program.command('preview').description('Show a template live in the browser.'))
    .argument('[template]', 'name or folder (default: classic)')
    .option('--brand <file>', 'brand file instead of each fixture’s own')
    .option('--locale <tag>', 'language to begin with')
    .addOption(new Option('--kind <kind>', 'kind of document to begin with').choices(['invoice', 'credit-note']))
    .option('--fixture <name>', 'fixture to begin with')
    .option('--source <source>', 'an order of your own, among the fixtures')
    .option('--port <n>', 'port to listen on, 0 for any that is free', '4242')
    .option('--no-open', 'do not open the browser')
    .action(run(async () => (await import('./commands/preview.ts')).previewCommand));

  withVoice(program.command('snapshot').description('Compare what templates render with what was approved.'))
    .argument('[template]', 'name or folder (default: every template that comes with the package)')
    .option('--update', 'approve what is rendered now, where it is proven')
    .option('--ci', 'never write, whatever differs')
    .option('--fixture <names>', 'only these fixtures, separated by commas (default: the standard ones)')
    .option('--locale <tags>', 'only these languages, separated by commas, or all (default: each fixture’s own)')
    .option('--brand <file>', 'brand file instead of each fixture’s own')
    .option('--report <file>', 'write an HTML page with old, new and difference')
    .option('--unreleased', 'let content change without a new version, which has not gone out yet')
    .action(run(async () => (await import('./commands/snapshot.ts')).snapshotCommand));

  withVoice(program.command('doctor').description('Say what this machine has and lacks.')).action(
    run(async () => (await import('./commands/doctor.ts')).doctorCommand),
  );

  for (const command of [...program.commands, ...template.commands]) {
    command.exitOverride().configureOutput({ writeOut: (text) => host.stdout(text), writeErr: () => undefined });
    const examples = HELP_AFTER[command.name()];
    if (examples !== undefined) command.addHelpText('after', examples);
  }
  return program;
}

function withEngineOptions(command: Program): Program {
  return withVoice(command)
    .option('--template <name|dir>', 'template to use (default: the brand’s, else classic)')
    .option('--brand <file>', 'brand file; without it the seller is the order’s store')
    .option(
      '--locale <tag>',
      'language of the document, such as nb or en (default: the brand’s, else that of the buyer’s country)',
    )
    .addOption(new Option('--kind <kind>', 'kind of document').choices(['invoice', 'credit-note']).default('invoice'))
    .option('--credit-note-number <number>', 'the credit note’s own number')
    .option('--copy', 'mark the document as a copy')
    .option('--note <text>', 'a word to the buyer, printed under the introduction')
    .option('--attachment-pages <n>', 'say that so many pages go along with the document')
    .option('--vat-rate-national <rate>', 'what one unit of the order’s currency is in the seller’s, for its VAT')
    .option('--channel <channel>', 'merchant: vouch for the channel where the source does not show it')
    .option('--force-channel', 'accept a source that shows the channel as kravia')
    .option('--e-invoice <syntax>', 'attach the invoice as XML: ubl (Peppol, EHF) or cii (Factur-X)')
    .addOption(
      new Option(
        '--readers <which>',
        'who reads documents back: own, or both, pdf.js beside it, which must agree',
      ).choices(['own', 'both']),
    );
}

function withDinteroOptions(command: Program): Program {
  // Commands that make documents have their voice already.
  return (command.options.some(({ long }) => long === '--json') ? command : withVoice(command))
    .argument('<id>', 'id of a transaction or of its session, such as T12345678.4ZkDvyB8hVcP')
    .option('-o, --output <file>', 'file to write, or - for standard output')
    .option('--force', 'replace a file that holds other bytes')
    .option('--timeout <seconds>', 'how long everything may take (default: 120)');
}

function withVoice(command: Program): Program {
  return command
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'say nothing but results that matter')
    .option('--verbose', 'say more when something fails');
}

/** The voice is needed before commander has parsed, since its own errors are spoken too. */
function readVoice(words: readonly string[]): Voice {
  const before = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  return { json: before.includes('--json'), quiet: before.includes('--quiet'), verbose: before.includes('--verbose') };
}

function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof CommanderError) {
    const message = error.code === 'commander.help' ? 'No command was given.' : error.message.replace(/^error: /, '');
    return cliFaults.USAGE({ message: message.charAt(0).toUpperCase() + message.slice(1) });
  }
  const message = error instanceof Error ? error.message : String(error);
  return cliFaults.INTERNAL({ message: `Unexpected failure inside fakturapress: ${message}`, cause: error });
}
