import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { resolveChannel } from '#dist/dintero/index.js';
import { createEngine, type Engine, findTransaction, issueInvoice, parseSource } from '#dist/index.js';
import { connect, faultOf } from '../dintero/client/connect.ts';
import {
  authorise,
  BILLING_ADDRESS,
  type Json,
  ORDER,
  SESSION_REQUEST,
  type StandIn,
  startStandIn,
} from '../support/dintero/index.ts';

const BRAND = 'fixtures/documentation-sample/brand.json';
const { kravia } = SESSION_REQUEST.configuration;

/** A request whose session sets these terms, and no others. */
const withTerms = (terms: Json): Json => ({
  ...SESSION_REQUEST,
  configuration: { kravia: { invoice_b2b: { enabled: true, days_until_due: 14, ...terms } } },
});

let dintero: StandIn;
let engine: Engine;
beforeAll(async () => {
  dintero = await startStandIn({ captureStatus: 202, initiateAfterMs: 30, detailsAfterMs: 60 });
  engine = await createEngine({ brand: BRAND });
});
afterEach(() => dintero.behave());
afterAll(async () => {
  await engine.close();
  await dintero.close();
});

const issue = (id: string, by = engine) => issueInvoice(connect(dintero).client, id, by, { timeoutMs: 20_000 });
const read = async (id: string) => {
  const { session, ...transaction } = await connect(dintero).client.getTransaction(id, { includes: 'session' });
  return parseSource({ session, transaction });
};
const posts = (id: string) => dintero.count(`POST ${id}/capture`);

