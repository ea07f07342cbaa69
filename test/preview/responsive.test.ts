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
  const told: string[] = [];
  const stops: AbortController[] = [];
  const listen = async (fixture: string, until: string): Promise<void> => {
    const stop = new AbortController();
    stops.push(stop);
    const query = new URLSearchParams({
      template: 'classic',
      brand: 'fjord-kaffe',
      locale: 'nb',
      kind: 'invoice',
      fixture,
    });
    const response = await fetch(`${preview.url}api/events?${query}`, { signal: stop.signal });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString('utf8');
      for (const [, kind] of text.matchAll(/^event: (\w+)$/gm)) told.push(`${fixture} ${kind}`);
      text = '';
      if (told.includes(`${fixture} ${until}`)) return;
    }
  };
  try {
    const long = listen('source', 'rendered').catch(() => undefined);
    await expect.poll(() => told, { timeout: 60_000 }).toContain('source rendering');
    for (let round = 0; round < 20; round += 1) {
      expect((await fetch(`${preview.url}api/catalog`)).status).toBe(200);
    }
    // Twenty answers, and the document is still not there.
    expect(told).toEqual(['source rendering']);
    stops[0]?.abort();
    await listen('one-line', 'rendered');
    expect(told).toContain('one-line rendered');
    expect(told.filter((event) => /^source (rendered|fault)$/.test(event))).toEqual([]);
    await long;
  } finally {
    for (const stop of stops) stop.abort();
    await preview.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
