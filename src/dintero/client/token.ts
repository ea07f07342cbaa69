import { z } from 'zod';
import type { Answer } from './answer.ts';
import type { Credentials } from './credentials.ts';
import type { Deadline } from './deadline.ts';
import { untilAborted, withDeadline } from './deadline.ts';
import { clientFaults } from './faults.ts';
import { readJson } from './read-json.ts';
import { withRetries } from './retry.ts';
import type { Send } from './send.ts';
import { type Redact, toStatusFault } from './status-fault.ts';
import type { Surroundings } from './surroundings.ts';

/** Keeps one access token for everyone who asks. */
export interface TokenStore {
  /** A token that has at least half of its life left. */
  readonly get: (deadline: Deadline) => Promise<string>;
  /** Forgets a token that was refused, unless another has taken its place already. */
  readonly forget: (token: string) => void;
  readonly redact: Redact;
}

const MAX_TOKEN_BYTES = 64 * 1024;
/** Tokens that an answer may still echo; older ones have expired, and the list must not grow with a process. */
const HIDDEN_TOKENS = 8;
const WHAT = 'POST /v1/accounts/…/auth/token';

const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().min(1).max(31_536_000),
});

/**
 * Client credentials (RFC 6749 §4.4) as Dintero documents them: `POST /v1/accounts/{aid}/auth/token` with Basic
 * authentication. A token is used for half of its life, as Dintero's own SDK does. However many ask at once, one
 * request is under way; none of them can cancel it for the others.
 */
export function createTokenStore(
  credentials: Credentials,
  origin: string,
  send: Send,
  options: {
    readonly headers: Readonly<Record<string, string>>;
    readonly timeoutMs: number;
    readonly around: Surroundings;
  },
): TokenStore {
  const { accountId, clientId, clientSecret } = credentials;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  let current: { readonly token: string; readonly refreshAt: number } | null = null;
  let refreshing: Promise<string> | null = null;
  const recentTokens: string[] = [];

  const redact: Redact = (text) => {
    let clean = text;
    for (const secret of [clientSecret, basic, ...recentTokens]) clean = clean.replaceAll(secret, '***');
    return clean;
  };

  const request = (deadline: Deadline): Promise<Answer> =>
    send({
      method: 'POST',
      url: `${origin}/v1/accounts/${encodeURIComponent(accountId)}/auth/token`,
      headers: { ...options.headers, authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        audience: `https://api.dintero.com/v1/accounts/${accountId}`,
      }),
      signal: deadline.signal,
      maxBytes: MAX_TOKEN_BYTES,
    });

  const refresh = (): Promise<string> =>
    withDeadline(options.timeoutMs, undefined, async (deadline) => {
      const answer = await withRetries(() => request(deadline), deadline, options.around);
      if (answer.status !== 200) throw toStatusFault(answer, WHAT, redact);
      const parsed = tokenSchema.safeParse(readJson(answer, WHAT));
      if (!parsed.success) {
        throw clientFaults.RESPONSE_INVALID({
          message: `Unexpected shape of the answer to ${WHAT}, expected access_token, token_type Bearer and expires_in`,
        });
      }
      const { access_token: token, expires_in: seconds } = parsed.data;
      recentTokens.push(token);
      if (recentTokens.length > HIDDEN_TOKENS) recentTokens.shift();
      current = { token, refreshAt: options.around.clock() + seconds * 500 };
      return token;
    }).finally(() => {
      refreshing = null;
    });

  return {
    redact,
    get(deadline) {
      if (current !== null && options.around.clock() < current.refreshAt) return Promise.resolve(current.token);
      refreshing ??= refresh();
      return untilAborted(deadline.signal, refreshing);
    },
    forget(token) {
      if (current?.token === token) current = { token, refreshAt: Number.NEGATIVE_INFINITY };
    },
  };
}
