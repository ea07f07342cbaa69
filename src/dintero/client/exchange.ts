import type { z } from 'zod';
import { MAX_SOURCE_BYTES } from '../../base/index.ts';
import { toWireFault } from '../wire/wire-fault.ts';
import type { Api, ApiRequest } from './api.ts';
import type { Deadline } from './deadline.ts';
import { clientFaults } from './faults.ts';
import { readJson } from './read-json.ts';
import { toStatusFault } from './status-fault.ts';

/** Reads something; repeated while the trouble may be passing. */
export async function getJson(api: Api, path: string, deadline: Deadline): Promise<unknown> {
  const what = `GET ${path}`;
  const answer = await api.repeat({ method: 'GET', path, maxBytes: MAX_SOURCE_BYTES }, deadline);
  if (answer.status !== 200) throw toStatusFault(answer, what, api.redact);
  return readJson(answer, what);
}

/** Makes something new. It is sent once: without an idempotency key, a second one would be another. */
export async function postNew(api: Api, path: string, body: unknown, deadline: Deadline): Promise<unknown> {
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

/**
 * A part of an answer, by its schema; paths in faults begin with `root`.
 *
 * @throws as for a source from a file
 */
export function parseAs<T>(schema: z.ZodType<T>, json: unknown, root: string): T {
  const parsed = schema.safeParse(json, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [root, ...issue.path] }));
  parsed.error.issues = issues;
  throw toWireFault(parsed.error);
}

/** An answer that is well formed and about something else. */
export function invalid(what: string, expected: string): Error {
  return clientFaults.RESPONSE_INVALID({ message: `Unexpected answer to ${what}, expected ${expected}` });
}
