import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPreview } from '#dist/preview/index.js';

/** The order of five hundred lines, twenty times over. */
function makeLongOrder(): object {
  const order = JSON.parse(readFileSync('fixtures/five-hundred-lines/source.json', 'utf8')) as {
    session: { order: { items: { line_id: string }[]; amount: number; vat_amount: number } };
    transaction: { items: object[]; amount: number; events: { amount: number; items?: object[] }[] };
  };
  const items = Array.from({ length: 20 }, (_, round) =>
    order.session.order.items.map((item) => ({ ...item, line_id: `${round}-${item.line_id}` })),
  ).flat();
  const amount = order.session.order.amount * 20;
  return {
    session: {
      ...order.session,
      order: { ...order.session.order, items, amount, vat_amount: order.session.order.vat_amount * 20 },
    },
    transaction: {
      ...order.transaction,
      items,
      amount,
      events: order.transaction.events.map(({ items: _items, ...event }) => ({ ...event, amount })),
    },
  };
}

it('answers while ten thousand lines are rendered, and a new choice does not wait for them', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'long-order-'));
  const source = join(folder, 'order.json');
  writeFileSync(source, JSON.stringify(makeLongOrder()));
  const brand = 'fixtures/five-hundred-lines/brand.json';
  const preview = await startPreview({ source, brand, port: 0, environment: {}, clock: () => new Date() });
  const told: { readonly fixture: string; readonly kind: string; readonly revision: number }[] = [];
  const ends: (() => void)[] = [];
  /** Hears what becomes of an order until it is told to stop. */
  const listen = (fixture: string): (() => void) => {
    const stop = new AbortController();
    ends.push(() => stop.abort());
    const query = `template=classic&brand=fjord-kaffe&locale=nb&kind=invoice&fixture=${fixture}`;
    const read = async (): Promise<void> => {
      const { body } = await fetch(`${preview.url}api/events?${query}`, { signal: stop.signal });
      let text = '';
      for await (const chunk of body ?? []) {
        const lines = (text + Buffer.from(chunk as Uint8Array).toString('utf8')).split('\n');
        text = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data: ')) told.push({ ...JSON.parse(line.slice(6)), fixture });
      }
    };
    read().catch(() => undefined);
    return () => stop.abort();
  };
  const kindsOf = (fixture: string) => told.filter((event) => event.fixture === fixture).map(({ kind }) => kind);
  const hears = (fixture: string, kind: string) =>
    expect.poll(() => kindsOf(fixture), { timeout: 120_000 }).toContain(kind);
  try {
    listen('finland-b2b');
    await hears('finland-b2b', 'difference');
    const stopLong = listen('source');
    await hears('source', 'rendering');
    for (let round = 0; round < 20; round += 1) {
      expect((await fetch(`${preview.url}api/catalog`)).status).toBe(200);
    }
    // Twenty answers, and the document is still not there.
    expect(kindsOf('source')).toEqual(['rendering']);
    stopLong();
    listen('one-line');
    await hears('one-line', 'rendered');
    expect(kindsOf('source')).toEqual(['rendering']);

    // What the ended thread knew of another page went with it; asked about it, the server renders that one anew.
    const [first] = told.filter(({ fixture, kind }) => fixture === 'finland-b2b' && kind === 'rendered');
    expect((await fetch(`${preview.url}api/${first?.revision}/pages/1.json`)).status).toBe(404);
    await expect
      .poll(() => kindsOf('finland-b2b').filter((kind) => kind === 'rendered').length, { timeout: 120_000 })
      .toBe(2);
    const again = told.findLast(({ fixture, kind }) => fixture === 'finland-b2b' && kind === 'rendered');
    expect((await fetch(`${preview.url}api/${again?.revision}/pages/1.json`)).status).toBe(200);
  } finally {
    for (const end of ends) end();
    await preview.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
