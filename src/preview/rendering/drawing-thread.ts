import { parentPort } from 'node:worker_threads';
import { createRasterizer, encodePng, type RasterDocument } from '../../raster/index.ts';
import type { DrawingOrder, DrawnMessage } from './drawing-messages.ts';

/* Draws pages in a thread of its own: a page in sight should not wait for the next document's layout. */

const rasterizer = await createRasterizer();
const documents = new Map<string, RasterDocument>();
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: DrawingOrder) => {
  last = last.then(() => obey(order));
});

async function obey(order: DrawingOrder): Promise<void> {
  switch (order.kind) {
    case 'open':
      documents.get(order.key)?.close();
      documents.set(order.key, await rasterizer.open(order.pdf));
      return;
    case 'close':
      documents.get(order.key)?.close();
      documents.delete(order.key);
      return;
    case 'draw': {
      const png = await draw(order.key, order.page, order.scale);
      const message: DrawnMessage = { id: order.id, png };
      parentPort?.postMessage(message);
      return;
    }
    default:
      return order satisfies never;
  }
}

async function draw(key: string, page: number, scale: number): Promise<Uint8Array | null> {
  const document = documents.get(key);
  if (document === undefined) return null;
  try {
    return encodePng(await document.draw(page, scale));
  } catch (error) {
    // No such page, or one too large to draw: nobody but the asker need hear of it.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
