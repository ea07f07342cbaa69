import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '#dist/index.js';
import { readFixture } from '../dintero/fixtures.ts';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool } from '../support/judges/tools.ts';

const BRAND = new URL('../../fixtures/classic-comp/brand.json', import.meta.url).pathname;

/** Every mark that was planted, with where. */
class Marks {
  readonly planted = new Map<string, string>();

  /** A word that is in no font's, language's or format's vocabulary. */
  plant(place: string): string {
    const mark = `qzx${String(this.planted.size).padStart(3, '0')}vjw`;
    this.planted.set(mark, place);
    return mark;
  }
}

type Json = Record<string, unknown>;

/** A source whose private parts all carry marks: what Dintero may send and no page shows. */
function plantEverywhere(marks: Marks): Json {
  const source = JSON.parse(readFixture('classic-comp/source.json').toString('utf8')) as {
    session: Json & { order: Json & { items: Json[]; billing_address: Json; shipping_address: Json } };
    transaction: Json & {
      items: Json[];
      metadata: Json;
      events: Json[];
      billing_address: Json;
      shipping_address: Json;
    };
  };
  const { session, transaction } = source;
  const word = (place: string) => marks.plant(place);
  const person = (place: string) => ({
    customer_id: word(`${place}.customer_id`),
    email: `${word(`${place}.email`)}@mail.example`,
    phone_number: word(`${place}.phone_number`),
    identity: {
      ssn: word(`${place}.ssn`),
      date_of_birth: word(`${place}.date_of_birth`),
      bankid: { pid: word(`${place}.pid`) },
    },
    tokens: { 'payex.creditcard': { recurrence_token: word(`${place}.token`) } },
  });
  const request = (place: string) => ({
    request_id: word(`${place}.request_id`),
    headers: {
      'user-agent': word(`${place}.user-agent`),
      'x-forwarded-for': word(`${place}.ip`),
      authorization: word(`${place}.auth`),
    },
    remote_ip: word(`${place}.remote_ip`),
  });
  Object.assign(session, {
    customer: person('session.customer'),
    metadata: { note: word('session.metadata'), nested: { deep: [word('session.metadata.deep')] } },
    request: request('session.request'),
    events: [{ id: 'x', event: 'INITIALIZED', created_at: '2026-11-18T09:41:07.000Z', ...request('session.event') }],
    profile_id: word('session.profile_id'),
    url: {
      return_url: `https://shop.example/${word('return_url')}`,
      callback_url: `https://shop.example/${word('callback_url')}`,
    },
    remark: word('session.remark'),
    created_by: word('session.created_by'),
  });
  Object.assign(transaction, {
    customer: person('transaction.customer'),
    customer_ip: word('customer_ip'),
    user_agent: word('user_agent'),
    payment_product_reference: word('payment_product_reference'),
    split: [{ payout_destination_id: word('split.destination'), amount: 100 }],
    card: { brand: word('card.brand'), masked_pan: word('card.pan'), payment_token: word('card.token') },
  });
  transaction.metadata['merchant:secret'] = word('transaction.metadata');
  for (const [index, event] of transaction.events.entries())
    Object.assign(event, { metadata: { ip: word(`event.${index}`) }, ...request(`event.${index}`) });
  for (const item of [...session.order.items, ...transaction.items]) {
    item['metadata'] = { margin: word('item.metadata') };
    item['splits'] = [{ payout_destination_id: word('item.split'), amount: 1 }];
    item['thumbnail_url'] = `https://shop.example/${word('item.thumbnail')}.png`;
    item['store_id'] = word('item.store');
  }
  for (const address of [
    session.order.billing_address,
    session.order.shipping_address,
    transaction.billing_address,
    transaction.shipping_address,
  ]) {
    address['comment'] = word('address.comment');
    address['latitude'] = word('address.latitude');
    address['phone_number'] = word('address.phone_number');
  }
  return source;
}

test.runIf(hasJudges('qpdf', 'pdftotext')).each([undefined, 'ubl', 'cii'] as const)(
  'nothing travels in the file that the page does not show (e-invoice %s)',
  async (eInvoice) => {
    const marks = new Marks();
    const source = plantEverywhere(marks);
    const engine = await createEngine({ brand: BRAND, locale: 'nb', ...(eInvoice === undefined ? {} : { eInvoice }) });
    const { pdf } = engine.render(source);
    await engine.close();
    const [plain, text] = await withPdf(pdf, (file) =>
      inTemporaryFolder(async (folder) => {
        const out = join(folder, 'plain.pdf');
        await readTool('qpdf', ['--qdf', '--object-streams=disable', file, out]);
        return [await readFile(out, 'latin1'), await readTool('pdftotext', ['-layout', file, '-'])] as const;
      }),
    );
    const wide = plain.replaceAll('\0', '').toLowerCase();
    const found = [...marks.planted].filter(([mark]) => {
      const hex = Buffer.from(mark, 'utf16le').swap16().toString('hex');
      return wide.includes(mark) || wide.includes(hex) || text.toLowerCase().includes(mark);
    });
    expect(marks.planted.size).toBeGreaterThan(80);
    expect(found.map(([, place]) => place)).toEqual([]);
    // The same look finds what is on the page, so that it would have found a mark.
    expect(text).toContain('Espresso Fjord');
    expect(wide).toContain('fk-20418');
  },
);
