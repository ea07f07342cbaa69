import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from '#dist/dintero/client/public-address.js';
import type { Transaction } from '#dist/dintero/index.js';
import { authorise, type Misbehaviour, type StandIn, startStandIn } from '../../support/dintero/index.ts';
import { connect, faultOf } from './connect.ts';

let dintero: StandIn;
let id: string;
beforeAll(async () => {
  dintero = await startStandIn();
  id = authorise(dintero);
});
afterEach(() => dintero.behave());
afterAll(() => dintero.close());

/** A transaction whose generated invoice is said to be elsewhere. */
async function pointTo(url: string): Promise<Transaction> {
  const { client } = connect(dintero);
  const transaction = await client.getTransaction(id);
  return { ...transaction, metadata: { ...transaction.metadata, 'kravia:invoice_url': url } };
}

describe('kravia:invoice_url', () => {
  it('is not fetched from where nothing was allowed', async () => {
    let lookUps = 0;
    const lookUp = async () => {
      lookUps += 1;
      return ['93.184.215.14'];
    };
    const { client } = connect(dintero, { lookUp });
    for (const url of [
      'http://checkout.dintero.com/a.pdf',
      'https://evil.example/a.pdf',
      'https://checkout.dintero.com.evil.example/a.pdf',
      'https://checkout.dintero.com@evil.example/a.pdf',
      'https://user:password@checkout.dintero.com/a.pdf',
      'https://checkout.dintero.com:8443/a.pdf',
      'https://checkout.dintero.com./a.pdf',
      'https://127.0.0.1/a.pdf',
      'https://2130706433/a.pdf',
      'https://[::ffff:127.0.0.1]/a.pdf',
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:application/pdf;base64,JVBERi0=',
      '\\\\localhost\\share',
      '//evil.example/a.pdf',
      'not an address',
    ]) {
      expect((await faultOf(client.getGeneratedInvoice(await pointTo(url)))).code, url).toBe('FILE_URL_REFUSED');
    }
    expect(lookUps).toBe(0);
  });

  it('is not fetched where an allowed name resolves to a private address, or to one among others', async () => {
    for (const addresses of [
      ['127.0.0.1'],
      ['10.1.2.3'],
      ['169.254.169.254'],
      ['93.184.215.14', '192.168.1.1'],
      ['::1'],
      ['::ffff:8.8.8.8'],
      ['fe80::1'],
      [],
    ]) {
      const { client } = connect(dintero, { lookUp: async () => addresses, fileHosts: ['files.example.com'] });
      for (const host of ['cdn.dintero.com', 'files.example.com']) {
        const fault = await faultOf(client.getGeneratedInvoice(await pointTo(`https://${host}/a.pdf`)));
        expect(fault.code, `${host} ${addresses}`).toBe('FILE_URL_REFUSED');
      }
    }
  });

  it('is not fetched from an allowed host that is a private address itself', async () => {
    const { client } = connect(dintero, { fileHosts: ['10.0.0.1', '127.0.0.1'] });
    for (const host of ['10.0.0.1', '127.0.0.1']) {
      expect((await faultOf(client.getGeneratedInvoice(await pointTo(`https://${host}/a`)))).code).toBe(
        'FILE_URL_REFUSED',
      );
    }
  });

  it('is missing where Kravia has made no document', async () => {
    const { client } = connect(dintero);
    expect((await faultOf(client.getGeneratedInvoice(await pointTo('')))).code).toBe('FILE_MISSING');
  });

  for (const [name, how, code] of [
    ['HTML', { kind: 'html' }, 'RESPONSE_INVALID'],
    ['nothing', { kind: 'empty' }, 'RESPONSE_INVALID'],
    ['404', { kind: 'status', status: 404 }, 'NOT_FOUND'],
    ['a redirect', { kind: 'redirect', to: 'https://evil.example/a.pdf' }, 'REDIRECT_REFUSED'],
    ['100 MB', { kind: 'huge', bytes: 100 * 1024 * 1024 }, 'RESPONSE_TOO_LARGE'],
  ] as const satisfies readonly (readonly [string, Misbehaviour, string])[]) {
    it(`with ${name} behind it is ${code}`, async () => {
      const { client } = connect(dintero);
      dintero.misbehave({ on: 'GET /transaction-attachments', how });
      expect((await faultOf(client.getGeneratedInvoice(await client.getTransaction(id)))).code).toBe(code);
    });
  }
});

describe('public addresses', () => {
  it('are no special ones, in any notation of IPv6', () => {
    for (const address of ['8.8.8.8', '34.241.230.119', '2a05:d018::1', '2606:4700::1111']) {
      expect(isPublicAddress(address), address).toBe(true);
    }
    for (const address of [
      '0.0.0.0',
      '100.64.0.1',
      '172.31.255.255',
      '192.0.2.1',
      '198.19.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
      'fc00::1',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
      'localhost',
      '',
    ]) {
      expect(isPublicAddress(address), address).toBe(false);
    }
  });

  it('are never within the networks that RFC 1918 keeps private', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const within = fc.oneof(
      fc.tuple(fc.constant(10), byte, byte, byte),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(127), byte, byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    );
    fc.assert(
      fc.property(
        within,
        (bytes) => !isPublicAddress(bytes.join('.')) && !isPublicAddress(`::ffff:${bytes.join('.')}`),
      ),
    );
  });
});
