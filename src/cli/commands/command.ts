import type { ExitCode } from '../exit-codes.ts';
import type { Host, Terminal } from '../terminal.ts';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly host: Host;
}

/** A command: takes its one positional argument and its flags, speaks through the terminal, answers with an exit code. */
export type Command<Flags> = (context: CommandContext, argument: string, flags: Flags) => Promise<ExitCode>;
