import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { createDinteroClient, type DinteroClient, parseStrictJson } from '../dintero/index.ts';
import { readPackageInfo } from '../package-info.ts';
import { cliFaults } from './faults.ts';
import type { Host } from './terminal.ts';

/** Options that every command shares which talks to Dintero. */
export interface DinteroFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly timeout?: string;
}

const DEFAULT_TIMEOUT_SECONDS = 120;
const MAX_TIMEOUT_SECONDS = 86_400;
const NAMES = {
  accountId: 'DINTERO_ACCOUNT_ID',
  clientId: 'DINTERO_CLIENT_ID',
  clientSecret: 'DINTERO_CLIENT_SECRET',
} as const;
const OPEN_TO_OTHERS = 0o077;

/**
 * A client with the credentials of the environment; they are never arguments, which other users of a machine can see.
 *
 * @throws CREDENTIALS_MISSING, CLIENT_CONFIG_INVALID
 */
export function toDinteroClient({ environment = {} }: Host, flags: DinteroFlags): DinteroClient {
  const file = environment['DINTERO_CREDENTIALS_FILE'];
  const credentials = file ? readCredentialsFile(file) : environmentCredentials(environment);
  const { name, version } = readPackageInfo();
  return createDinteroClient({
    ...credentials,
    origins: {
      checkout: environment['DINTERO_CHECKOUT_URL'] || undefined,
      api: environment['DINTERO_API_URL'] || undefined,
    },
    fileHosts: (environment['FAKTURAPRESS_FILE_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== ''),
    timeoutMs: toTimeoutMs(flags),
    identification: { systemName: name, systemVersion: version },
  });
}

/**
 * `--timeout` in milliseconds.
 *
 * @throws USAGE
 */
export function toTimeoutMs({ timeout }: DinteroFlags): number {
  if (timeout === undefined) return DEFAULT_TIMEOUT_SECONDS * 1000;
  const seconds = /^\d{1,5}(?:\.\d{1,3})?$/.test(timeout) ? Number(timeout) : 0;
  if (seconds > 0 && seconds <= MAX_TIMEOUT_SECONDS) return seconds * 1000;
  throw cliFaults.USAGE({
    message: `Unexpected --timeout ${timeout}, expected seconds from 0.001 to ${MAX_TIMEOUT_SECONDS}.`,
  });
}

function environmentCredentials(environment: Readonly<Record<string, string | undefined>>) {
  const missing = Object.values(NAMES).filter((name) => !environment[name]);
  if (missing.length > 0)
    throw cliFaults.CREDENTIALS_MISSING({ message: `Unexpected absence of ${missing.join(', ')}.` });
  return {
    accountId: environment[NAMES.accountId] ?? '',
    clientId: environment[NAMES.clientId] ?? '',
    clientSecret: environment[NAMES.clientSecret] ?? '',
  };
}

/** `{"accountId", "clientId", "clientSecret"}`, in a file that nobody but its owner may read. */
function readCredentialsFile(path: string): { accountId: string; clientId: string; clientSecret: string } {
  const text = readPrivately(path);
  const json = parseStrictJson(text);
  const read = (key: keyof typeof NAMES): string => {
    const value: unknown =
      typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[key] : undefined;
    if (typeof value === 'string' && value !== '') return value;
    throw cliFaults.CREDENTIALS_MISSING({
      message: `Unexpected absence of "${key}" in the file of DINTERO_CREDENTIALS_FILE.`,
    });
  };
  return { accountId: read('accountId'), clientId: read('clientId'), clientSecret: read('clientSecret') };
}

/** Permissions are those of the file that was opened, so that it cannot be changed for another in between. */
function readPrivately(path: string): Uint8Array {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    throw cliFaults.CREDENTIALS_MISSING({
      message: `${path}, which DINTERO_CREDENTIALS_FILE names, cannot be read.`,
      cause,
    });
  }
  try {
    const { mode } = fstatSync(descriptor);
    if (process.platform !== 'win32' && (mode & OPEN_TO_OTHERS) !== 0) {
      throw cliFaults.CREDENTIALS_MISSING({
        message: `${path} may be read by others (mode ${(mode & 0o777).toString(8)}).`,
        hint: `Close it: chmod 600 ${path}`,
      });
    }
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
