import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Asset } from './assets.ts';
import { findTemplateFile } from './excerpt.ts';
import { guard } from './guard.ts';
import { BODY_LIMIT_BYTES, MAX_LISTENERS, MAX_PICTURE_WIDTH } from './limits.ts';
import type { Choice, PreviewEvent } from './messages.ts';
import type { PreviewSession, Refusal } from './session.ts';

export interface RouteOptions {
  readonly session: PreviewSession;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Known once the server listens. */
  readonly port: () => number;
  /** Opens a file at a place; false where no editor could be started. */
  readonly openEditor: (file: string, line: number, column: number) => Promise<boolean>;
}

/** What the server answers; everything that is not here is 404. */
export function createRoutes({ session, assets, port, openEditor }: RouteOptions): Hono {
  const app = new Hono();
  app.use(guard(port));
  app.use(bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: (context) => context.text('Too large', 413) }));
  app.onError((_error, context) => context.text('Internal error', 500));

  for (const [path, { type, bytes }] of assets) {
    app.get(path, (context) => {
      const theme = path === '/' ? context.req.query('theme') : undefined;
      const body = theme === undefined ? bytes : setTheme(bytes, theme);
      return context.body(body, 200, { 'Content-Type': type });
    });
  }
  // Browsers ask for one of their own accord.
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.get('/api/catalog', (context) => context.json(session.shelf.catalog));

  let listening = 0;
  app.get('/api/events', (context) => {
    const choice = readChoice(context);
    if (choice === null || session.shelf.toJob(choice) === null) return context.text('No such choice', 404);
    if (listening >= MAX_LISTENERS) return context.text('Too many pages are open', 429);
    listening += 1;
    return streamSSE(context, async (stream) => {
      const waiting: PreviewEvent[] = [];
      let wake = (): void => undefined;
      let isOpen = true;
      const stop = session.listen(choice, (event) => {
        waiting.push(event);
        wake();
      });
      stream.onAbort(() => {
        isOpen = false;
        stop();
        listening -= 1;
        wake();
      });
      while (isOpen) {
        const event = waiting.shift();
        if (event !== undefined) await stream.writeSSE({ event: event.kind, data: JSON.stringify(event) });
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (!isOpen || waiting.length > 0) resolve();
          });
        }
      }
    });
  });

  app.get('/api/:revision{[0-9]+}/:side{pages|approved}/:page{[0-9]+\\.png}', async (context) => {
    const page = Number.parseInt(context.req.param('page'), 10);
    const scale = Number(context.req.query('scale') ?? '1');
    if (!(scale > 0 && scale * 600 <= MAX_PICTURE_WIDTH)) return context.text('No such scale', 400);
    const approved = context.req.param('side') === 'approved';
    const png = await session.draw(revisionOf(context), page, scale, approved);
    if (png === null) return context.notFound();
    return context.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' });
  });
  app.get('/api/:revision{[0-9]+}/pages/:page{[0-9]+\\.json}', async (context) => {
    const page = Number.parseInt(context.req.param('page'), 10);
    return answer(context, await session.ask({ kind: 'page', revision: revisionOf(context), page }));
  });
  app.get('/api/:revision{[0-9]+}/structure', async (context) =>
    answer(context, await session.ask({ kind: 'structure', revision: revisionOf(context) })),
  );
  app.get('/api/:revision{[0-9]+}/element', async (context) => {
    const { file = '', line, column } = context.req.query();
    const place = { file, line: Number(line), column: Number(column) };
    return answer(context, await session.ask({ kind: 'element', revision: revisionOf(context), ...place }));
  });
  app.get('/api/:revision{[0-9]+}/others', async (context) => {
    const job = session.find(revisionOf(context))?.job;
    return answer(context, job === undefined ? null : await session.ask({ kind: 'others', job, approve: false }));
  });
  app.get('/api/:revision{[0-9]+}/document.pdf', (context) => {
    const good = session.find(revisionOf(context));
    if (good === null) return context.notFound();
    const name = encodeURIComponent(good.rendered.fileName);
    return context.body(new Uint8Array(good.pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });

  app.post('/api/:revision{[0-9]+}/approve', async (context) =>
    settle(context, await session.approve(revisionOf(context))),
  );
  app.post('/api/:revision{[0-9]+}/approve-all', async (context) =>
    settle(context, await session.approveAll(revisionOf(context))),
  );
  app.post('/api/:revision{[0-9]+}/undo', async (context) => settle(context, await session.undo(revisionOf(context))));
  app.post('/api/:revision{[0-9]+}/open', async (context) => {
    const place = await readPlace(context);
    const directory = session.find(revisionOf(context))?.job.directory ?? session.directoryOf(readChoice(context));
    const file = place === null || directory === null ? null : findTemplateFile(directory, place.file);
    if (place === null || file === null) return context.text('No such file', 404);
    const isOpen = await openEditor(file, place.line, place.column);
    return isOpen ? context.body(null, 204) : context.json({ refused: NO_EDITOR, place: `${file}:${place.line}` }, 409);
  });
  return app;
}

const NO_EDITOR = 'No editor is known. Set FAKTURAPRESS_EDITOR, such as "code".';

/** The theme stands in the markup, so the first thing painted has it already. */
function setTheme(markup: Uint8Array<ArrayBuffer>, theme: string): Uint8Array<ArrayBuffer> {
  if (theme !== 'dark' && theme !== 'light') return markup;
  const text = new TextDecoder().decode(markup);
  return new TextEncoder().encode(text.replace('<html ', `<html data-theme="${theme}" `));
}

function revisionOf(context: Context): number {
  return Number(context.req.param('revision'));
}

function readChoice(context: Context): Choice | null {
  const { template, brand, locale, kind, fixture } = context.req.query();
  if (template === undefined || brand === undefined || locale === undefined || fixture === undefined) return null;
  if (kind !== 'invoice' && kind !== 'credit-note') return null;
  return { template, brand, locale, kind, fixture };
}

async function readPlace(context: Context): Promise<{ file: string; line: number; column: number } | null> {
  try {
    const body: unknown = await context.req.json();
    const { file, line, column } = body as Record<'file' | 'line' | 'column', unknown>;
    if (typeof file !== 'string' || !isCount(line) || !isCount(column)) return null;
    return { file, line, column };
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

/** Null is what has been let go, or never was. */
function answer(context: Context, value: unknown): Response {
  return value === null ? context.text('Gone', 404) : context.json(value as object);
}

function settle(context: Context, outcome: object | Refusal): Response {
  return context.json(outcome, 'refused' in outcome ? 409 : 200);
}
