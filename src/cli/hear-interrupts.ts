import type { Host, Terminal } from './terminal.ts';

/** One press of Ctrl-C may arrive twice, from the terminal and from npm. */
const SAME_PRESS_MS = 300;

/**
 * The first Ctrl-C lets what is under way finish; from then on the next one ends the process, as it always does. Answers
 * with what stops hearing.
 */
export function hearInterrupts(host: Host, terminal: Terminal, stop: () => void): () => void {
  let isOver = false;
  let isStopped = false;
  const deafen = host.onInterrupt?.(() => {
    if (isStopped) return;
    isStopped = true;
    stop();
    terminal.say('  finishing what is under way; press again to stop at once');
    setTimeout(finish, SAME_PRESS_MS).unref();
  });
  function finish(): void {
    if (!isOver) deafen?.();
    isOver = true;
  }
  return finish;
}
