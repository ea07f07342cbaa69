import type { Fault } from '../../base/index.ts';
import type { Answer } from './answer.ts';
import { clientFaults } from './faults.ts';

const MAX_REASON_LENGTH = 200;

/** Removes secrets from a text that came from outside; an answer may echo what was sent. */
export type Redact = (text: string) => string;

/** The fault that an unsuccessful status stands for. `what` names the request, such as `GET /v1/transactions/ID`. */
export function toStatusFault(answer: Answer, what: string, redact: Redact): Fault {
  const { status } = answer;
  const message = `Unexpected ${status} to ${what}${readReason(answer, redact)}, expected success`;
  return clientFaults[codeOfStatus(status)]({ message });
}

function codeOfStatus(status: number): keyof typeof clientFaults {
  if (status === 401) return 'AUTHENTICATION_FAILED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 409) return 'CONFLICT';
  if (status === 429) return 'RATE_LIMITED';
  if (status >= 500) return 'DINTERO_UNAVAILABLE';
  return status >= 400 ? 'REQUEST_REFUSED' : 'RESPONSE_INVALID';
}

/** Dintero's `{ error: { code, message } }`, as far as it is there: short, printable, without secrets. */
function readReason({ bytes }: Answer, redact: Redact): string {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const error = readKey(body, 'error');
    const parts = [readKey(error, 'code'), readKey(error, 'message')].filter(
      (part) => typeof part === 'string' && part !== '',
    );
    const reason = redact(parts.join(': ')).replace(/[^\p{L}\p{N}\p{P}\p{Zs}=+<>|^~$]/gu, '');
    return reason === '' ? '' : ` (${reason.slice(0, MAX_REASON_LENGTH)})`;
  } catch {
    return '';
  }
}

function readKey(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
