import { Worker } from 'node:worker_threads';
import { KEPT_PICTURES } from '../limits.ts';
import type { DrawingOrder, DrawnMessage } from './drawing-messages.ts';

/** Draws pages of the documents that lie on it, one after the other, in a thread. Keeps the last pictures. */
export class DrawingBoard {
  readonly #worker = new Worker(new URL('./drawing-thread.js', import.meta.url), { execArgv: [] });
  readonly #waiting = new Map<number, (png: Uint8Array | null) => void>();
  readonly #pictures = new Map<string, Promise<Uint8Array | null>>();
  #orders = 0;

  constructor() {
    this.#worker.on('message', ({ id, png }: DrawnMessage) => {
      this.#waiting.get(id)?.(png);
      this.#waiting.delete(id);
    });
    this.#worker.on('exit', () => {
      for (const settle of this.#waiting.values()) settle(null);
    });
  }

  /** Lays a document on the board under a key. */
  open(key: string, pdf: Uint8Array): void {
    this.#send({ kind: 'open', key, pdf });
  }

  /** Takes a document away, and its pictures with it. */
  discard(key: string): void {
    this.#send({ kind: 'close', key });
    for (const name of this.#pictures.keys()) if (name.startsWith(`${key} `)) this.#pictures.delete(name);
  }

  /** A page as PNG at so many pixels a point; null where there is no such page. */
  draw(key: string, page: number, scale: number): Promise<Uint8Array | null> {
    const name = `${key} ${page} ${scale}`;
    const known = this.#pictures.get(name);
    if (known !== undefined) return known;
    this.#orders += 1;
    const id = this.#orders;
    const drawn = new Promise<Uint8Array | null>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ kind: 'draw', id, key, page, scale });
    this.#pictures.set(name, drawn);
    void drawn.then((png) => png === null && this.#pictures.delete(name));
    const [oldest] = this.#pictures.keys();
    if (this.#pictures.size > KEPT_PICTURES && oldest !== undefined) this.#pictures.delete(oldest);
    return drawn;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(order: DrawingOrder): void {
    this.#worker.postMessage(order);
  }
}
