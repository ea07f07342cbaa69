import { describeNumber, describePace } from './amounts.ts';
import { startProgressBar } from './progress-bar.ts';
import type { Host, Terminal } from './terminal.ts';

const LINE_EVERY_MS = 5000;
const BAR_WIDTH = 30;
/** What stands beside the bar at its longest. */
const WORDS_WIDTH = 66;

/** How far along long work is. */
export interface Progress {
  readonly done: number;
  readonly failed: number;
  /** Null as long as nobody knows. */
  readonly total: number | null;
}

/**
 * Shows how far along work is: on a terminal a bar that is drawn over itself, elsewhere a line every five seconds.
 * Answers with what wipes the bar away. `read` is asked whenever something is to be shown.
 */
export function showProgress(terminal: Terminal, host: Host, read: () => Progress): () => void {
  if (terminal.voice.quiet) return () => undefined;
  const started = host.clock();
  const describe = (barWidth: number) =>
    describeProgress(read(), host.clock() - started, { unicode: host.unicode, barWidth });
  if (host.columns === undefined) {
    const timer = setInterval(() => terminal.say(`  ${describe(0).words}`), LINE_EVERY_MS);
    return () => clearInterval(timer);
  }
  const columns = host.columns;
  const wipe = startProgressBar(host, columns, () => {
    const { bar, words } = describe(Math.max(0, Math.min(BAR_WIDTH, columns() - WORDS_WIDTH)));
    return `  ${bar}${words}`;
  });
  return wipe;
}

function describeProgress(
  { done, failed, total }: Progress,
  elapsedMs: number,
  look: Look,
): { readonly bar: string; readonly words: string } {
  const pace = (done / Math.max(1, elapsedMs)) * 1000;
  const left = total === null || pace === 0 ? null : Math.max(0, Math.ceil((total - done) / pace));
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const words = [
    share === null ? '' : `${Math.floor(share * 100)} %`,
    total === null ? `${describeNumber(done)} done` : `${describeNumber(done)} of ${describeNumber(total)}`,
    done === 0 ? '' : describePace(pace),
    left === null || done === 0 ? '' : `${describeLeft(left)} left`,
    failed === 0 ? '' : `${describeNumber(failed)} failed`,
  ];
  return {
    bar: share === null || look.barWidth === 0 ? '' : `${drawBar(share, look)}  `,
    words: words.filter((word) => word !== '').join('   '),
  };
}

interface Look {
  readonly unicode: boolean;
  readonly barWidth: number;
}

function drawBar(share: number, { unicode, barWidth }: Look): string {
  const full = Math.floor(share * barWidth);
  const [done, open] = unicode ? ['█', '░'] : ['#', '-'];
  return `${done.repeat(full)}${open.repeat(barWidth - full)}`;
}

function describeLeft(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
