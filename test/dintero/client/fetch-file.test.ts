import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchFile } from '#dist/dintero/client/fetch-file.js';
import { faultOf } from './connect.ts';

const pem = readFileSync(new URL('files.example.com.pem', import.meta.url), 'utf8');
const PDF = Buffer.from('%PDF-1.7\n');
let server: Server;
let port: number;
let seen: { path: string; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer({ key: pem, cert: pem }, (request, response) => {
    seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
    if (request.url === '/moved') response.writeHead(302, { location: '/a.pdf' }).end();
    else if (request.url === '/large') response.writeHead(200).end(Buffer.alloc(4096));
    else if (request.url === '/silent') response.writeHead(200).write('%');
    else response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Fetches from a server on the loopback that is trusted for the occasion. */
function get(path: string, options: { host?: string; addresses?: string[][]; trusted?: boolean; ms?: number } = {}) {
  const answers = [...(options.addresses ?? [['127.0.0.1']])];
  return fetchFile(new URL(`https://${options.host ?? 'files.example.com'}:${port}${path}`), {
    headers: { accept: 'application/pdf' },
    maxBytes: 1024,
    signal: AbortSignal.timeout(options.ms ?? 5_000),
    lookUp: async () => answers.shift() ?? [],
    trust: { isAllowed: (address) => address === '127.0.0.1', ...(options.trusted === false ? {} : { ca: pem }) },
  });
}

describe('a file on another host', () => {
  it('is fetched over https from the address that was checked, and no token goes along', async () => {
    seen = [];
    const { status, bytes } = await get('/a.pdf');
    expect(status).toBe(200);
    expect(Buffer.from(bytes).equals(PDF)).toBe(true);
    expect(seen).toEqual([{ path: '/a.pdf', authorization: undefined }]);
  });

  it('is resolved once: a name that changes its mind cannot lead the connection elsewhere', async () => {
    expect((await get('/a.pdf', { addresses: [['127.0.0.1'], ['10.0.0.1']] })).status).toBe(200);
    seen = [];
    const fault = await faultOf(get('/a.pdf', { addresses: [['10.0.0.1'], ['127.0.0.1']] }));
    expect(fault.code).toBe('FILE_URL_REFUSED');
    expect(seen).toEqual([]);
  });

  for (const [name, path, options, code] of [
    ['a redirect', '/moved', {}, 'REDIRECT_REFUSED'],
    ['more than allowed', '/large', {}, 'RESPONSE_TOO_LARGE'],
    ['a certificate for another name', '/a.pdf', { host: 'other.example.com' }, 'CONNECTION_FAILED'],
    ['a certificate that nobody vouches for', '/a.pdf', { trusted: false }, 'CONNECTION_FAILED'],
  ] as const) {
    it(`with ${name} is ${code}`, async () => {
      expect((await faultOf(get(path, options))).code).toBe(code);
    });
  }

  it('that never ends is given up at the deadline', async () => {
    await expect(get('/silent', { ms: 200 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
