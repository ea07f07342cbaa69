import { serve } from '@hono/node-server';
import { loadAssets } from './assets.ts';
import { type PreviewSubject, stockShelf } from './catalog.ts';
import { previewFaults } from './faults.ts';
import { openEditor } from './open-editor.ts';
import { createRoutes } from './routes.ts';
import { PreviewSession } from './session.ts';
import { watchFiles } from './watch-files.ts';

export interface PreviewOptions extends PreviewSubject {
  /** 0 takes any that is free. */
  readonly port: number;
  /** For FAKTURAPRESS_EDITOR, VISUAL and EDITOR. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
}

/** A running preview. */
export interface Preview {
  /** Address of the page. */
  readonly url: string;
  close(): Promise<void>;
}

/** Only this machine: no other can reach the loopback. */
const HOST = '127.0.0.1';

/** Serves the page until it is closed. Throws PREVIEW_PORT_TAKEN, and what stocking the shelf throws. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const session = new PreviewSession(stockShelf(options), options.clock);
  let port = options.port;
  const routes = createRoutes({
    session,
    assets: loadAssets(),
    port: () => port,
    openEditor: (file, line, column) => openEditor(options.environment, file, line, column),
  });
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: routes.fetch, hostname: HOST, port: options.port }, (info) => {
      port = info.port;
      resolve(starting);
    });
    starting.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `Unexpected ${cause.code} for port ${options.port}, expected it to be free`;
      reject(previewFaults.PREVIEW_PORT_TAKEN({ message, cause }));
    });
  }).catch(async (error: unknown) => {
    await session.close();
    throw error;
  });
  const files = await watchFiles(session.shelf.watched, (paths) => session.save(paths));
  return {
    url: `http://${HOST}:${port}/`,
    async close() {
      await files.close();
      await session.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
