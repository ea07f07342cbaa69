#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { EXIT } from './exit-codes.ts';
import { runCommandLine } from './program.ts';
import type { Host } from './terminal.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0';

/** The one place that touches the process: its streams, its environment, its clock. */
const host: Host = {
  stdout: (chunk) => process.stdout.write(chunk),
  stderr: (chunk) => process.stderr.write(chunk),
  color: process.stderr.isTTY === true && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
  unicode: showsUtf8(),
  clock: () => performance.now(),
  environment: process.env,
  columns: process.stderr.isTTY === true ? () => process.stderr.columns : undefined,
  onInterrupt,
  tuneForMany,
};

// A run that is cut short before its work settles must not look like success.
let settled = false;
process.once('exit', (code) => {
  if (!settled && code === EXIT.ok) process.exitCode = EXIT.internal;
});
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.file),
);
process.on('SIGINT', endNow);
process.exitCode = await runCommandLine(process.argv.slice(2), version, host);
settled = true;

function endNow(): void {
  process.exit(EXIT.interrupted);
}

/** Whoever listens is told of Ctrl-C, and of a polite request to end, and the process lives on. */
function onInterrupt(listener: () => void): () => void {
  process.off('SIGINT', endNow).on('SIGINT', listener).on('SIGTERM', listener);
  return () => process.off('SIGINT', listener).off('SIGTERM', listener).on('SIGINT', endNow);
}

/**
 * V8 marks and scavenges on threads of its own, which all workers of a process share and which take turns with them on the
 * cores; now each worker does that for itself. And V8 puts kinds of objects that often live through a collection among the
 * old ones from the start; here they live through one because a document takes longer than the room for new ones lasts, and
 * die with it. V8 looks at these settings whenever it collects or compiles, so they hold from within: but only where no
 * marking is under way, and so before anything large is loaded (docs/performance.md says what they gain, and which do not hold).
 */
function tuneForMany(): void {
  setFlagsFromString('--no-concurrent-marking');
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** A locale that names another character set is believed; none at all, as in most containers, is taken for UTF-8. */
function showsUtf8(): boolean {
  const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '';
  return locale === '' || /utf-?8/i.test(locale);
}