describe('Dintero’s invoice delivery by the merchant', () => {
  it('(1) takes the channel from the session', async () => {
    const { client } = connect(dintero);
    const { id } = await client.createSession(SESSION_REQUEST);
    const transaction = String(dintero.world.complete(id)['id']);
    const path = 'session.configuration.kravia.invoice_b2b.invoice_channel';
    expect(resolveChannel(await read(transaction))).toEqual({ channel: 'merchant', path, value: 'merchant' });
    expect((await client.getSession(id)).configuration?.kravia?.invoice_b2b?.invoice_channel).toBe('merchant');
  });

  it('(2) takes the channel from the payment', async () => {
    const transaction = await connect(dintero).client.payMerchantInitiated({
      payment: {
        payment_product_type: 'kravia.invoice_b2b',
        operation: 'invoice_payment',
        days_until_due: 14,
        invoice_channel: 'merchant',
      },
      session: { order: ORDER },
    });
    expect(resolveChannel(await read(transaction.id)).path).toMatch(/payment\.invoice_channel$/);
  });

  it('(3) asks session and payment first, then the checkout’s payment options, and guesses nothing after that', async () => {
    const option = { payment_product_type: 'kravia.invoice_b2b', details: { invoice_channel: 'merchant' } };
    const channelOf = async (terms: Json, options: Json[]) => {
      const request = withTerms(terms) as { configuration: Json };
      return resolveChannel(
        await read(
          authorise(dintero, { ...request, configuration: { ...request.configuration, payment_options: options } }),
        ),
      ).channel;
    };
    expect(await channelOf({ invoice_channel: 'kravia' }, [option])).toBe('kravia');
    expect(await channelOf({ invoice_delivery_method: 'provider' }, [option])).toBe('kravia');
    expect(await channelOf({}, [option])).toBe('merchant');
    expect(await channelOf({}, [])).toBeNull();
    const refused = authorise(dintero, withTerms({ invoice_channel: 'kravia' }));
    expect((await faultOf(issue(refused))).code).toBe('CHANNEL_KRAVIA');
    const unknown = authorise(dintero, withTerms({}));
    expect((await faultOf(issue(unknown))).code).toBe('CHANNEL_UNKNOWN');
    expect(posts(refused) + posts(unknown)).toBe(0);
  });

  it('(4) captures with the order’s own amount and items', async () => {
    const id = authorise(dintero);
    await issue(id);
    const sent = dintero.seen.find(({ method, path }) => method === 'POST' && path.includes(id));
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      amount: 50000,
      items: [
        { line_id: '1', id: 'item-1', amount: 40000 },
        { line_id: '2', id: 'item-2', amount: 10000 },
      ],
    });
  });

  it('(5) stays AUTHORIZED: INITIATE_CAPTURE is appended, and the payment details are waited for', async () => {
    const id = authorise(dintero);
    const steps: string[] = [];
    const issued = await issueInvoice(connect(dintero).client, id, engine, { onStep: (step) => steps.push(step) });
    expect(issued.source.status).toBe('AUTHORIZED');
    expect(issued.source.events?.at(-1)?.event).toBe('INITIATE_CAPTURE');
    expect(steps).toEqual(['read', 'capture', 'wait', 'render', 'prove']);
    expect(dintero.count(`GET ${id}`)).toBeGreaterThan(3);
  });

  it('(6) is understood when the buyer has paid, in part or in full', async () => {
    const id = authorise(dintero);
    const first = await issue(id);
    for (const [amount, status] of [
      [20000, 'PARTIALLY_CAPTURED'],
      [30000, 'CAPTURED'],
    ] as const) {
      dintero.world.receivePayment(id, amount);
      const again = await issue(id);
      expect(again.source.status).toBe(status);
      expect(again.capture).toBe('found');
      expect(again.document?.sha256).toBe(first.document?.sha256);
    }
    expect(posts(id)).toBe(1);
  });

  it('(7) gives Kravia’s generated PDF from kravia:invoice_url, and holds ours against it where asked', async () => {
    const id = authorise(dintero);
    const { client } = connect(dintero);
    const { document, witness, source } = await issueInvoice(client, id, engine, { witness: true });
    expect(witness).toMatchObject({ verdict: 'valid', findings: [] });
    expect(Object.keys(witness?.facts ?? {})).toEqual(['invoiceNumber', 'kid', 'bban', 'iban', 'dueDate', 'payable']);
    const kravia = await client.getGeneratedInvoice(source);
    expect(String.fromCharCode(...kravia.subarray(0, 5))).toBe('%PDF-');

    // The document of another transaction under this one's address.
    const other = await issue(authorise(dintero));
    dintero.world.files.set(id, await client.getGeneratedInvoice(other.source));
    const contradicted = await issueInvoice(client, id, engine, { witness: true });
    expect([contradicted.document, contradicted.report.verdict]).toEqual([null, 'valid']);
    expect(contradicted.witness?.findings.map(({ ruleId, field }) => [ruleId, field])).toEqual([
      ['witness-differs', 'invoiceNumber'],
      ['witness-differs', 'kid'],
    ]);
    expect(contradicted.rendered.sha256).toBe(document?.sha256);
  });

  it('(8) makes our own document from the payment details', async () => {
    const { document, source, report } = await issue(authorise(dintero));
    expect(report.verdict).toBe('valid');
    expect(document?.invoice.payment).toMatchObject({
      kid: source.metadata?.['kravia:payment_details:kid'],
      iban: 'NO0215063092174',
      bban: '15063092174',
      bic: 'DNBANOKKXXX',
    });
    expect(document?.invoice.number).toBe(source.metadata?.['kravia:invoice_number']);
  });

  it('(9) refuses a document that does not match the session', async () => {
    const liar: Engine = {
      ...engine,
      render: (source, options) => {
        const other = structuredClone(source) as { session: { order: Json }; transaction: Json };
        const metadata = other.transaction['metadata'] as Json;
        metadata['kravia:payment_details:kid'] = '300000019497913';
        return engine.render(other, options);
      },
    };
    const { document, report } = await issue(authorise(dintero), liar);
    expect(document).toBeNull();
    expect(report.verdict).toBe('invalid');
    expect(report.findings.map(({ field }) => field)).toContain('kid');
  });

  it('(10) cancels with void, also an invoice that we delivered, and then takes it back with a credit note', async () => {
    const id = authorise(dintero);
    await issue(id);
    const { client } = connect(dintero);
    expect((await client.void(id)).how).toBe('accepted');
    expect((await client.void(id)).how).toBe('already');
    expect(dintero.count(`POST ${id}/void`)).toBe(1);
    expect((await faultOf(issue(id))).code).toBe('TRANSACTION_VOIDED');
    const noter = await createEngine({ brand: BRAND, kind: 'credit-note', creditNoteNumber: 'K-1' });
    const source = await client.getTransaction(id, { includes: 'session' });
    const note = noter.render(source);
    expect((await noter.validate(note.pdf, source, { strict: true })).verdict).toBe('valid');
    await noter.close();
  });

  it('(11) refuses refunds with the reason, and sends none', async () => {
    const id = authorise(dintero);
    const fault = await faultOf(connect(dintero).client.refund(id));
    expect(fault.code).toBe('REFUND_UNSUPPORTED');
    expect(fault.message).toContain('Kravia has no refunds');
    expect(fault.hint).toContain(`fakturapress void ${id}`);
    expect(dintero.count(`POST ${id}`)).toBe(0);
  });

  it('(12) renders nothing before capture', async () => {
    const id = authorise(dintero);
    const source = await connect(dintero).client.getTransaction(id, { includes: 'session' });
    expect(() => engine.render(source)).toThrow(expect.objectContaining({ code: 'NOT_CAPTURED' }));
    const rendered: string[] = [];
    const watched: Engine = {
      ...engine,
      render: (given, options) => {
        rendered.push(`render after ${posts(id)} captures`);
        return engine.render(given, options);
      },
    };
    await issue(id, watched);
    expect(rendered).toEqual(['render after 1 captures']);
  });

  it('(13) refuses grouped invoices, and captures none', async () => {
    const { client } = connect(dintero);
    const { id: session } = await client.createSession(SESSION_REQUEST);
    const id = String(dintero.world.complete(session, undefined, 'kravia.invoice_b2b_grouped')['id']);
    expect((await faultOf(issue(id))).code).toBe('GROUPED_INVOICE');
    expect(posts(id)).toBe(0);
  });

  it('(14) works with customer checkout and merchant initiated alike, the address in the transaction included', async () => {
    const { billing_address: _, ...order } = ORDER;
    const { client } = connect(dintero);
    const { id: session } = await client.createSession({ ...SESSION_REQUEST, order, configuration: { kravia } });
    const checkout = String(
      dintero.world.complete(session, { ...BILLING_ADDRESS, business_name: 'Strandgata Kafé AS' })['id'],
    );
    const initiated = await client.payMerchantInitiated({
      payment: {
        payment_product_type: 'kravia.invoice_b2b',
        operation: 'invoice_payment',
        days_until_due: 30,
        invoice_channel: 'merchant',
      },
      session: { order: ORDER },
    });
    expect((await issue(checkout)).document?.invoice.buyer.name).toBe('Strandgata Kafé AS');
    expect((await issue(initiated.id)).document?.invoice.buyer.name).toBe('Havnegata Bakeri AS');
  });
});

