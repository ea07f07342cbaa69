import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Independent programs that tests hold our files against. */
export type Judge =
  | 'pdffonts'
  | 'pdfinfo'
  | 'pdftoppm'
  | 'pdftotext'
  | 'qpdf'
  | 'mutool'
  | 'xmllint'
  | 'verapdf'
  | 'phive'
  | 'zbarimg';

export const PHIVE = fileURLToPath(new URL('../../../.judges/phive', import.meta.url));
export const VERAPDF_JAR = fileURLToPath(new URL('../../../.judges/verapdf.jar', import.meta.url));

/**
 * Whether every one of these is on this machine. A test may skip for want of a judge on a developer's machine; where `CI`
 * is set in the environment it may not, and this throws.
 */
export function hasJudges(...judges: readonly Judge[]): boolean {
  const missing = judges.filter((judge) => !isThere(judge));
  if (missing.length > 0 && process.env['CI'] !== undefined) {
    throw new Error(`Unexpected absence of ${missing.join(', ')}: in CI every judge must be there`);
  }
  return missing.length === 0;
}

export interface ToolResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const LIMIT_BYTES = 256 * 1024 * 1024;
const LIMIT_MS = 300_000;

/** Runs a program and gives what it said, whatever its exit. */
export async function runTool(file: string, args: readonly string[]): Promise<ToolResult> {
  try {
    const output = await promisify(execFile)(file, [...args], {
      maxBuffer: LIMIT_BYTES,
      timeout: LIMIT_MS,
      env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    });
    return { status: 0, ...output };
  } catch (error) {
    if (!isExit(error)) throw error;
    return { status: error.code, stdout: error.stdout, stderr: error.stderr };
  }
}

/** Runs a program that must succeed and gives its standard output. */
export async function readTool(file: string, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runTool(file, args);
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} exited with ${status}: ${stderr}`);
  return stdout;
}

function isThere(judge: Judge): boolean {
  if (judge === 'verapdf') return existsSync(VERAPDF_JAR) && isOnPath('java');
  if (judge === 'phive') return existsSync(join(PHIVE, 'installed')) && isOnPath('java');
  return isOnPath(judge);
}

function isOnPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

function isExit(error: unknown): error is { code: number; stdout: string; stderr: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'stdout' in error;
}
