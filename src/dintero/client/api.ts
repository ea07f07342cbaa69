import type { Answer } from './answer.ts';
import type { Deadline } from './deadline.ts';
import { withRetries } from './retry.ts';
import type { Send } from './send.ts';
import type { Redact } from './status-fault.ts';
import type { Surroundings } from './surroundings.ts';
import type { TokenStore } from './token.ts';

/** A request to Dintero's checkout, before it has its token. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** From the origin on, such as `/v1/transactions/T12345`; its parts are checked already. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly maxBytes: number;
}

/** Dintero's checkout, with the bearer token that only its own origin ever gets. */
export interface Api {
  /** For what may be repeated: one new token after a 401, and retries while the trouble may be passing. */
  readonly repeat: (request: ApiRequest, deadline: Deadline) => Promise<Answer>;
  /** Sends exactly once, whatever comes back. After a 401 the token is forgotten, for whoever asks next. */
  readonly sendOnce: (request: ApiRequest, deadline: Deadline) => Promise<Answer>;
  readonly redact: Redact;
}

/** Puts tokens and identification on requests to one origin. */
export function createApi(
  origin: string,
  send: Send,
  tokens: TokenStore,
  options: { readonly headers: Readonly<Record<string, string>>; readonly around: Surroundings },
): Api {
  const exchange = async (request: ApiRequest, deadline: Deadline): Promise<Answer> => {
    const token = await tokens.get(deadline);
    const answer = await send({
      method: request.method,
      url: `${origin}${request.path}`,
      headers: {
        accept: 'application/json',
        ...options.headers,
        ...request.headers,
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        authorization: `Bearer ${token}`,
      },
      // A body of no bytes is still a body: POST without one must announce its length (RFC 9110 §8.6).
      ...(request.method === 'POST' ? { body: request.body === undefined ? '' : JSON.stringify(request.body) } : {}),
      signal: deadline.signal,
      maxBytes: request.maxBytes,
    });
    if (answer.status === 401) tokens.forget(token);
    return answer;
  };

  return {
    redact: tokens.redact,
    sendOnce: exchange,
    async repeat(request, deadline) {
      const attempt = () => exchange(request, deadline);
      const answer = await withRetries(attempt, deadline, options.around);
      return answer.status === 401 ? withRetries(attempt, deadline, options.around) : answer;
    },
  };
}