describe('what cannot become a document is refused before anything is captured', () => {
  for (const [name, order, code] of [
    ['sums that disagree', { amount: 50001 }, 'SOURCE_SUM_MISMATCH'],
    ['no items', { items: [] }, 'LINES_MISSING'],
    ['no address', { billing_address: { country: 'NO' } }, 'BUYER_INCOMPLETE'],
    [
      'a character without a glyph',
      { items: [{ line_id: '1', description: '\u{1F600}', amount: 50000, vat: 25 }] },
      'GLYPH_MISSING',
    ],
  ] as const) {
    it(`${name}: ${code}`, async () => {
      const id = authorise(dintero, { ...SESSION_REQUEST, order: { ...ORDER, ...order } });
      const outcome = await issue(id).catch((error: unknown) => error);
      expect(outcome instanceof Fault ? outcome.code : outcome).toBe(code);
      expect(posts(id)).toBe(0);
    });
  }
});

describe('a session’s id', () => {
  it('stands for its transaction, in the flow and in the library', async () => {
    const { client } = connect(dintero);
    const { id: session } = await client.createSession(SESSION_REQUEST);
    expect(await faultOf(issue(session))).toMatchObject({ code: 'SESSION_NOT_COMPLETED', kind: 'input' });
    const transaction = String(dintero.world.complete(session)['id']);
    expect((await findTransaction(client, session)).id).toBe(transaction);
    const issued = await issue(session);
    expect([issued.source.id, issued.report.verdict]).toEqual([transaction, 'valid']);
    expect(posts(transaction)).toBe(1);
  });

  it('that is unknown is not found', async () => {
    expect((await faultOf(issue('T12345678.nothing'))).code).toBe('NOT_FOUND');
  });
});

