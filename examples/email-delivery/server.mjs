// Receives Dintero's callback, issues the invoice, and sends it to the buyer by e-mail. See README.md beside this file.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createDinteroClient, createEngine, Fault, issueInvoice, parseCallback, verifyCallback } from 'fakturapress';
import { createTransport } from 'nodemailer';
import { openOutbox } from './outbox.mjs';

const settings = {
  accountId: demand('DINTERO_ACCOUNT_ID'),
  clientId: demand('DINTERO_CLIENT_ID'),
  clientSecret: demand('DINTERO_CLIENT_SECRET'),
  signatureSecret: demand('DINTERO_SIGNATURE_SECRET'),
  /** Where Dintero reaches this server, as it stands in `callback_url`; behind a proxy the request does not tell. */
  publicUrl: demand('PUBLIC_URL'),
  smtpUrl: demand('SMTP_URL'),
  sender: demand('MAIL_FROM'),
  brand: demand('BRAND'),
  outbox: process.env.OUTBOX ?? 'outbox',
  port: Number(process.env.PORT ?? 8080),
};

mkdirSync(settings.outbox, { recursive: true });
const outbox = openOutbox(settings.outbox);
const mail = createTransport(settings.smtpUrl);
const engine = await createEngine({ brand: settings.brand });
const dintero = createDinteroClient({
  accountId: settings.accountId,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  origins: { checkout: process.env.DINTERO_CHECKOUT_URL || undefined },
});
/** Transactions under way in this process: a callback that is repeated meanwhile waits for the first. */
const underWay = new Map();

const server = createServer(async (request, response) => {
  const status = await receive(request).catch((error) => {
    // Only codes and messages of faults are logged; they carry neither secrets nor what the buyer bought.
    process.stderr.write(`${error instanceof Fault ? `${error.code}: ${error.message}` : error.stack}\n`);
    return toStatus(error);
  });
  response.writeHead(status).end();
});
server.listen(settings.port, () => process.stdout.write(`listening on ${server.address().port}\n`));
process.once('SIGTERM', () => server.close(() => engine.close()));

async function receive(request) {
  if (request.method !== 'GET') return 405;
  const url = new URL(request.url ?? '/', settings.publicUrl);
  const { accountId, signatureSecret: secret } = settings;
  verifyCallback({ signature: request.headers['dintero-signature'], method: request.method, url, accountId, secret });
  const { transactionId, error, event } = parseCallback(url);
  // A checkout that failed, and news about money, are none of our business: only a new invoice is.
  if (error !== null || event !== null) return 200;
  if (!underWay.has(transactionId)) {
    underWay.set(
      transactionId,
      deliver(transactionId).finally(() => underWay.delete(transactionId)),
    );
  }
  await underWay.get(transactionId);
  return 200;
}

/** Safe to call again: capture happens once, the document has the same bytes, and the outbox knows what was sent. */
async function deliver(transactionId) {
  if (outbox.wasSent(transactionId)) return;
  // Dintero waits ten seconds for an answer, then calls again; the next call finds what this one has done.
  const { document, source, report } = await issueInvoice(dintero, transactionId, engine, { timeoutMs: 60_000 });
  if (document === null) throw new Error(`${transactionId}: the proof failed (${report.findings[0]?.message})`);
  const { number, buyer } = document.invoice;
  const to = (source.billing_address ?? source.session.order.billing_address)?.email;
  if (!to) throw new Error(`${transactionId}: the buyer has no e-mail address`);
  await mail.sendMail({
    from: settings.sender,
    to: { name: buyer.name, address: to },
    // The same message for the same transaction: should it be sent twice after a crash, mail systems can tell.
    messageId: `<invoice.${transactionId}@fakturapress.invalid>`,
    subject: `Faktura ${number}`,
    text: `Hei,\n\nFaktura ${number} er vedlagt.\n`,
    attachments: [{ filename: `${number}.pdf`, content: Buffer.from(document.pdf), contentType: 'application/pdf' }],
  });
  outbox.markSent(transactionId, { number, sha256: document.sha256 });
}

/** Dintero repeats a callback after 5xx and takes 4xx for final. */
function toStatus(error) {
  if (!(error instanceof Fault)) return 500;
  if (error.code === 'CALLBACK_SIGNATURE_INVALID' || error.code === 'CALLBACK_EXPIRED') return 403;
  return error.kind === 'input' ? 422 : 503;
}

function demand(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
