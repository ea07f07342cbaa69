import { spawn } from 'node:child_process';
import { startPreview } from '../../preview/index.ts';
import { EXIT } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import type { Command } from './command.ts';

export interface PreviewFlags {
  readonly brand?: string;
  readonly locale?: string;
  readonly kind?: string;
  readonly fixture?: string;
  readonly source?: string;
  readonly port: string;
  readonly open: boolean;
}

/** `fakturapress preview [TEMPLATE]`: the template live in the browser, until Ctrl-C. */
export const previewCommand: Command<PreviewFlags> = async ({ terminal, host }, template, flags) => {
  const preview = await startPreview({
    template: template === '' ? undefined : template,
    brand: flags.brand,
    locale: flags.locale,
    kind: flags.kind === 'credit-note' ? 'credit-note' : flags.kind === undefined ? undefined : 'invoice',
    fixture: flags.fixture,
    source: flags.source,
    port: parsePort(flags.port),
    environment: host.environment ?? {},
    clock: () => new Date(),
  });
  // The address alone, so that scripts can read it; with --json it is the document.
  if (terminal.voice.json) terminal.json({ url: preview.url });
  else host.stdout(`${preview.url}\n`);
  terminal.say(terminal.quietly('  Ctrl-C ends it.'));
  if (flags.open) openBrowser(preview.url, process.platform);
  await new Promise<void>((resolve) => {
    host.onInterrupt?.(resolve);
  });
  await preview.close();
  return EXIT.ok;
};

function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw cliFaults.USAGE({ message: `Unexpected --port ${value}, expected a number from 0 to 65535.` });
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Where no browser can be opened, the address on standard output has to do. */
function openBrowser(url: string, platform: NodeJS.Platform): void {
  const [command, ...words] = OPENERS[platform] ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...words, url], { detached: true, stdio: 'ignore' });
  child.once('error', () => undefined);
  child.unref();
}
