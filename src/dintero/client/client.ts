import type { z } from 'zod';
import { dinteroFaults } from '../faults.ts';
import { assertStatus } from '../state.ts';
import { MAX_SOURCE_BYTES } from '../strict-json.ts';
import { type Session, sessionSchema } from '../wire/session.ts';
import { parseSource } from '../wire/source.ts';
import { type Transaction, transactionSchema } from '../wire/transaction.ts';
import { toWireFault } from '../wire/wire-fault.ts';
import type { Answer } from './answer.ts';
import { type Api, type ApiRequest, createApi } from './api.ts';
import { readCollectionState } from './collection.ts';
import { type Credentials, checkCredentials } from './credentials.ts';
import { type Deadline, withDeadline } from './deadline.ts';
import { clientFaults } from './faults.ts';
import { fetchFile } from './fetch-file.ts';
import { checkFileHosts, checkPdf, toFileAddress } from './generated-invoice.ts';
import { type Identification, toHeaders } from './identification.ts';
import { toOrigins } from './origins.ts';
import { toSegment } from './paths.ts';
import { readJson } from './read-json.ts';
import type { CaptureRequest, PayRequest, SessionRequest } from './requests.ts';
import { withRetries } from './retry.ts';
import { createSend } from './send.ts';
import { type OnceOutcome, sendOnce } from './send-once.ts';
import { toStatusFault } from './status-fault.ts';
import { type Surroundings, toSurroundings } from './surroundings.ts';
import { createTokenStore } from './token.ts';

