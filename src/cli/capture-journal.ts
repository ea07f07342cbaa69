import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CaptureJournal, createCaptureJournal } from '../capture-journal.ts';
import { codeOfSystemError, toWriteFault } from '../files/index.ts';
import type { Host, Terminal } from './terminal.ts';

const ONLY_OWNER = 0o700;

/**
 * The journal that `capture` and `issue` keep on this machine, in `FAKTURAPRESS_STATE_DIR` or where the system keeps a
 * user's state. A folder that was named must be writable; for want of the usual one the commands work without, and say so.
 *
 * @throws FILE_UNWRITABLE
 */
export function toCaptureJournal({ environment = {} }: Host, terminal: Terminal): CaptureJournal | undefined {
  const named = environment['FAKTURAPRESS_STATE_DIR'];
  const state = named || findStateFolder(environment);
  if (state === null) return undefined;
  const folder = join(state, 'captures');
  try {
    mkdirSync(folder, { recursive: true, mode: ONLY_OWNER });
    accessSync(folder, constants.W_OK);
    return createCaptureJournal(folder);
  } catch (error) {
    if (codeOfSystemError(error) === null || named) throw toWriteFault(error, folder);
    terminal.say(
      `${terminal.mark('warning')} ${folder} cannot be written: captures of killed runs are not remembered.`,
    );
    return undefined;
  }
}

/** XDG Base Directory Specification, or what Windows has for it. */
function findStateFolder(environment: NonNullable<Host['environment']>): string | null {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME } = environment as Record<string, string | undefined>;
  if (XDG_STATE_HOME) return join(XDG_STATE_HOME, 'fakturapress');
  if (LOCALAPPDATA) return join(LOCALAPPDATA, 'fakturapress');
  return HOME ? join(HOME, '.local', 'state', 'fakturapress') : null;
}
