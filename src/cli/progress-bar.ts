import { Writable } from 'node:stream';
import { type Options, SingleBar } from 'cli-progress';
import type { Host } from './terminal.ts';

const FRAMES_A_SECOND = 10;

/**
 * Draws a line over itself on the terminal, ten times a second, and answers with what wipes it away. `describe` gives the
 * line whenever it is drawn; it is cut to the terminal's width. The only door to cli-progress.
 */
export function startProgressBar(host: Host, columns: () => number, describe: () => string): () => void {
  const stream = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        host.stderr(chunk);
        done();
      },
    }),
    { isTTY: true, columns: columns() },
  );
  const options: Options = {
    stream,
    fps: FRAMES_A_SECOND,
    clearOnComplete: true,
    // Whoever is stopped by a signal would leave the terminal without a cursor.
    hideCursor: false,
    gracefulExit: false,
    linewrap: true,
    emptyOnZero: true,
    format: () => [...describe()].slice(0, columns() - 1).join(''),
  };
  const bar = new SingleBar(options);
  bar.start(1, 0);
  let isWiped = false;
  return () => {
    if (!isWiped) bar.stop();
    isWiped = true;
  };
}
