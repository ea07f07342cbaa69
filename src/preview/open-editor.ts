import { spawn } from 'node:child_process';

/** How editors are told where to put the cursor; by the name of their command. */
const ARGUMENTS: Readonly<Record<string, (file: string, line: number, column: number) => readonly string[]>> = {
  code: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  codium: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  cursor: (file, line, column) => ['--goto', `${file}:${line}:${column}`],
  subl: (file, line, column) => [`${file}:${line}:${column}`],
  zed: (file, line, column) => [`${file}:${line}:${column}`],
  idea: (file, line, column) => ['--line', String(line), '--column', String(column), file],
  webstorm: (file, line, column) => ['--line', String(line), '--column', String(column), file],
  emacsclient: (file, line, column) => ['--no-wait', `+${line}:${column}`, file],
};

/**
 * Opens a file in the editor that FAKTURAPRESS_EDITOR, VISUAL or EDITOR names, at a place. No shell is involved. False
 * where none is named or it cannot be started; editors of the terminal are not started, for it is taken.
 */
export function openEditor(
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
  line: number,
  column: number,
): Promise<boolean> {
  const own = environment['FAKTURAPRESS_EDITOR'];
  const named = own ?? environment['VISUAL'] ?? environment['EDITOR'] ?? 'code';
  const [command = '', ...words] = named.trim().split(/\s+/);
  const name = (command.split(/[\\/]/).at(-1) ?? '').replace(/\.(exe|cmd)$/i, '');
  const toArguments = Object.hasOwn(ARGUMENTS, name) ? ARGUMENTS[name] : undefined;
  if (command === '' || (toArguments === undefined && own === undefined)) return Promise.resolve(false);
  const place = toArguments?.(file, line, column) ?? [`${file}:${line}:${column}`];
  return new Promise((resolve) => {
    const child = spawn(command, [...words, ...place], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
