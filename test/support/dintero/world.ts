import { randomBytes } from 'node:crypto';

/** JSON as it goes over the wire. */
export type Json = Record<string, unknown>;

export interface Settings {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How capture is answered: done, or accepted for later. */
  readonly captureStatus: 200 | 202;
  /** Milliseconds from an accepted capture to its INITIATE_CAPTURE event. */
  readonly initiateAfterMs: number;
  /** Milliseconds from that event to Kravia's payment details. */
  readonly detailsAfterMs: number;
  /** What INITIATE_CAPTURE turns out as; false makes it fail. */
  readonly captureSucceeds: boolean;
  /** Life of a token in seconds. */
  readonly expiresIn: number;
  /** `kravia:invoice_url`, with `{id}` for the transaction; null for one on this server. */
  readonly invoiceUrl: string | null;
  /** How far this world's clock is ahead of the machine's; negative for behind. */
  readonly clockSkewMs: number;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** An answer of the world: a status with its body. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What Dintero and Kravia know between them: sessions, transactions, tokens. It follows domain facts, not our code:
 * capture leaves the status AUTHORIZED and appends INITIATE_CAPTURE; details follow; the buyer's payments make it
 * PARTIALLY_CAPTURED or CAPTURED; void is refused once money has come.
 */
export class World {
  readonly settings: Settings;
  readonly sessions = new Map<string, Json>();
  readonly transactions = new Map<string, Json>();
  readonly tokens = new Set<string>();
  /** Captures that were taken, by transaction. */
  readonly captures = new Map<string, number>();
  /** Files behind `/transaction-attachments/{id}/invoice.pdf`, in place of the one that is drawn. */
  readonly files = new Map<string, Uint8Array>();
  #origin = '';
  #count = 0;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  settle(origin: string): void {
    this.#origin = origin;
  }

