import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseCallback, parseCallbackBody, parseWebhook, verifyCallback } from '#dist/dintero/index.js';
import { codeOf } from './fixtures.ts';

const DIGEST = '6bed2ab1b919d460ef7465a20dc6c97260dca73fab6647106ca525f0908df64a';
/** The example of Dintero's own documentation. */
const DOCUMENTED = {
  signature: `t=1582236537,v0-hmac-sha256=${DIGEST}`,
  method: 'GET',
  url: 'https://example.com/callback?B=123&A=992',
  accountId: 'P00000000',
  secret: '123',
  now: 1_582_236_537_000,
};

describe('Dintero-Signature', () => {
  it('of the documentation is accepted, in either order of its query', () => {
    verifyCallback(DOCUMENTED);
    verifyCallback({ ...DOCUMENTED, url: 'https://example.com/callback?A=992&B=123', method: 'get' });
  });

  it('counts every part of the request', () => {
    for (const change of [
      { method: 'POST' },
      { url: 'https://example.com/callback?B=123&A=993' },
      { url: 'https://example.com/callback' },
      { url: 'https://example.org/callback?B=123&A=992' },
      { url: 'https://example.com/other?B=123&A=992' },
      { accountId: 'P00000001' },
      { secret: '124' },
      { signature: `t=1582236538,v0-hmac-sha256=${DIGEST}` },
      { signature: `t=1582236537,v0-hmac-sha256=${DIGEST.replace('6', '7')}` },
      { signature: `t=1582236537,v0-hmac-sha256=${DIGEST.slice(0, 62)}` },
      { signature: `t=1582236537,t=1582236537,v0-hmac-sha256=${DIGEST}` },
      { signature: `v0-hmac-sha256=${DIGEST}` },
      { signature: 't=1582236537' },
      { signature: '' },
      { signature: null },
      { url: 'callback' },
    ]) {
      expect(
        codeOf(() => verifyCallback({ ...DOCUMENTED, ...change })),
        JSON.stringify(change),
      ).toBe('CALLBACK_SIGNATURE_INVALID');
    }
  });

  it('lives five minutes, both ways', () => {
    for (const seconds of [-300, 0, 300]) verifyCallback({ ...DOCUMENTED, now: DOCUMENTED.now + seconds * 1000 });
    for (const seconds of [-301, 301, 86_400]) {
      expect(codeOf(() => verifyCallback({ ...DOCUMENTED, now: DOCUMENTED.now + seconds * 1000 }))).toBe(
        'CALLBACK_EXPIRED',
      );
    }
    verifyCallback({ ...DOCUMENTED, now: DOCUMENTED.now + 900_000, toleranceSeconds: 900 });
  });

  it('signs spaces as plus signs', () => {
    const text = ['1582236537', 'P00000000', 'GET', 'example.com', '/callback', 'merchant_reference=a+b'].join('\n');
    const digest = createHmac('sha256', '123').update(text).digest('hex');
    const url = 'https://example.com/callback?merchant_reference=a%20b';
    verifyCallback({ ...DOCUMENTED, url, signature: `t=1582236537,v0-hmac-sha256=${digest}` });
  });
});

describe('callbacks and webhooks', () => {
  it('tell which transaction to read', () => {
    const query =
      'transaction_id=T12345678.abc&session_id=T12345678.def&merchant_reference=order+1&time=2026-11-23T08:00:04Z';
    expect(parseCallback(`https://example.com/callback?own=1&${query}`)).toEqual({
      transactionId: 'T12345678.abc',
      sessionId: 'T12345678.def',
      merchantReference: 'order 1',
      time: '2026-11-23T08:00:04Z',
      event: null,
      eventId: null,
      error: null,
    });
    expect(parseCallback('https://example.com/?transaction_id=a&sid=b').sessionId).toBe('b');
  });

  it('without an id, with two, or with one that is a path are refused', () => {
    for (const query of ['', 'transaction_id=', 'transaction_id=../x', 'transaction_id=a&transaction_id=b']) {
      expect(codeOf(() => parseCallback(`https://example.com/?${query}`))).toBe('CALLBACK_INVALID');
    }
  });

  it('by POST carry the transaction', () => {
    expect(parseCallbackBody('{"id":"T1.abc","status":"AUTHORIZED","amount":50000}').id).toBe('T1.abc');
    expect(codeOf(() => parseCallbackBody('{"id":"../x"}'))).toBe('CALLBACK_INVALID');
    expect(codeOf(() => parseCallbackBody(' '.repeat(3_000_000)))).toBe('CALLBACK_INVALID');
  });

  it('of the event checkout_transaction are read', () => {
    const body = {
      account_id: 'T12345678',
      event: 'checkout_transaction',
      event_delivery: {},
      transaction: { id: 'T12345678.abc', session_id: 'T12345678.def', merchant_reference: 'a', status: 'AUTHORIZED' },
    };
    expect(parseWebhook(JSON.stringify(body)).transaction).toEqual({
      id: 'T12345678.abc',
      sessionId: 'T12345678.def',
      merchantReference: 'a',
      status: 'AUTHORIZED',
    });
    expect(codeOf(() => parseWebhook('{"account_id":"T1","event":"x"}'))).toBe('CALLBACK_INVALID');
    expect(codeOf(() => parseWebhook('{'))).toBe('JSON_INVALID');
  });
});
