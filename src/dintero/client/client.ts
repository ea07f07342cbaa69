import { MAX_SOURCE_BYTES } from '../../base/index.ts';
import { type Session, sessionSchema } from '../wire/session.ts';
import { parseSource } from '../wire/source.ts';
import { type Transaction, transactionSchema } from '../wire/transaction.ts';
import type { Answer } from './answer.ts';
import { createApi } from './api.ts';
import { assertCapturable, toCaptureRequest } from './capture-request.ts';
import { readCollectionState } from './collection.ts';
import { checkCredentials } from './credentials.ts';
import { type Deadline, withDeadline } from './deadline.ts';
import type { CallOptions, DinteroClient, DinteroClientOptions } from './dintero-client.ts';
import { getJson, invalid, parseAs, postNew } from './exchange.ts';
import { clientFaults } from './faults.ts';
import { fetchFile } from './fetch-file.ts';
import { checkFileHosts, checkPdf, toFileAddress } from './generated-invoice.ts';
import { toHeaders } from './identification.ts';
import { toOrigins } from './origins.ts';
import { toSegment } from './paths.ts';
import { withRetries } from './retry.ts';
import { createSend } from './send.ts';
import { sendOnce } from './send-once.ts';
import { toStatusFault } from './status-fault.ts';
import { toSurroundings } from './surroundings.ts';
import { createTokenStore } from './token.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Of what remains of a deadline, the part that the answer to a capture or void may take. */
const POST_SHARE = 0.7;

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
    const request = { method: 'POST', path, body, maxBytes: MAX_SOURCE_BYTES } as const;
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

function assertSameId(found: string, asked: string, path: string): void {
  if (found !== asked) throw invalid(`GET ${path}`, `the transaction ${asked}, not another`);
}
