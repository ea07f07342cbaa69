import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Preview, startPreview } from '#dist/preview/index.js';
import type { PageDetails } from '#dist/preview/messages.js';
import { TemplateCopy } from '../snapshot/template-copy.ts';
import { createEditor, type FakeEditor } from './fake-editor.ts';

let template: TemplateCopy;
let preview: Preview;
let port = 0;
let editor: FakeEditor;

beforeAll(async () => {
  template = new TemplateCopy();
  editor = createEditor();
  preview = await startPreview({
    template: template.folder,
    port: 0,
    environment: { FAKTURAPRESS_EDITOR: editor.command },
    clock: () => new Date(2026, 10, 23, 14, 2, 11),
  });
  port = Number(new URL(preview.url).port);
});
afterAll(async () => {
  await preview.close();
  template.remove();
  editor.remove();
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

function ask(
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
            headers: response.headers,
          }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const CHOICE = 'brand=fjord-kaffe&locale=nb&kind=invoice&fixture=one-line';

/** An event as the stream has it. */
interface Told {
  readonly kind: string;
  readonly revision: number;
  readonly proven?: unknown;
  readonly wrong?: unknown;
}

/** Listens to the stream until an event of a kind has come, and answers with all of them. */
async function listenUntil(kind: string, choice = `template=classic%20(folder)&${CHOICE}`): Promise<Told[]> {
  const response = await fetch(`${preview.url}api/events?${choice}`);
  const events: Told[] = [];
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) events.push(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}'));
    if (events.some((event) => event.kind === kind)) break;
  }
  return events;
}

