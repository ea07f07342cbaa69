import type { Session } from '../wire/session.ts';
import type { Transaction } from '../wire/transaction.ts';
import type { Credentials } from './credentials.ts';
import type { Identification } from './identification.ts';
import type { CaptureRequest, PayRequest, SessionRequest } from './requests.ts';
import type { OnceOutcome } from './send-once.ts';
import type { Surroundings } from './surroundings.ts';

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