describe('the flow under trouble', () => {
  for (const clockSkewMs of [-86_400_000, 86_400_000]) {
    it(`does not mind a clock of Dintero’s that is ${clockSkewMs < 0 ? 'a day behind' : 'a day ahead'}`, async () => {
      const skewed = await startStandIn({ clockSkewMs, captureStatus: 202, initiateAfterMs: 20, detailsAfterMs: 20 });
      const headers = { 'retry-after': new Date(Date.now() + clockSkewMs + 1_000).toUTCString() };
      skewed.misbehave({ on: 'GET /v1/transactions', times: 1, how: { kind: 'status', status: 429, headers } });
      const { client, waits } = connect(skewed);
      expect((await issueInvoice(client, authorise(skewed), engine)).report.verdict).toBe('valid');
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeLessThanOrEqual(2_000);
      await skewed.close();
    });
  }

  it('says that details are awaited when they do not come, and goes on when called again', async () => {
    const slow = await startStandIn({ detailsAfterMs: 1_500 });
    const id = authorise(slow);
    const { client } = connect(slow);
    const fault = await faultOf(issueInvoice(client, id, engine, { timeoutMs: 1_200 }));
    expect(fault).toMatchObject({ code: 'PAYMENT_DETAILS_PENDING', kind: 'network' });
    expect((await issueInvoice(client, id, engine)).report.verdict).toBe('valid');
    expect(slow.count('POST /capture')).toBe(1);
    await slow.close();
  });

  it('says so when Kravia refuses to collect', async () => {
    const refusing = await startStandIn({ captureSucceeds: false });
    const fault = await faultOf(issueInvoice(connect(refusing).client, authorise(refusing), engine));
    expect(fault.code).toBe('CAPTURE_FAILED');
    expect(fault.message).toContain('INVOICE_BLOCKED');
    await refusing.close();
  });

  it('captures once when the answer is lost and the event comes late', async () => {
    const late = await startStandIn({ initiateAfterMs: 600 });
    late.misbehave({ on: 'POST /capture', how: { kind: 'lost-answer' } });
    const id = authorise(late);
    const { accountId, clientId, clientSecret } = late.world.settings;
    const { createDinteroClient } = await import('#dist/index.js');
    const client = createDinteroClient({ accountId, clientId, clientSecret, origins: { checkout: late.origin } });
    const issued = await issueInvoice(client, id, engine, { timeoutMs: 20_000 });
    expect(issued.report.verdict).toBe('valid');
    expect(late.count('POST /capture')).toBe(1);
    await late.close();
  });
});

/** `npm run soak:issue` issues a thousand. */
const INVOICES = process.env['ISSUE_SOAK'] === '1' ? 1000 : 25;

it(`${INVOICES} invoices one after another use one token, and each is captured once`, async () => {
  const quick = await startStandIn();
  const { client } = connect(quick);
  for (let done = 0; done < INVOICES; done += 1) {
    const id = authorise(quick);
    const issued = await issueInvoice(client, id, engine);
    expect([issued.capture, issued.report.verdict]).toEqual(['started', 'valid']);
    expect(quick.world.captures.get(id)).toBe(1);
  }
  expect(quick.count('POST /auth/token')).toBe(1);
  expect(quick.count('POST /capture')).toBe(INVOICES);
  await quick.close();
}, 600_000);
