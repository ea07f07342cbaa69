import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorise, type StandIn, startStandIn } from '../support/dintero/index.ts';
import { startSmtpServer } from './smtp-server.ts';

const SECRET = 'signature-secret';
let dintero: StandIn;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let service: ChildProcess;
let origin: string;
let outbox: string;

beforeAll(async () => {
  dintero = await startStandIn({ captureStatus: 202, detailsAfterMs: 100 });
  smtp = await startSmtpServer();
  outbox = mkdtempSync(join(tmpdir(), 'fakturapress-outbox-'));
  await start();
});
afterAll(async () => {
  service.kill();
  rmSync(outbox, { recursive: true, force: true });
  await Promise.all([dintero.close(), smtp.close()]);
});

/** Starts the example as its README says, and waits until it listens. */
async function start(): Promise<void> {
  const { accountId, clientId, clientSecret } = dintero.world.settings;
  service = spawn(process.execPath, ['examples/email-delivery/server.mjs'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DINTERO_CHECKOUT_URL: dintero.origin,
      DINTERO_ACCOUNT_ID: accountId,
      DINTERO_CLIENT_ID: clientId,
      DINTERO_CLIENT_SECRET: clientSecret,
      DINTERO_SIGNATURE_SECRET: SECRET,
      PUBLIC_URL: 'https://shop.example',
      SMTP_URL: smtp.url,
      MAIL_FROM: 'faktura@shop.example',
      BRAND: 'fixtures/documentation-sample/brand.json',
      OUTBOX: outbox,
      PORT: '0',
    },
  });
  const port = await new Promise<string>((resolve, reject) => {
    service.stdout?.on('data', (chunk) => resolve(/\d+/.exec(String(chunk))?.[0] ?? ''));
    service.on('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  origin = `http://127.0.0.1:${port}`;
}

/** Calls back as Dintero does, signed for the public address; answers with the status. */
async function callBack(id: string, secret = SECRET): Promise<number> {
  const query = `transaction_id=${id}`;
  const time = Math.floor(Date.now() / 1000);
  const { accountId } = dintero.world.settings;
  const text = [time, accountId, 'GET', 'shop.example', '/callback', query].join('\n');
  const digest = createHmac('sha256', secret).update(text).digest('hex');
  const headers = { 'dintero-signature': `t=${time},v0-hmac-sha256=${digest}` };
  return (await fetch(`${origin}/callback?${query}`, { headers })).status;
}

describe('the e-mail example', () => {
  it('sends the proven document once, however often Dintero calls, restarts included', async () => {
    const id = authorise(dintero);
    expect(await Promise.all([callBack(id), callBack(id), callBack(id)])).toEqual([200, 200, 200]);
    expect(await callBack(id)).toBe(200);
    service.removeAllListeners('exit');
    service.kill('SIGKILL');
    await start();
    expect(await callBack(id)).toBe(200);

    expect(smtp.mails).toHaveLength(1);
    expect(dintero.count(`POST ${id}/capture`)).toBe(1);
    const [mail] = smtp.mails;
    expect(mail?.to).toEqual(['regnskap@havnegata.example']);
    const encoded = /application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const sent = createHash('sha256').update(Buffer.from(encoded, 'base64')).digest('hex');
    const [note = ''] = readdirSync(outbox);
    expect(JSON.parse(readFileSync(join(outbox, note), 'utf8'))).toMatchObject({ transactionId: id, sha256: sent });
  });

  it('believes no callback that Dintero did not sign, and tells what will never be an invoice', async () => {
    const before = smtp.mails.length;
    const id = authorise(dintero);
    expect(await callBack(id, 'another secret')).toBe(403);
    Object.assign(dintero.world.transactions.get(id) ?? {}, { status: 'DECLINED' });
    expect(await callBack(id)).toBe(422);
    expect(await callBack('T12345678.unknown')).toBe(503);
    expect(smtp.mails).toHaveLength(before);
    expect(dintero.count(`POST ${id}`)).toBe(0);
  });
});
