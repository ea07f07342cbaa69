import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawKraviaInvoice } from './kravia-invoice.ts';
import { misbehave, type Rule } from './misbehaviour.ts';
import { type Json, type Reply, refuse, type Settings, World } from './world.ts';

/** A request as it arrived, for tests to count and look at. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on the loopback that answers as Dintero does, and keeps state. */
export interface StandIn {
  readonly origin: string;
  readonly world: World;
  readonly seen: readonly Seen[];
  /** How many requests had this method and this in their path, such as `POST /capture`. */
  readonly count: (on: string) => number;
  /** Adds a misbehaviour; the first that matches a request is used. */
  readonly misbehave: (rule: Rule) => void;
  /** Ends all misbehaviour. */
  readonly behave: () => void;
  readonly close: () => Promise<void>;
}

const DEFAULTS: Settings = {
  accountId: 'T12345678',
  clientId: 'client-of-tests',
  clientSecret: 'secret-of-tests-9f3kq',
  captureStatus: 200,
  initiateAfterMs: 0,
  detailsAfterMs: 0,
  captureSucceeds: true,
  expiresIn: 86_400,
  invoiceUrl: null,
  clockSkewMs: 0,
};

const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Starts a stand-in for Dintero; `port` 0 takes a free one. */
export async function startStandIn(settings: Partial<Settings> = {}, port = 0): Promise<StandIn> {
  const world = new World({ ...DEFAULTS, ...settings });
  const seen: Seen[] = [];
  const rules: { rule: Rule; left: number }[] = [];

  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const method = request.method ?? 'GET';
    response.setHeader('date', new Date(world.now()).toUTCString());
    seen.push({ method, path: url.pathname, headers: request.headers, body });
    const active = rules.find(({ rule, left }) => left > 0 && matches(rule.on, method, url.pathname));
    if (active === undefined) {
      const file = await findFile(world, request, url);
      return send(response, file ?? answer(world, request, url, body));
    }
    active.left -= 1;
    misbehave(active.rule.how, request, response, () => {
      const { status, body: reply } = answer(world, request, url, body);
      return { status, text: JSON.stringify(reply) };
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.settle(origin);
  return {
    origin,
    world,
    seen,
    count: (on) => seen.filter(({ method, path }) => matches(on, method, path)).length,
    misbehave: (rule) => rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }),
    behave: () => rules.splice(0),
    close: () => close(server),
  };
}

function matches(on: string, method: string, path: string): boolean {
  const [wanted = '', part = ''] = on.split(' ');
  return method === wanted && path.includes(part);
}

function answer(world: World, request: IncomingMessage, url: URL, body: string): Reply {
  const route = `${request.method} ${url.pathname}`;
  const { accountId, clientId, clientSecret } = world.settings;
  if (route === `POST /v1/accounts/${accountId}/auth/token`) {
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const asked = parse(body);
    if (request.headers.authorization !== basic)
      return refuse({ status: 401, code: 'UNAUTHORIZED', message: 'Unknown client' });
    if (
      asked['grant_type'] !== 'client_credentials' ||
      asked['audience'] !== `https://api.dintero.com/v1/accounts/${accountId}`
    )
      return refuse({ status: 400, code: 'INVALID_REQUEST', message: 'grant_type or audience' });
    return world.issueToken();
  }
  const bearer = request.headers.authorization?.replace('Bearer ', '') ?? '';
  if (!world.tokens.has(bearer)) return refuse({ status: 401, code: 'UNAUTHORIZED', message: 'Invalid token' });
  if (route === 'POST /v1/sessions-profile') return world.createSession(parse(body));
  if (route === 'POST /v1/sessions/pay') return world.pay(parse(body));
  const [, kind = '', id = '', action = ''] =
    /^\/(v1\/sessions|v1\/transactions)\/([^/]+)(?:\/([\w.]+))?$/.exec(url.pathname) ?? [];
  switch (`${request.method} ${kind} ${action}`.trim()) {
    case 'GET v1/sessions': {
      const session = world.sessions.get(id);
      return session === undefined
        ? refuse({ status: 404, code: 'NOT_FOUND', message: 'Session not found' })
        : { status: 200, body: session };
    }
    case 'GET v1/transactions':
      return world.read(id, url.searchParams.get('includes') === 'session');
    case 'POST v1/transactions capture':
      return world.capture(id, parse(body));
    case 'POST v1/transactions void':
      return world.void(id);
    case 'POST v1/transactions refund':
      return refuse({ status: 400, code: 'NOT_SUPPORTED', message: 'Refund is not supported for kravia' });
    default:
      return refuse({ status: 404, code: 'NOT_FOUND', message: 'No such path' });
  }
}

/** Kravia's own PDF behind `kravia:invoice_url`; null for any other path, and for whoever has no token. */
async function findFile(world: World, request: IncomingMessage, url: URL): Promise<Reply | null> {
  const id = /^\/transaction-attachments\/([^/]+)\/invoice\.pdf$/.exec(url.pathname)?.[1] ?? '';
  const transaction = world.transactions.get(id);
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  if (request.method !== 'GET' || transaction === undefined || !world.tokens.has(token)) return null;
  const session = world.sessions.get(String(transaction['session_id']));
  const body = world.files.get(id) ?? (await drawKraviaInvoice(transaction, session));
  return { status: 200, body, headers: { 'content-type': 'application/pdf' } };
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const bytes = body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(bytes);
}

function parse(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return {};
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
