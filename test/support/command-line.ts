import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommandLine } from '#dist/cli/program.js';
import type { Host } from '#dist/cli/terminal.js';

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = resolve('dist/cli/main.js');

/** Runs the built command line as a process of its own. */
export function runFakturapress(
  words: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', fail);
    child.on('close', (exitCode) =>
      settle({
        exitCode,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Runs the built command line inside this process: the same code without a new process for every case. */
export async function runInProcess(words: readonly string[], more: Partial<Host> = {}): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCommandLine(words, '0.0.0', {
    stdout: (chunk) => {
      stdout += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    },
    stderr: (chunk) => {
      stderr += chunk;
    },
    color: false,
    unicode: true,
    clock: () => performance.now(),
    ...more,
  });
  return { exitCode, stdout, stderr };
}
