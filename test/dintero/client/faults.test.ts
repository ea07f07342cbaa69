import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authorise, type Misbehaviour, type StandIn, startStandIn } from '../../support/dintero/index.ts';
import { connect, faultOf } from './connect.ts';
import { TROUBLES } from './troubles.ts';

let dintero: StandIn;
let id: string;

beforeAll(async () => {
  dintero = await startStandIn();
  id = authorise(dintero);
});
afterEach(() => dintero.behave());
afterAll(() => dintero.close());

describe('trouble while a transaction is read', () => {
  for (const { name, how, times, code, requests } of TROUBLES) {
    it(`${name}: ${code ?? 'goes well in the end'}`, async () => {
      const { client } = connect(dintero);
      dintero.misbehave({ on: 'GET /v1/transactions', how, ...(times === undefined ? {} : { times }) });
      const before = dintero.count('GET /v1/transactions');
      const reading = client.getTransaction(id);
      if (code === null) expect((await reading).id).toBe(id);
      else expect(await faultOf(reading)).toMatchObject({ code, kind: 'network' });
      expect(dintero.count('GET /v1/transactions') - before).toBe(requests);
    });
  }

  for (const kind of ['slow-headers', 'slow-body'] as const) {
    it(`${kind}: the deadline holds to the last byte`, async () => {
      const { client } = connect(dintero, { timeoutMs: 600 });
      await client.getTransaction(id);
      dintero.misbehave({ on: 'GET /v1/transactions', how: { kind, ms: kind === 'slow-body' ? 20 : 5_000 } });
      const started = performance.now();
      expect((await faultOf(client.getTransaction(id))).code).toBe('DEADLINE_EXCEEDED');
      const took = performance.now() - started;
      expect(took).toBeGreaterThan(590);
      // A tenth over, and what a busy machine adds.
      expect(took).toBeLessThan(600 * 1.1 + 150);
    });
  }

  it('gives up when the caller does, with the reason of the caller', async () => {
    const { client } = connect(dintero);
    dintero.misbehave({ on: 'GET /v1/transactions', how: { kind: 'slow-headers', ms: 5_000 } });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('no longer needed')), 50);
    await expect(client.getTransaction(id, { signal: controller.signal })).rejects.toThrow('no longer needed');
  });

  it('refuses another transaction than the one that was asked for', async () => {
    const { client } = connect(dintero);
    const other = dintero.world.read(authorise(dintero), false).body;
    dintero.misbehave({ on: 'GET /v1/transactions', how: { kind: 'status', status: 200, body: other } });
    expect((await faultOf(client.getTransaction(id))).code).toBe('RESPONSE_INVALID');
  });
});

describe('Retry-After', () => {
  const read = async (headers: Record<string, string>, options = {}) => {
    const { client, waits } = connect(dintero, options);
    dintero.misbehave({ on: 'GET /v1/transactions', times: 1, how: { kind: 'status', status: 429, headers } });
    const outcome = await client.getTransaction(id).catch((fault: unknown) => fault);
    return { waits, outcome };
  };

  it('is kept to in seconds', async () => {
    expect((await read({ 'retry-after': '3' })).waits).toEqual([3000]);
  });

  it('is kept to as a date, by the clock of the server and not by ours', async () => {
    const headers = { date: 'Mon, 23 Nov 2026 12:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 12:00:07 GMT' };
    for (const clock of [() => 0, () => Date.UTC(2040, 0)]) {
      expect((await read(headers, { clock })).waits).toEqual([7000]);
    }
  });

  it('longer than the deadline is not waited for', async () => {
    const { waits, outcome } = await read({ 'retry-after': '3600' });
    expect(waits).toEqual([]);
    expect(outcome).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('that makes no sense leaves the delay to us', async () => {
    expect((await read({ 'retry-after': 'soon' })).waits).toEqual([150]);
  });

  it('doubles the delay from attempt to attempt, spread at random', async () => {
    const { client, waits } = connect(dintero);
    dintero.misbehave({ on: 'GET /v1/transactions', how: { kind: 'status', status: 502 } });
    await faultOf(client.getTransaction(id));
    expect(waits).toEqual([150, 300, 600, 1200]);
  });
});

describe('secrets', () => {
  it('stay out of every fault, also where the answer echoes them', async () => {
    const { clientSecret, clientId } = dintero.world.settings;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const { client } = connect(dintero);
    await client.getTransaction(id);
    const troubles: Misbehaviour[] = TROUBLES.map(({ how }) => how);
    troubles.push({ kind: 'echo', status: 401 }, { kind: 'echo', status: 500 });
    for (const how of troubles) {
      for (const on of ['GET /v1/transactions', 'POST /auth/token', 'POST /capture']) {
        dintero.misbehave({ on, how });
        const { client: fresh } = connect(dintero);
        for (const each of [client, fresh]) {
          const fault = await each.capture(id).catch((error: unknown) => error);
          const shown = `${inspect(fault, { depth: 8, showHidden: true })} ${JSON.stringify(fault)} ${(fault as Error).stack}`;
          for (const secret of [clientSecret, basic, ...dintero.world.tokens]) expect(shown).not.toContain(secret);
        }
        dintero.behave();
        if (how.kind === 'huge' || how.kind === 'gzip-bomb') break;
      }
    }
  }, 60_000);

  it('do not show in the client', () => {
    const { clientSecret } = dintero.world.settings;
    const { client } = connect(dintero);
    expect(inspect(client, { depth: 8, showHidden: true })).not.toContain(clientSecret);
  });

  it('go to Dintero only: a redirect takes none along', async () => {
    const elsewhere = await startStandIn();
    const { client } = connect(dintero);
    dintero.misbehave({ on: 'GET /v1/transactions', how: { kind: 'redirect', to: `${elsewhere.origin}/v1/steal` } });
    dintero.misbehave({ on: 'POST /auth/token', how: { kind: 'redirect', to: `${elsewhere.origin}/v1/steal` } });
    expect((await faultOf(client.getTransaction(id))).code).toBe('REDIRECT_REFUSED');
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });
});
