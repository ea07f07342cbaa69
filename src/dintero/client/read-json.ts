import { Fault } from '../../base/index.ts';
import { parseStrictJson } from '../strict-json.ts';
import { type Answer, mediaTypeOf } from './answer.ts';
import { clientFaults } from './faults.ts';

/** Faults of the text itself, which an answer cut short or replaced on its way has; others are about what Dintero says. */
const BROKEN_TEXT = new Set(['JSON_INVALID', 'ENCODING_INVALID', 'SOURCE_TOO_LARGE', 'JSON_TOO_DEEP']);

/**
 * The JSON of an answer, read as strictly as a source from a file.
 *
 * @throws RESPONSE_INVALID; AMOUNT_INVALID, NUMBER_INVALID and DUPLICATE_KEY as for any source
 */
export function readJson(answer: Answer, what: string): unknown {
  const type = mediaTypeOf(answer.headers);
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    const found = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type) ? type : 'content type';
    throw clientFaults.RESPONSE_INVALID({ message: `Unexpected ${found} to ${what}, expected application/json` });
  }
  if (answer.bytes.byteLength === 0) {
    throw clientFaults.RESPONSE_INVALID({ message: `Unexpected empty answer to ${what}, expected JSON` });
  }
  try {
    return parseStrictJson(answer.bytes);
  } catch (error) {
    if (!(error instanceof Fault) || !BROKEN_TEXT.has(error.code)) throw error;
    throw clientFaults.RESPONSE_INVALID({
      message: `Unexpected text in the answer to ${what}, expected whole JSON`,
      cause: error,
    });
  }
}
