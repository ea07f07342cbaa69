import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDinteroClient } from '#dist/dintero/index.js';
import { authorise, type StandIn, startStandIn } from '../../support/dintero/index.ts';
import { connect, faultOf } from './connect.ts';

let dintero: StandIn;
let id: string;

beforeAll(async () => {
  dintero = await startStandIn({ expiresIn: 3600 });
  id = authorise(dintero);
});
afterEach(() => dintero.behave());
afterAll(() => dintero.close());

describe('the token', () => {
  it('is one for a thousand reads, however many are under way at once', async () => {
    const { client } = connect(dintero);
    const before = dintero.count('POST /auth/token');
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => client.getTransaction(id)));
    }
    expect(dintero.count('POST /auth/token') - before).toBe(1);
  });

  it('is used for half of its life', async () => {
    let now = 0;
    const { client } = connect(dintero, { clock: () => now });
    const before = dintero.count('POST /auth/token');
    for (const [time, tokens] of [
      [0, 1],
      [1_799_999, 1],
      [1_800_000, 2],
    ] as const) {
      now = time;
      await client.getTransaction(id);
      expect(dintero.count('POST /auth/token') - before).toBe(tokens);
    }
  });

  it('is renewed once for all who are refused at the same time', async () => {
    const { client } = connect(dintero);
    await client.getTransaction(id);
    dintero.world.tokens.clear();
    const before = dintero.count('POST /auth/token');
    await Promise.all(Array.from({ length: 20 }, () => client.getTransaction(id)));
    expect(dintero.count('POST /auth/token') - before).toBe(1);
  });

  it('is asked for again after it could not be had', async () => {
    const { client } = connect(dintero);
    dintero.misbehave({ on: 'POST /auth/token', times: 1, how: { kind: 'status', status: 403 } });
    expect((await faultOf(client.getTransaction(id))).code).toBe('FORBIDDEN');
    expect((await client.getTransaction(id)).id).toBe(id);
  });

  it('of another shape is refused', async () => {
    const { client } = connect(dintero);
    const body = { access_token: 'a b\r\nx: y', token_type: 'Bearer', expires_in: 3600 };
    dintero.misbehave({ on: 'POST /auth/token', how: { kind: 'status', status: 200, body } });
    expect((await faultOf(client.getTransaction(id))).code).toBe('RESPONSE_INVALID');
  });

  it('comes with what the call is made by', async () => {
    const { client } = connect(dintero, { identification: { systemName: 'fjord-shop', systemVersion: '2.1' } });
    await client.getTransaction(id);
    for (const { headers } of dintero.seen.slice(-2)) {
      expect(headers).toMatchObject({ 'dintero-system-name': 'fjord-shop', 'dintero-system-version': '2.1' });
    }
  });
});

describe('what the client is made of', () => {
  const good = { accountId: 'T12345678', clientId: 'c', clientSecret: 's' };
  for (const [name, options] of [
    ['no secret', { ...good, clientSecret: '' }],
    ['a line break in the secret', { ...good, clientSecret: 'a\r\nb' }],
    ['an account that is a path', { ...good, accountId: '../T1' }],
    ['http on the internet', { ...good, origins: { checkout: 'http://checkout.dintero.com' } }],
    ['an origin with a path', { ...good, origins: { checkout: 'https://example.com/v1' } }],
    ['credentials in an origin', { ...good, origins: { checkout: 'https://a:b@example.com' } }],
    ['a file host that is an address', { ...good, fileHosts: ['https://files.example.com/'] }],
  ] as const) {
    it(`refuses ${name}`, () => {
      expect(() => createDinteroClient(options)).toThrow(expect.objectContaining({ code: 'CLIENT_CONFIG_INVALID' }));
    });
  }

  it('refuses ids that are more than ids before anything is sent', async () => {
    const { client } = connect(dintero);
    const before = dintero.seen.length;
    for (const bad of [
      '',
      '.',
      '..',
      '../accounts',
      'a/b',
      'a?b',
      'a%2fb',
      'https://evil.example',
      'a\r\nb',
      'é',
      'a'.repeat(129),
    ]) {
      for (const call of [
        client.getTransaction(bad),
        client.getSession(bad),
        client.capture(bad),
        client.void(bad),
        client.refund(bad),
      ]) {
        expect((await faultOf(call)).code).toBe('ID_INVALID');
      }
    }
    expect(dintero.seen.length).toBe(before);
  });
});