export interface DinteroClientOptions extends Credentials, Partial<Surroundings> {
  /** Others than Dintero's: a stand-in on the loopback may speak http, anything else https. */
  readonly origins?: { readonly checkout?: string | undefined; readonly api?: string | undefined } | undefined;
  /** Hosts, beside Dintero's, that `kravia:invoice_url` may name. */
  readonly fileHosts?: readonly string[] | undefined;
  /** For one call, its retries and waits included; 30 seconds unless said otherwise. */
  readonly timeoutMs?: number | undefined;
  /** How the calls introduce themselves in Dintero's logs. */
  readonly identification?: Identification | undefined;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

/** A new session: its id, and where to send the customer. */
export interface CreatedSession {
  readonly id: string;
  readonly url: string | null;
}

/**
 * Dintero Checkout, as far as Kravia invoices need it. Every method throws `Fault` of kind `network` (exit 5), or
 * `input` where an id or an answer's content is refused.
 */
export interface DinteroClient {
  readonly getSession: (id: string, options?: CallOptions) => Promise<Session>;
  /** With `includes: 'session'` the answer is a source that `engine.render` takes. */
  readonly getTransaction: {
    (
      id: string,
      options: CallOptions & { readonly includes: 'session' },
    ): Promise<Transaction & { readonly session: Session }>;
    (id: string, options?: CallOptions): Promise<Transaction>;
  };
  /**
   * Starts collection, once: nothing is sent where the transaction shows that it has begun. Without a request the
   * transaction's own amount and items are captured.
   */
  readonly capture: (id: string, request?: CaptureRequest, options?: CallOptions) => Promise<OnceOutcome>;
  /** Cancels the invoice, also one that the merchant delivered; once. */
  readonly void: (id: string, options?: CallOptions) => Promise<OnceOutcome>;
  /** Kravia's own PDF, behind `kravia:invoice_url`. */
  readonly getGeneratedInvoice: (transaction: Transaction, options?: CallOptions) => Promise<Uint8Array>;
  readonly createSession: (request: SessionRequest, options?: CallOptions) => Promise<CreatedSession>;
  /** An invoice without a checkout; answers with its transaction. */
  readonly payMerchantInitiated: (request: PayRequest, options?: CallOptions) => Promise<Transaction>;
  /** Always throws REFUND_UNSUPPORTED, which says what to do instead. */
  readonly refund: (id: string) => Promise<never>;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * A client for one account. Nothing is sent before the first call.
 *
 * @throws CLIENT_CONFIG_INVALID
 */
export function createDinteroClient(options: DinteroClientOptions): DinteroClient {
  const credentials = checkCredentials(options);
  const origins = toOrigins(options.origins);
  const fileHosts = checkFileHosts(options.fileHosts ?? []);
  const headers = toHeaders(options.identification);
  const around = toSurroundings(options);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const send = createSend(around.fetch);
  const tokens = createTokenStore(credentials, origins.api, send, { headers, timeoutMs, around });
  const api = createApi(origins.checkout, send, tokens, { headers, around });

  const within = <T>(call: CallOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> =>
    withDeadline(call.timeoutMs ?? timeoutMs, call.signal, work);

  const readTransaction = async (id: string, deadline: Deadline): Promise<Transaction> => {
    const path = `/v1/transactions/${toSegment(id)}`;
    const transaction = parseAs(transactionSchema, await getJson(api, path, deadline), 'transaction');
    assertSameId(transaction.id, id, path);
    return transaction;
  };

  const post = (path: string, body: unknown, deadline: Deadline): Promise<Answer> => {
    const request: ApiRequest = { method: 'POST', path, body, maxBytes: MAX_SOURCE_BYTES };
    // Time must remain to look for the outcome where the answer does not come.
    return withDeadline(deadline.remainingMs() * POST_SHARE, deadline.signal, (own) => api.sendOnce(request, own));
  };

  async function getTransaction(
    id: string,
    call: CallOptions & { readonly includes?: 'session' } = {},
  ): Promise<Transaction & { readonly session: Session }> {
    const path = `/v1/transactions/${toSegment(id)}${call.includes === undefined ? '' : '?includes=session'}`;
    return within(call, async (deadline) => {
      if (call.includes === undefined)
        return (await readTransaction(id, deadline)) as Transaction & { session: Session };
      const { transaction, session } = parseSource(await getJson(api, path, deadline));
      assertSameId(transaction.id, id, path);
      return { ...transaction, session };
    });
  }

  return {
    getTransaction,
    getSession: async (id, call = {}) => {
      const path = `/v1/sessions/${toSegment(id)}`;
      return within(call, async (deadline) => parseAs(sessionSchema, await getJson(api, path, deadline), 'session'));
    },
    capture: async (id, request, call = {}) => {
      const path = `/v1/transactions/${toSegment(id)}/capture`;
      let asked = request;
      const once = {
        what: `POST ${path}`,
        read: async (deadline: Deadline) => {
          const transaction = await readTransaction(id, deadline);
          asked ??= toCaptureRequest(transaction.amount, transaction.items);
          return transaction;
        },
        post: (deadline: Deadline) => post(path, asked, deadline),
        isDone: (transaction: Transaction) => {
          assertCapturable(transaction);
          return readCollectionState(transaction) === 'begun';
        },
      };
      return within(call, (deadline) => sendOnce(once, deadline, around, api.redact));
    },
    void: async (id, call = {}) => {
      const path = `/v1/transactions/${toSegment(id)}/void`;
      const once = {
        what: `POST ${path}`,
        read: (deadline: Deadline) => readTransaction(id, deadline),
        post: (deadline: Deadline) => post(path, undefined, deadline),
        isDone: (transaction: Transaction) => readCollectionState(transaction) === 'voided',
      };
      return within(call, (deadline) => sendOnce(once, deadline, around, api.redact));
    },
    getGeneratedInvoice: async (transaction, call = {}) => {
      const address = transaction.metadata?.['kravia:invoice_url'];
      if (typeof address !== 'string' || address === '') {
        const message = 'Unexpected absence of kravia:invoice_url in transaction.metadata, expected an address';
        throw clientFaults.FILE_MISSING({ message });
      }
      const file = toFileAddress(address, origins, fileHosts);
      const accept = { accept: 'application/pdf' };
      return within(call, async (deadline) => {
        const { signal } = deadline;
        const answer =
          file.kind === 'own'
            ? await api.repeat({ method: 'GET', path: file.path, headers: accept, maxBytes: MAX_FILE_BYTES }, deadline)
            : await withRetries(
                () => fetchFile(file.url, { headers: accept, maxBytes: MAX_FILE_BYTES, signal, lookUp: around.lookUp }),
                deadline,
                around,
              );
        if (answer.status !== 200) throw toStatusFault(answer, 'GET kravia:invoice_url', api.redact);
        return checkPdf(answer);
      });
    },
    createSession: async (request, call = {}) => {
      const created = await within(call, (deadline) => postNew(api, '/v1/sessions-profile', request, deadline));
      const { id, url } = created as { id?: unknown; url?: unknown };
      if (typeof id !== 'string') throw invalid('POST /v1/sessions-profile', 'the id of a session');
      return { id, url: typeof url === 'string' ? url : null };
    },
    payMerchantInitiated: async (request, call = {}) =>
      parseAs(
        transactionSchema,
        await within(call, (deadline) => postNew(api, '/v1/sessions/pay', request, deadline)),
        'transaction',
      ),
    refund: async (id) => {
      const segment = toSegment(id);
      throw clientFaults.REFUND_UNSUPPORTED({
        message: `Unexpected refund of ${segment}: Kravia has no refunds, expected a void`,
        hint: `Cancel the invoice instead, also one that you delivered yourself: fakturapress void ${segment}`,
      });
    },
  };
}

/** Of what remains of a deadline, the part that the answer to a capture or void may take. */
const POST_SHARE = 0.7;

async function getJson(api: Api, path: string, deadline: Deadline): Promise<unknown> {
  const what = `GET ${path}`;
  const answer = await api.repeat({ method: 'GET', path, maxBytes: MAX_SOURCE_BYTES }, deadline);
  if (answer.status !== 200) throw toStatusFault(answer, what, api.redact);
  return readJson(answer, what);
}

/** Makes something new. It is sent once: without an idempotency key, a second one would be another. */
async function postNew(api: Api, path: string, body: unknown, deadline: Deadline): Promise<unknown> {
  const what = `POST ${path}`;
  const request: ApiRequest = { method: 'POST', path, body, maxBytes: MAX_SOURCE_BYTES };
  let answer = await api.sendOnce(request, deadline);
  // 401 is given before anything is made.
  if (answer.status === 401) answer = await api.sendOnce(request, deadline);
  if (answer.status < 200 || answer.status >= 300) throw toStatusFault(answer, what, api.redact);
  const json = readJson(answer, what);
  if (typeof json !== 'object' || json === null) throw invalid(what, 'an object');
  return json;
}

function parseAs<T>(schema: z.ZodType<T>, json: unknown, root: string): T {
  const parsed = schema.safeParse(json, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [root, ...issue.path] }));
  parsed.error.issues = issues;
  throw toWireFault(parsed.error);
}

function assertSameId(found: string, asked: string, path: string): void {
  if (found !== asked) throw invalid(`GET ${path}`, `the transaction ${asked}, not another`);
}

function assertCapturable(transaction: Transaction): void {
  if (transaction.payment_product_type === 'kravia.invoice_b2b_grouped') {
    const path = 'transaction.payment_product_type';
    throw dinteroFaults.GROUPED_INVOICE({ message: `Unexpected kravia.invoice_b2b_grouped in ${path}`, path });
  }
  assertStatus({ transaction }, 'invoice');
}

/** The order's own amount and items, with what Dintero tells items apart by. */
export function toCaptureRequest(amount: number, items: Transaction['items']): CaptureRequest {
  const own = (items ?? []).flatMap(({ line_id, id, amount: part }) =>
    part === undefined ? [] : [{ ...(line_id ? { line_id } : {}), ...(id ? { id } : {}), amount: part }],
  );
  // Items are all of them or none: a part would be a capture of a part.
  return own.length === 0 || own.length !== items?.length ? { amount } : { amount, items: own };
}

function invalid(what: string, expected: string): Error {
  return clientFaults.RESPONSE_INVALID({ message: `Unexpected answer to ${what}, expected ${expected}` });
}
