import { Worker } from 'node:worker_threads';
import type { RenderJob } from '../catalog.ts';
import { KEPT_REVISIONS } from '../limits.ts';
import type { PreviewEvent } from '../messages.ts';
import { GONE, type Question, type RenderedMessage, type ThreadMessage, type ThreadOrder } from './thread-messages.ts';

/** Hears what becomes of an order to render. */
export interface RenderListener {
  readonly onRendered: (rendered: RenderedMessage) => void;
  readonly onEvent: (event: PreviewEvent) => void;
  /** The thread died, which is a bug or a lack of memory. */
  readonly onDeath: (reason: string) => void;
}

/** A thread that renders, and what it is at. */
interface Thread {
  readonly worker: Worker;
  /** The revision that is being laid out; null while the thread can take another. */
  revision: number | null;
  readonly listeners: Map<number, RenderListener>;
}

/**
 * Renders in threads of their own: one at work and one in waiting. Work that is no longer wanted is cancelled by ending
 * its thread, so that a new choice never waits for it; the one in waiting takes over at once.
 */
export class RenderingThreads {
  #current: Thread = this.#start();
  #spare: Thread = this.#start();
  readonly #answers = new Map<number, (value: unknown) => void>();
  readonly #asked = new Map<number, Thread>();
  #questions = 0;
  #closed = false;

  render(revision: number, job: RenderJob, listener: RenderListener): void {
    this.#current.revision = revision;
    this.#current.listeners.set(revision, listener);
    this.#send(this.#current, { kind: 'render', revision, job });
  }

  /** Ends the layout that is under way. What that thread had rendered before can no longer be asked about. */
  cancel(): void {
    if (this.#current.revision !== null) this.#replace();
  }

  /** Asks about a revision that is rendered; `GONE` where nothing is known of it any more. */
  ask(question: Question): Promise<unknown> {
    const thread = question.kind === 'others' ? this.#spare : this.#current;
    this.#questions += 1;
    const id = this.#questions;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#asked.set(id, thread);
      this.#send(thread, { kind: 'ask', id, question });
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#current.worker.terminate(), this.#spare.worker.terminate()]);
  }

  #replace(): void {
    this.#current.listeners.clear();
    void this.#current.worker.terminate();
    this.#current = this.#spare;
    this.#spare = this.#start();
  }

  #start(): Thread {
    const worker = new Worker(new URL('./rendering-thread.js', import.meta.url), { execArgv: [] });
    const thread: Thread = { worker, revision: null, listeners: new Map() };
    let reason = 'the thread ended';
    worker.on('message', (message: ThreadMessage) => this.#hear(thread, message));
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      for (const [id, asked] of this.#asked) if (asked === thread) this.#settle(id, GONE);
      if (this.#closed) return;
      if (thread.revision !== null) thread.listeners.get(thread.revision)?.onDeath(reason);
      if (thread === this.#current) this.#replace();
      else if (thread === this.#spare) this.#spare = this.#start();
    });
    return thread;
  }

  #hear(thread: Thread, message: ThreadMessage): void {
    if (message.kind === 'answer') {
      this.#settle(message.id, message.fault === undefined ? message.value : { fault: message.fault });
    } else if (message.kind === 'rendered') {
      this.#release(thread, message.revision);
      thread.listeners.get(message.revision)?.onRendered(message);
    } else {
      const { revision } = message.event;
      this.#release(thread, revision);
      thread.listeners.get(revision)?.onEvent(message.event);
    }
  }

  /** From here on the thread can take another order; the proof goes on in the reader's own thread. */
  #release(thread: Thread, revision: number): void {
    if (thread.revision === revision) thread.revision = null;
    for (const old of thread.listeners.keys()) if (old <= revision - KEPT_REVISIONS) thread.listeners.delete(old);
  }

  #settle(id: number, value: unknown): void {
    this.#answers.get(id)?.(value);
    this.#answers.delete(id);
    this.#asked.delete(id);
  }

  #send(thread: Thread, order: ThreadOrder): void {
    thread.worker.postMessage(order);
  }
}
