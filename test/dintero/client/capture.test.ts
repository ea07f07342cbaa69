import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authorise, type Misbehaviour, type StandIn, startStandIn } from '../../support/dintero/index.ts';
import { connect, faultOf } from './connect.ts';

let dintero: StandIn;
beforeAll(async () => {
  dintero = await startStandIn();
});
afterEach(() => dintero.behave());
afterAll(() => dintero.close());

function events(id: string, name: string): number {
  const all = (dintero.world.transactions.get(id)?.['events'] ?? []) as { event: string }[];
  return all.filter(({ event }) => event === name).length;
}

/** What may go wrong with the one POST, how often it may be sent, and what it ends in. */
const TROUBLES: { name: string; how: Misbehaviour; times?: number; posts: number; ends: string; timeoutMs?: number }[] =
  [
    { name: 'the answer is lost', how: { kind: 'lost-answer' }, posts: 1, ends: 'seen' },
    {
      name: 'a gateway answers 502 after it was taken',
      how: { kind: 'done-but', status: 502 },
      posts: 1,
      ends: 'seen',
    },
    {
      name: 'a gateway answers 504 after it was taken',
      how: { kind: 'done-but', status: 504 },
      posts: 1,
      ends: 'seen',
    },
    {
      name: 'the answer is HTML after it was taken',
      how: { kind: 'done-but', status: 200 },
      posts: 1,
      ends: 'accepted',
    },
    { name: 'the answer is a redirect', how: { kind: 'redirect', to: '/x' }, posts: 1, ends: 'OUTCOME_UNKNOWN' },
    { name: 'the answer is cut short', how: { kind: 'truncated' }, posts: 1, ends: 'seen' },
    { name: 'the connection breaks before it was taken', how: { kind: 'reset' }, posts: 1, ends: 'OUTCOME_UNKNOWN' },
    { name: 'an error 500', how: { kind: 'status', status: 500 }, posts: 1, ends: 'OUTCOME_UNKNOWN' },
    { name: 'an error 503', how: { kind: 'status', status: 503 }, posts: 1, ends: 'OUTCOME_UNKNOWN' },
    {
      name: 'no answer in time',
      how: { kind: 'slow-headers', ms: 9_000 },
      posts: 1,
      ends: 'OUTCOME_UNKNOWN',
      timeoutMs: 900,
    },
    { name: 'a body that drips', how: { kind: 'slow-body', ms: 200 }, posts: 1, ends: 'seen', timeoutMs: 900 },
    { name: '429 once', how: { kind: 'status', status: 429 }, times: 1, posts: 2, ends: 'accepted' },
    { name: '429 always', how: { kind: 'status', status: 429 }, posts: 4, ends: 'RATE_LIMITED' },
    { name: '401 once', how: { kind: 'status', status: 401 }, times: 1, posts: 2, ends: 'accepted' },
    { name: '401 always', how: { kind: 'status', status: 401 }, posts: 2, ends: 'AUTHENTICATION_FAILED' },
    { name: '403', how: { kind: 'status', status: 403 }, posts: 1, ends: 'FORBIDDEN' },
    { name: '409', how: { kind: 'status', status: 409 }, posts: 1, ends: 'CONFLICT' },
    { name: '409 after it was taken', how: { kind: 'done-but', status: 409 }, posts: 1, ends: 'seen' },
  ];

for (const action of ['capture', 'void'] as const) {
  describe(`${action} is sent once`, () => {
    for (const { name, how, times, posts, ends, timeoutMs } of TROUBLES) {
      it(`when ${name}: ${ends}`, async () => {
        const id = authorise(dintero);
        const { client } = connect(dintero, { timeoutMs: timeoutMs ?? 20_000 });
        const send = () => (action === 'capture' ? client.capture(id) : client.void(id));
        dintero.misbehave({ on: `POST ${id}/${action}`, how, ...(times === undefined ? {} : { times }) });
        const outcome = await send().then(
          ({ how: ended }) => ended,
          (fault: { code: string }) => fault.code,
        );
        expect(outcome).toBe(ends);
        expect(dintero.count(`POST ${id}/${action}`)).toBe(posts);
        // Between any two sendings the transaction was read.
        const order = dintero.seen.filter(({ path }) => path.includes(id)).map(({ method }) => method);
        expect(order.join(' ')).not.toContain('POST POST');
        // Called again, it never does a second time what was done.
        dintero.behave();
        const again = await send();
        expect(again.how).toBe(ends === 'seen' || ends === 'accepted' ? 'already' : 'accepted');
        expect(events(id, action === 'capture' ? 'INITIATE_CAPTURE' : 'VOID')).toBe(1);
      });
    }
  });
}

describe('capture', () => {
  it('takes what nobody has taken: nothing listens, so nothing was sent', async () => {
    const gone = await startStandIn();
    const id = authorise(gone);
    const { client } = connect(gone);
    await client.getTransaction(id);
    await gone.close();
    expect((await faultOf(client.capture(id))).code).toBe('CONNECTION_FAILED');
  });

  it('by two at once is taken once', async () => {
    const id = authorise(dintero);
    const { client } = connect(dintero);
    await Promise.all(Array.from({ length: 8 }, () => client.capture(id)));
    expect(events(id, 'INITIATE_CAPTURE')).toBe(1);
  });

  it('understands 202 with its event-request-id', async () => {
    const later = await startStandIn({ captureStatus: 202, initiateAfterMs: 50 });
    const id = authorise(later);
    const { client } = connect(later);
    const { how, eventRequestId } = await client.capture(id);
    expect(how).toBe('accepted');
    expect(eventRequestId).toMatch(/^request-/);
    await later.close();
  });

  it('of what is cancelled, grouped or not authorised sends nothing', async () => {
    const { client } = connect(dintero);
    for (const [change, code] of [
      [{ status: 'AUTHORIZATION_VOIDED' }, 'TRANSACTION_VOIDED'],
      [{ status: 'INITIATED' }, 'TRANSACTION_NOT_AUTHORIZED'],
      [{ status: 'ON_HOLD' }, 'TRANSACTION_ON_HOLD'],
      [{ payment_product_type: 'kravia.invoice_b2b_grouped' }, 'GROUPED_INVOICE'],
    ] as const) {
      const id = authorise(dintero);
      Object.assign(dintero.world.transactions.get(id) ?? {}, change);
      expect((await faultOf(client.capture(id))).code).toBe(code);
      expect(dintero.count(`POST ${id}`)).toBe(0);
    }
  });
});

describe('what makes something new is sent once', () => {
  for (const how of [{ kind: 'lost-answer' }, { kind: 'status', status: 503 }, { kind: 'html' }] as const) {
    it(`also after ${how.kind}`, async () => {
      const { client } = connect(dintero);
      dintero.misbehave({ on: 'POST /v1/sessions', how });
      const before = dintero.count('POST /v1/sessions');
      const request = {
        url: { return_url: 'https://example.com' },
        order: { amount: 1, currency: 'NOK', merchant_reference: 'a' },
      };
      await faultOf(client.createSession(request));
      expect(dintero.count('POST /v1/sessions') - before).toBe(1);
    });
  }
});
