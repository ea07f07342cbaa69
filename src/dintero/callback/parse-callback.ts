import { z } from 'zod';
import { clientFaults } from '../client/faults.ts';
import { parseStrictJson } from '../strict-json.ts';
import { id, optionalText } from '../wire/primitives.ts';

/** What a callback says in its query; none of it is trusted before the transaction has been read from Dintero. */
export interface Callback {
  readonly transactionId: string;
  readonly sessionId: string | null;
  readonly merchantReference: string | null;
  /** ISO 8601. */
  readonly time: string | null;
  /** Such as CAPTURE or VOID, where `report_event` asked for it. */
  readonly event: string | null;
  readonly eventId: string | null;
  /** Such as `cancelled` or `failed`, where `report_error` asked for it. */
  readonly error: string | null;
}

/** What a webhook of the event `checkout_transaction` says. */
export interface Webhook {
  readonly accountId: string;
  readonly event: string;
  readonly transaction: {
    readonly id: string;
    readonly sessionId: string | null;
    readonly merchantReference: string | null;
    readonly status: string | null;
  };
}

const MAX_BODY_BYTES = 2 * 1024 * 1024;

const querySchema = z.object({
  transaction_id: id,
  session_id: id.nullish(),
  merchant_reference: optionalText(255),
  time: optionalText(60),
  event: optionalText(60),
  event_id: optionalText(255),
  error: optionalText(255),
});

const transactionSchema = z.looseObject({
  id,
  session_id: id.nullish(),
  merchant_reference: optionalText(255),
  status: optionalText(60),
});

const webhookSchema = z.looseObject({
  account_id: id,
  event: z.string().min(1).max(100),
  transaction: transactionSchema,
});

/**
 * Reads the query of a callback; `sid` is taken for `session_id`, as `sid_parameter_name` allows.
 *
 * @throws CALLBACK_INVALID
 */
export function parseCallback(address: string | URL): Callback {
  if (!URL.canParse(String(address)))
    throw clientFaults.CALLBACK_INVALID({ message: 'Unexpected address of a callback, expected a URL' });
  const query = new URL(String(address)).searchParams;
  for (const key of new Set(query.keys())) {
    if (key in querySchema.shape && query.getAll(key).length > 1) {
      throw clientFaults.CALLBACK_INVALID({
        message: `Unexpected second ${key} in a callback, expected one`,
        path: key,
      });
    }
  }
  const { session_id, ...rest } = Object.fromEntries(query);
  const found = read(querySchema, { ...rest, session_id: session_id ?? query.get('sid') });
  return {
    transactionId: found.transaction_id,
    sessionId: found.session_id ?? null,
    merchantReference: found.merchant_reference ?? null,
    time: found.time ?? null,
    event: found.event ?? null,
    eventId: found.event_id ?? null,
    error: found.error ?? null,
  };
}

/**
 * Reads the body of a callback whose address asks for `method=POST`: the transaction as it was when Dintero called.
 *
 * @throws CALLBACK_INVALID, and the codes of strict JSON
 */
export function parseCallbackBody(body: string | Uint8Array): Webhook['transaction'] {
  return toReference(read(transactionSchema, parseBody(body)));
}

/**
 * Reads the body of a webhook.
 *
 * @throws CALLBACK_INVALID, and the codes of strict JSON
 */
export function parseWebhook(body: string | Uint8Array): Webhook {
  const { account_id, event, transaction } = read(webhookSchema, parseBody(body));
  return { accountId: account_id, event, transaction: toReference(transaction) };
}

function parseBody(body: string | Uint8Array): unknown {
  if (body.length <= MAX_BODY_BYTES) return parseStrictJson(body);
  throw clientFaults.CALLBACK_INVALID({
    message: `Unexpected ${body.length} bytes, expected at most ${MAX_BODY_BYTES}`,
  });
}

function toReference(transaction: z.infer<typeof transactionSchema>): Webhook['transaction'] {
  return {
    id: transaction.id,
    sessionId: transaction.session_id ?? null,
    merchantReference: transaction.merchant_reference ?? null,
    status: transaction.status ?? null,
  };
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw clientFaults.CALLBACK_INVALID({
    message: `Unexpected ${path || 'body'} in a callback, expected what Dintero documents`,
    path,
  });
}
