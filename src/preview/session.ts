import { basename, relative, sep } from 'node:path';
import { Fault } from '../base/index.ts';
import { identifyTemplate } from '../engine-identity.ts';
import { ApprovedSnapshots } from '../snapshot/index.ts';
import type { RenderJob, Shelf } from './catalog.ts';
import { KEPT_REVISIONS } from './limits.ts';
import type { Choice, DifferenceEvent, PreviewEvent, RenderedEvent, Saved } from './messages.ts';
import { DrawingBoard } from './rendering/drawing-board.ts';
import { RenderingThreads } from './rendering/rendering-threads.ts';
import { type Approval, toShownFault } from './rendering/rendition.ts';
import { GONE, type RenderedMessage } from './rendering/thread-messages.ts';
import { type GoodDocument, View } from './view.ts';

/** Why something could not be approved; shown beside the button. */
export type Refusal = { readonly refused: string };

/**
 * What is being looked at, rendered anew after each save. One document is laid out at a time; a view that wants another
 * cancels its own old work, and waits for that of others.
 */
export class PreviewSession {
  readonly shelf: Shelf;
  readonly #clock: () => Date;
  readonly #threads = new RenderingThreads();
  readonly #board = new DrawingBoard();
  readonly #views = new Map<string, View>();
  readonly #queue: View[] = [];
  #running: View | null = null;
  /** By revision: whether its approved pages lie on the board, or will. */
  readonly #approvedOnBoard = new Map<string, Promise<boolean>>();
  readonly #onBoard = new Set<number>();
  #revisions = 0;
  #undo: readonly Approval[] = [];

  constructor(shelf: Shelf, clock: () => Date) {
    this.shelf = shelf;
    this.#clock = clock;
  }

  /** Listens to what becomes of a choice, from the beginning; answers with what ends the listening. */
  listen(choice: Choice, listener: (event: PreviewEvent) => void): () => void {
    const key = JSON.stringify(choice);
    const view = this.#views.get(key) ?? new View(choice);
    this.#views.set(key, view);
    for (const event of view.history()) listener(event);
    view.listeners.add(listener);
    if (view.revision === 0) this.#want(view, null);
    return () => {
      view.listeners.delete(listener);
      if (view.listeners.size > 0) return;
      if (this.#running === view) this.#stop();
      this.#views.delete(key);
      if (view.good !== null) this.#discard(view.good.rendered.revision);
    };
  }

  /** Renders anew what files were saved for. */
  save(paths: readonly string[]): void {
    const [first = ''] = paths;
    const saved: Saved = { file: basename(first), time: this.#clock().toTimeString().slice(0, 8) };
    this.#undo = [];
    for (const view of this.#views.values()) {
      const directory = this.#jobOf(view)?.directory;
      const isTemplate = (path: string): boolean =>
        [...this.shelf.directories].some((folder) => isInside(folder, path));
      // A file of another template is none of this view's; brands, orders and labels are everybody's.
      if (paths.some((path) => directory === undefined || isInside(directory, path) || !isTemplate(path))) {
        this.#want(view, saved);
      }
    }
  }

  /** A page as PNG; of the approved document with `approved`. Null where there is none. */
  async draw(revision: number, page: number, scale: number, approved: boolean): Promise<Uint8Array | null> {
    if (!approved) return this.#board.draw(String(revision), page, scale);
    const key = `approved ${revision}`;
    const known = this.#approvedOnBoard.get(key) ?? this.#layApproved(key, revision);
    this.#approvedOnBoard.set(key, known);
    return (await known) ? this.#board.draw(key, page, scale) : null;
  }

  /** Lays the approved pages on the board; false where there are none. */
  async #layApproved(key: string, revision: number): Promise<boolean> {
    const pdf = await this.ask({ kind: 'approved-pages', revision });
    if (!(pdf instanceof Uint8Array)) {
      this.#approvedOnBoard.delete(key);
      return false;
    }
    this.#board.open(key, pdf);
    return true;
  }

  /** Asks the rendering thread. Null where there is no answer. */
  async ask(question: Parameters<RenderingThreads['ask']>[0]): Promise<unknown> {
    const value = await this.#threads.ask(question);
    if (value !== GONE) return value;
    if ('revision' in question) this.#renew(question.revision);
    return null;
  }

  /** Renders anew what is still looked at, though what the thread knew of it went with work of others. */
  #renew(revision: number): void {
    const view = this.#viewOf(revision);
    if (view !== null && view.revision === revision && view.fault === null) this.#want(view, view.saved);
  }

