import { readdirSync, readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../package-info.ts';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Everything that the page is made of, by its path on the server, read once: a request can name one of these and nothing
 * else on the disk. Scripts are compiled; markup and styles are as they were written.
 */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const scripts = new URL('dist/preview/page/', PACKAGE_ROOT);
  const written = new URL('src/preview/page/', PACKAGE_ROOT);
  return new Map([
    ['/', read(new URL('index.html', written), 'text/html; charset=utf-8')],
    ['/assets/preview.css', read(new URL('preview.css', written), 'text/css; charset=utf-8')],
    ...readdirSync(scripts)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [`/assets/${name}`, read(new URL(name, scripts), 'text/javascript; charset=utf-8')] as const),
  ]);
}

function read(url: URL, type: string): Asset {
  return { type, bytes: new Uint8Array(readFileSync(url)) };
}