describe('the guard', () => {
  it('writes the theme into the markup, so that nothing is painted in another first', async () => {
    expect((await ask('/')).body).toContain('<html lang="en">');
    expect((await ask('/?theme=dark')).body).toContain('<html data-theme="dark" lang="en">');
    expect((await ask('/?fixture=one-line&theme=light')).body).toContain('<html data-theme="light" lang="en">');
    expect((await ask('/?theme=%22%3E%3Cscript%3E')).body).toContain('<html lang="en">');
  });

  it('answers its own page, with a policy that lets nothing else in', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'/,
    );
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(body).not.toMatch(/style="|<style|https?:\/\//);
  });

  it.each([
    ['a foreign host', { host: 'attacker.example' }],
    ['a name that leads here', { host: 'localtest.me:4242' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a host that only begins like ours', { host: '127.0.0.1.attacker.example' }],
    ['a foreign origin', { origin: 'https://attacker.example' }],
    ['the origin of a file', { origin: 'null' }],
    ['our host over https', { origin: `https://127.0.0.1` }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same machine', { 'sec-fetch-site': 'same-site' }],
  ])('forbids %s', async (_, headers) => {
    for (const path of ['/', '/api/catalog', '/assets/main.js']) {
      expect((await ask(path, { headers })).status).toBe(403);
    }
    expect((await ask('/api/1/approve', { method: 'POST', headers })).status).toBe(403);
  });

  it('demands an origin of whatever changes something', async () => {
    expect((await ask('/api/1/approve', { method: 'POST' })).status).toBe(403);
    const headers = { origin: `http://127.0.0.1:${port}` };
    expect((await ask('/api/1/approve', { method: 'POST', headers })).status).toBe(409);
  });

  it('has nothing but its own files, however a path is written', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/main.js%00.css',
      '//etc/passwd',
      '/assets/',
      '/assets/toString',
      '/api/x/approve',
    ]) {
      const { status, body } = await ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).not.toContain('"name"');
    }
    const raw = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.end(`GET /assets/../../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
    });
    expect(raw).toMatch(/^HTTP\/1\.1 404/);
  });

  it('takes no body beyond what the page sends, and no methods that it does not know', async () => {
    const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ file: 'x'.repeat(20_000), line: 1, column: 1 });
    expect((await ask('/api/1/open', { method: 'POST', headers, body })).status).toBe(413);
    const chunked = await ask('/api/1/open', {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body,
    });
    expect(chunked.status).toBe(413);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await ask('/', { method, headers })).status).toBe(404);
  });

  it('listens on the loopback alone', () => {
    expect(new URL(preview.url).hostname).toBe('127.0.0.1');
  });
});

describe('the server', { timeout: 120_000 }, () => {
  it('streams what becomes of a choice, and gives pages, details and the document by revision', async () => {
    const events = await listenUntil('difference');
    expect(events.map(({ kind }) => kind)).toEqual(['rendering', 'rendered', 'proof', 'difference']);
    const [, rendered, proof, difference] = events;
    const revision = rendered?.revision ?? 0;
    expect(rendered).toMatchObject({
      pages: [{ width: expect.closeTo(595.28, 2), height: expect.closeTo(841.89, 2) }],
      fileName: '16788-000040.pdf',
      saved: null,
    });
    expect(proof?.wrong).toEqual([]);
    expect(proof?.proven).toContainEqual({ name: 'payable', value: '1,00 NOK' });
    expect(difference).toMatchObject({ differences: null, file: 'preview/one-line.nb.txt' });

    // Once nobody listens the revision is let go; a second listener keeps it.
    const stop = new AbortController();
    const stream = await fetch(`${preview.url}api/events?template=classic%20(folder)&${CHOICE}`, {
      signal: stop.signal,
    });
    const reader = stream.body?.getReader();
    let text = '';
    while (!text.includes('"kind":"difference"'))
      text += Buffer.from((await reader?.read())?.value ?? []).toString('utf8');
    const current = Number(/"kind":"rendered","revision":(\d+)/.exec(text)?.[1]);
    expect(current).toBeGreaterThanOrEqual(revision);
    const png = await fetch(`${preview.url}api/${current}/pages/1.png?scale=1`);
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    const pdf = await fetch(`${preview.url}api/${current}/document.pdf`);
    expect(pdf.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''16788-000040.pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const page = (await (await fetch(`${preview.url}api/${current}/pages/1.json`)).json()) as PageDetails;
    expect(page.facts).toContainEqual({ name: 'kid', boxes: [expect.objectContaining({ width: expect.any(Number) })] });
    const box = page.boxes.find(({ tag }) => tag === 'h1');
    if (box === undefined) throw new Error('the page has a heading');
    const place = new URLSearchParams({ file: box.file, line: String(box.line), column: String(box.column) });
    const element: unknown = await (await fetch(`${preview.url}api/${current}/element?${place}`)).json();
    expect(element).toMatchObject({
      path: expect.arrayContaining(['body', expect.stringMatching(/^h1/)]),
      font: expect.stringContaining('Source Serif 4'),
      styledAs: expect.stringMatching(/^h1/),
      rules: expect.arrayContaining([
        expect.objectContaining({
          file: 'classic/style.css',
          lines: expect.arrayContaining([expect.stringMatching(/^h1/)]),
        }),
      ]),
    });
    const structure: unknown = await (await fetch(`${preview.url}api/${current}/structure`)).json();
    expect(structure).toMatchObject({ root: { role: 'Document', children: expect.any(Array) } });
    for (const path of [
      'pages/2.png',
      'pages/0.png',
      'pages/2.json',
      'approved/1.png',
      `element?file=${box.file}&line=999&column=1`,
    ]) {
      expect([path, (await fetch(`${preview.url}api/${current}/${path}`)).status]).toEqual([path, 404]);
    }
    expect((await fetch(`${preview.url}api/${current}/pages/1.png?scale=1000`)).status).toBe(400);
    expect((await fetch(`${preview.url}api/${current}/pages/1.png?scale=x`)).status).toBe(400);
    stop.abort();
  });

  it('approves every preview of a template at once, and takes them all back', async () => {
    const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
    const order = (revision: number, what: string) => ask(`/api/${revision}/${what}`, { method: 'POST', headers });
    const list = () => (existsSync(template.path('preview')) ? readdirSync(template.path('preview')).toSorted() : []);
    const stop = new AbortController();
    const stream = await fetch(`${preview.url}api/events?template=classic%20(folder)&${CHOICE}`, {
      signal: stop.signal,
    });
    const reader = stream.body?.getReader();
    let text = '';
    while (!text.includes('"kind":"proof"')) text += Buffer.from((await reader?.read())?.value ?? []).toString('utf8');
    const revision = Number(/"kind":"rendered","revision":(\d+)/.exec(text)?.[1]);
    expect((await order(revision, 'approve-all')).status).toBe(200);
    const approved = list();
    expect(approved.filter((file) => file.endsWith('.txt'))).toHaveLength(13);
    expect(approved).toEqual(expect.arrayContaining(['one-line.nb.txt', 'credit-note.nb.txt', 'credit-note.nb.png']));
    expect((await order(revision, 'undo')).status).toBe(200);
    expect(list()).toEqual([]);
    stop.abort();
  });

  it('knows no choice beyond its catalog', async () => {
    const paths = ['template=..%2f..%2fetc', `template=${encodeURIComponent(template.folder)}`];
    for (const path of paths) expect((await fetch(`${preview.url}api/events?${path}&${CHOICE}`)).status).toBe(404);
    expect(
      (await fetch(`${preview.url}api/events?template=classic&brand=x&locale=xx&kind=invoice&fixture=one-line`)).status,
    ).toBe(404);
    expect((await fetch(`${preview.url}api/events`)).status).toBe(404);
  });

  it('opens files of the template in the editor, and no others', async () => {
    const query = `template=classic%20(folder)&${CHOICE}`;
    const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
    const open = (file: unknown, line: unknown = 3) =>
      ask(`/api/0/open?${query}`, { method: 'POST', headers, body: JSON.stringify({ file, line, column: 2 }) });
    symlinkSync('/etc/hosts', template.path('outside.css'));
    for (const file of [
      'classic/../../secret',
      '/etc/passwd',
      'classic/outside.css',
      'style.css',
      'classic/none.css',
      7,
    ]) {
      expect([file, (await open(file)).status]).toEqual([file, 404]);
    }
    expect((await open('classic/style.css', '3; rm')).status).toBe(404);
    expect((await open('classic/style.css')).status).toBe(204);
    await expect.poll(() => editor.opened(), { timeout: 15_000 }).toBe(`${template.path('style.css')}:3:2\n`);
  });
});