  /** The document of a revision that is still shown somewhere. */
  find(revision: number): GoodDocument | null {
    return this.#viewOf(revision)?.good ?? null;
  }

  /** The template's folder of a choice, whether or not it could be rendered; null where there is none. */
  directoryOf(choice: Choice | null): string | null {
    return choice === null ? null : (this.shelf.toDirectory(choice) ?? null);
  }

  /** Approves what a page shows; refuses what is wrong, faulty or no longer the newest. */
  async approve(revision: number): Promise<DifferenceEvent | Refusal> {
    const view = this.#viewOf(revision);
    const refused = this.#refuse(view, revision);
    if (view === null || refused !== null) return { refused: refused ?? 'This page is no longer the newest.' };
    const isPictured = (await this.ask({ kind: 'is-pictured', revision })) === true;
    const picture = isPictured ? await this.#board.draw(String(revision), 1, 1) : null;
    const approval = await this.ask({ kind: 'approve', revision, picture });
    if (approval === null || isRefusal(approval)) return { refused: 'The snapshot could not be written.' };
    this.#undo = [approval as Approval];
    return this.#compareAgain(view, revision);
  }

  /** Approves every other preview of the template too. */
  async approveAll(revision: number): Promise<DifferenceEvent | Refusal> {
    const view = this.#viewOf(revision);
    const refused = this.#refuse(view, revision);
    if (view === null || view.good === null || refused !== null) {
      return { refused: refused ?? 'This page is no longer the newest.' };
    }
    const { directory } = view.good.job;
    const approved = new ApprovedSnapshots(directory);
    const before = approved.list().map((name) => keep(approved, directory, name));
    await this.#threads.ask({ kind: 'others', job: view.good.job, approve: true });
    const known = new Set(before.map(({ name }) => name));
    const added = approved.list().filter((name) => !known.has(name));
    const event = await this.approve(revision);
    const own = this.#undo.filter(({ name }) => !known.has(name) && !added.includes(name));
    this.#undo = [...before, ...added.map((name) => ({ directory, name, text: null, picture: null })), ...own];
    return event;
  }

  /** Takes the last approval back; false where there is none since the last save. */
  async undo(revision: number): Promise<DifferenceEvent | Refusal> {
    const approvals = this.#undo;
    const view = this.#viewOf(revision);
    if (approvals.length === 0 || view === null) return { refused: 'There is nothing to take back.' };
    this.#undo = [];
    for (const { directory, name, text, picture } of approvals) {
      const approved = new ApprovedSnapshots(directory);
      if (text === null) approved.remove(name);
      else approved.writeText(name, text);
      if (text !== null && picture !== null) approved.writePicture(name, picture);
    }
    return this.#compareAgain(view, revision);
  }

  async close(): Promise<void> {
    await Promise.all([this.#threads.close(), this.#board.close()]);
  }

  #refuse(view: View | null, revision: number): string | null {
    if (view === null || view.good === null || view.revision !== revision) return 'This page is no longer the newest.';
    if (view.fault !== null) return 'The template has an error.';
    if (view.good.proof === null) return 'Not proven yet.';
    return view.good.proof.wrong.length > 0 ? 'A fact is wrong.' : null;
  }

  async #compareAgain(view: View, revision: number): Promise<DifferenceEvent | Refusal> {
    const key = `approved ${revision}`;
    this.#approvedOnBoard.delete(key);
    this.#board.discard(key);
    const event = (await this.ask({ kind: 'compare', revision })) as DifferenceEvent | null;
    if (event === null || view.good === null) return { refused: 'This page is no longer the newest.' };
    view.good.difference = event;
    view.tell(event);
    return event;
  }

  #want(view: View, saved: Saved | null): void {
    this.#revisions += 1;
    view.revision = this.#revisions;
    view.saved = saved;
    view.tell({ kind: 'rendering', revision: view.revision });
    if (this.#running === view) this.#stop();
    if (!this.#queue.includes(view)) this.#queue.push(view);
    this.#next();
  }

  #stop(): void {
    this.#threads.cancel();
    this.#running = null;
    this.#next();
  }