  issueToken(): Reply {
    const token = `token-${randomBytes(18).toString('base64url')}`;
    this.tokens.add(token);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: this.settings.expiresIn } };
  }

  createSession(body: Json): Reply {
    const id = this.#newId();
    const session = { id, created_at: this.now(), ...body };
    this.sessions.set(id, session);
    return { status: 200, body: { id, url: `${this.#origin}/v1/view/${id}` } };
  }

  /** The customer completes the checkout: Kravia creates the invoice and the transaction is AUTHORIZED. */
  complete(sessionId: string, billingAddress?: Json, productType = 'kravia.invoice_b2b', extra: Json = {}): Json {
    const session = this.sessions.get(sessionId);
    if (session === undefined) throw new Error(`no session ${sessionId}`);
    const order = session['order'] as Json;
    const id = this.#newId();
    const transaction: Json = {
      id,
      session_id: sessionId,
      amount: order['amount'],
      currency: order['currency'],
      status: 'AUTHORIZED',
      settlement_status: 'NOT_SETTLED',
      payment_product: 'kravia',
      payment_product_type: productType,
      merchant_reference: order['merchant_reference'],
      created_at: this.now(),
      items: order['items'],
      ...(billingAddress === undefined ? {} : { billing_address: billingAddress }),
      ...extra,
      metadata: {
        'kravia:invoice_number': `16788-${String(this.#count).padStart(6, '0')}`,
        'kravia:invoice_url': (
          this.settings.invoiceUrl ?? `${this.#origin}/transaction-attachments/{id}/invoice.pdf`
        ).replace('{id}', id),
      },
      events: [
        { id: `${id}-1`, event: 'INITIALIZE', success: true, created_at: this.now(), amount: order['amount'] },
        { id: `${id}-2`, event: 'AUTHORIZE', success: true, created_at: this.now(), amount: order['amount'] },
      ],
    };
    session['transaction_id'] = id;
    this.transactions.set(id, transaction);
    return transaction;
  }

  /** `POST /v1/sessions/pay`: session and transaction at once, with the terms of the payment on the transaction. */
  pay(body: Json): Reply {
    const payment = body['payment'] as Json | undefined;
    const session = body['session'] as Json | undefined;
    const product = payment?.['payment_product_type'];
    if (
      payment?.['operation'] !== 'invoice_payment' ||
      !Number.isInteger(payment['days_until_due']) ||
      session === undefined
    ) {
      return refuse({
        status: 400,
        code: 'INVALID_REQUEST',
        message: 'payment.operation and payment.days_until_due are required',
      });
    }
    const { id } = this.createSession({ ...session, payment }).body as { id: string };
    const address = (session['order'] as Json)['billing_address'] as Json | undefined;
    const { operation: _, payment_product_type: __, ...terms } = payment;
    const transaction = this.complete(id, address, String(product), { payment: terms });
    return { status: 200, body: transaction };
  }

  read(id: string, withSession: boolean): Reply {
    const transaction = this.transactions.get(id);
    if (transaction === undefined) return refuse({ status: 404, code: 'NOT_FOUND', message: 'Transaction not found' });
    const session = this.sessions.get(String(transaction['session_id']));
    return { status: 200, body: withSession ? { ...transaction, session } : transaction };
  }

  capture(id: string, body: Json): Reply {
    const transaction = this.transactions.get(id);
    if (transaction === undefined) return refuse({ status: 404, code: 'NOT_FOUND', message: 'Transaction not found' });
    const amount = body['amount'];
    if (typeof amount !== 'number' || !Number.isInteger(amount) || amount <= 0) {
      return refuse({ status: 400, code: 'INVALID_REQUEST', message: 'amount is required' });
    }
    if (transaction['status'] !== 'AUTHORIZED') {
      return refuse({ status: 409, code: 'INVALID_STATE', message: `Transaction is ${transaction['status']}` });
    }
    const taken = (this.captures.get(id) ?? 0) * Number(transaction['amount']);
    if (amount + taken > Number(transaction['amount'])) {
      return refuse({ status: 400, code: 'AMOUNT_EXCEEDED', message: 'amount exceeds what is authorized' });
    }
    this.captures.set(id, (this.captures.get(id) ?? 0) + 1);
    const requestId = `request-${randomBytes(6).toString('hex')}`;
    later(this.settings.initiateAfterMs, () => this.#initiate(transaction, body, requestId));
    return this.settings.captureStatus === 202
      ? { status: 202, body: { message: 'Accepted' }, headers: { 'event-request-id': requestId } }
      : { status: 200, body: transaction };
  }

  #initiate(transaction: Json, { amount, items }: Json, requestId: string): void {
    const metadata = transaction['metadata'] as Json;
    const terms = this.#termsOf(transaction);
    const today = this.now().slice(0, 10);
    const due = new Date(Date.parse(today) + Number(terms['days_until_due'] ?? 14) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const succeeded = this.settings.captureSucceeds;
    this.#append(transaction, {
      event: 'INITIATE_CAPTURE',
      request_id: requestId,
      success: succeeded,
      amount,
      items,
      ...(succeeded ? {} : { error: { code: 'INVOICE_BLOCKED', message: 'Kravia refuses' } }),
      metadata: {
        'kravia:invoice_number': metadata['kravia:invoice_number'],
        'kravia:invoice_date': today,
        'kravia:invoice_due_date': due,
      },
    });
    if (!succeeded) return;
    const details = detailsOf(String(transaction['currency']), String(metadata['kravia:invoice_number']));
    later(this.settings.detailsAfterMs, () => Object.assign(metadata, details));
  }

  #termsOf(transaction: Json): Json {
    const session = this.sessions.get(String(transaction['session_id']));
    const kravia = (session?.['configuration'] as Json | undefined)?.['kravia'] as Json | undefined;
    const product = String(transaction['payment_product_type']).replace('kravia.', '');
    return (transaction['payment'] ?? kravia?.[product] ?? {}) as Json;
  }

  void(id: string): Reply {
    const transaction = this.transactions.get(id);
    if (transaction === undefined) return refuse({ status: 404, code: 'NOT_FOUND', message: 'Transaction not found' });
    if (transaction['status'] !== 'AUTHORIZED') {
      return refuse({ status: 409, code: 'INVALID_STATE', message: `Transaction is ${transaction['status']}` });
    }
    this.#append(transaction, { event: 'VOID', success: true, amount: transaction['amount'] });
    transaction['status'] = 'AUTHORIZATION_VOIDED';
    return { status: 200, body: transaction };
  }

  /** The buyer pays: in part, or all that is left. */
  receivePayment(id: string, amount: number): void {
    const transaction = this.transactions.get(id);
    if (transaction === undefined) throw new Error(`no transaction ${id}`);
    this.#append(transaction, { event: 'CAPTURE', success: true, amount });
    const paid = (transaction['events'] as Json[]).filter(({ event }) => event === 'CAPTURE');
    const sum = paid.reduce((total, event) => total + Number(event['amount']), 0);
    transaction['status'] = sum >= Number(transaction['amount']) ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
  }

  /** This world's time. */
  now(): string {
    return new Date(Date.now() + this.settings.clockSkewMs).toISOString();
  }

  #append(transaction: Json, event: Json): void {
    const events = transaction['events'] as Json[];
    events.push({ id: `${transaction['id']}-${events.length + 1}`, created_at: this.now(), ...event });
  }

  #newId(): string {
    this.#count += 1;
    return `${this.settings.accountId}.${randomBytes(12).toString('hex')}${this.#count}`;
  }
}

/** Dintero's documented error shape. */
export function refuse({ status, code, message }: Refusal): Reply {
  return { status, body: { error: { code, message } } };
}

function later(ms: number, work: () => unknown): void {
  if (ms === 0) work();
  else setTimeout(work, ms).unref();
}

function detailsOf(currency: string, invoiceNumber: string): Json {
  const keys = { iban: 'bank_account:iban', bban: 'bank_account:bban', swift: 'bank_account:swift', kid: 'kid' };
  const accounts: Record<string, { iban: string; bban?: string; swift: string; kid: string }> = {
    SEK: { iban: 'SE2950000000052011448827', swift: 'ESSESESS', kid: '771003010226' },
    EUR: { iban: 'FI5050001520011443', swift: 'OKOYFIHH', kid: 'RF1920260410779' },
  };
  const norwegian = {
    iban: 'NO0215063092174',
    bban: '15063092174',
    swift: 'DNBANOKKXXX',
    kid: withLuhn(`30000${invoiceNumber.replace(/\D/g, '').slice(-9)}`),
  };
  const account = accounts[currency] ?? norwegian;
  return Object.fromEntries(
    Object.entries(account).map(([part, value]) => [
      `kravia:payment_details:${keys[part as keyof typeof keys]}`,
      value,
    ]),
  );
}

/** Appends the check digit of modulus 10, as Norwegian banks compute it. */
function withLuhn(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