  #next(): void {
    if (this.#running !== null) return;
    const view = this.#queue.shift();
    if (view === undefined) return;
    if (!this.#views.has(JSON.stringify(view.choice))) {
      this.#next();
      return;
    }
    this.#running = view;
    const { revision } = view;
    try {
      const job = this.shelf.toJob(view.choice);
      if (job === null) throw new TypeError('a choice that is not on the shelf');
      view.content = identifyTemplate(job.directory);
      this.#threads.render(revision, job, {
        onRendered: (message) => this.#onRendered(view, job, message),
        onEvent: (event) => this.#onEvent(view, event),
        onDeath: (reason) => this.#onEvent(view, toDeath(revision, reason)),
      });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#onEvent(view, { kind: 'fault', revision, saved: null, faults: [toShownFault(error, '')] });
    }
  }

  #onRendered(view: View, job: RenderJob, message: RenderedMessage): void {
    const { revision, pages, ms, pdf, invoiceNumber, language, accent } = message;
    if (this.#running === view) this.#running = null;
    if (view.revision === revision) {
      this.#board.open(String(revision), pdf);
      const fileName = `${invoiceNumber}.pdf`;
      const rendered: RenderedEvent = {
        kind: 'rendered',
        revision,
        pages,
        ms,
        saved: view.saved,
        fileName,
        language,
        accent,
      };
      this.#onBoard.add(revision);
      view.good = { rendered, job, pdf, proof: null, difference: null };
      view.fault = null;
      this.#clearBoard(revision);
      view.tell(rendered);
    }
    this.#next();
    this.#checkAgain(view, revision, job.directory);
  }

  /** An editor that empties a file before it writes it may have been met between the two, and be told of but once. */
  #checkAgain(view: View, revision: number, directory: string | undefined): void {
    if (directory === undefined || view.revision !== revision || !this.#views.has(JSON.stringify(view.choice))) return;
    if (identifyTemplate(directory) !== view.content) this.#want(view, view.saved);
  }

  #onEvent(view: View, event: PreviewEvent): void {
    if (view.revision === event.revision) {
      if (event.kind === 'proof' && view.good !== null) view.good.proof = event;
      if (event.kind === 'difference' && view.good !== null) view.good.difference = event;
      if (event.kind === 'fault') view.fault = { ...event, saved: view.saved };
      view.tell(event.kind === 'fault' ? { ...event, saved: view.saved } : event);
    }
    if (event.kind === 'fault') {
      if (this.#running === view) this.#running = null;
      this.#next();
      this.#checkAgain(view, event.revision, this.shelf.toDirectory(view.choice));
    }
  }

  /** Takes away what no page shows any more; the last few revisions may be on their way to one. */
  #clearBoard(newest: number): void {
    for (const old of this.#onBoard) {
      if (old <= newest - KEPT_REVISIONS && this.#viewOf(old) === null) this.#discard(old);
    }
  }

  #discard(revision: number): void {
    this.#onBoard.delete(revision);
    this.#board.discard(String(revision));
    this.#board.discard(`approved ${revision}`);
    this.#approvedOnBoard.delete(`approved ${revision}`);
  }

  #viewOf(revision: number): View | null {
    return [...this.#views.values()].find((view) => view.good?.rendered.revision === revision) ?? null;
  }

  #jobOf(view: View): RenderJob | null {
    try {
      return this.shelf.toJob(view.choice);
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }
}

function keep(approved: ApprovedSnapshots, directory: string, name: string): Approval {
  return { directory, name, text: approved.readText(name), picture: approved.readPicture(name) };
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'fault' in value;
}

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`);
}

/** A thread that ends by itself is a bug of ours, or ran out of memory; the page says so and goes on. */
function toDeath(revision: number, reason: string): PreviewEvent {
  const fault = {
    code: 'INTERNAL',
    message: `Rendering ended: ${reason}`,
    hint: 'Save again to try once more.',
    excerpt: null,
    waitsFor: null,
  };
  return { kind: 'fault', revision, saved: null, faults: [fault] };
}
