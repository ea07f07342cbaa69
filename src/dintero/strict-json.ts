import { visit } from 'jsonc-parser';
import { type Fault, MAX_SOURCE_BYTES } from '../base/index.ts';
import { dinteroFaults } from './faults.ts';
import { toJsonPath } from './json-path.ts';

/** Deepest nesting of objects and arrays; Dintero's own shapes stay below 15. */
export const MAX_JSON_DEPTH = 64;

/** Keys whose values are money wherever they stand in Dintero's shapes. */
const AMOUNT_KEYS: ReadonlySet<string> = new Set(['amount', 'vat_amount', 'gross_amount']);

const BYTE_ORDER_MARK = '\uFEFF';
const INTEGER_LITERAL = /^-?\d+$/;
const MAX_QUOTED_LENGTH = 40;

/** Where in the text a callback of the scanner stands; the path is worked out only when asked for. */
type PathSupplier = () => readonly PropertyKey[];

/**
 * Reads JSON that money depends on. Stricter than `JSON.parse`: the bytes must be UTF-8, no object may repeat a key, and
 * the raw digits are looked at before they become floats, so that 9007199254740993, 50000.0, 5e4 and −0 are seen for
 * what they are. One byte order mark is allowed. Anything else that is not JSON (RFC 8259) is a fault with its place.
 *
 * @throws ENCODING_INVALID, SOURCE_TOO_LARGE, JSON_INVALID, JSON_TOO_DEEP, DUPLICATE_KEY, NUMBER_INVALID, AMOUNT_INVALID
 */
export function parseStrictJson(source: string | Uint8Array): unknown {
  const text = toText(source);
  scanRawText(text);
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the input, which may be personal, and differs from release to release.
    throw dinteroFaults.JSON_INVALID({ message: 'Unexpected text in the source, expected JSON' });
  }
}

function toText(source: string | Uint8Array): string {
  const size = typeof source === 'string' ? source.length : source.byteLength;
  if (size > MAX_SOURCE_BYTES) {
    throw dinteroFaults.SOURCE_TOO_LARGE({
      message: `Unexpected ${size} bytes in the source, expected at most ${MAX_SOURCE_BYTES}`,
    });
  }
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw dinteroFaults.ENCODING_INVALID({ message: 'Unexpected bytes in the source, expected UTF-8' });
  }
}

function scanRawText(text: string): void {
  const openObjects: (Set<string> | null)[] = [];
  let key = '';
  const open = (keys: Set<string> | null, path: PathSupplier) => {
    openObjects.push(keys);
    if (openObjects.length > MAX_JSON_DEPTH) throw tooDeep(path);
  };
  const close = () => {
    openObjects.pop();
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, _line, _column, path) => open(new Set(), path),
      onObjectEnd: close,
      onArrayBegin: (_offset, _length, _line, _column, path) => open(null, path),
      onArrayEnd: close,
      onObjectProperty: (property, _offset, _length, _line, _column, path) => {
        const keys = openObjects.at(-1);
        if (keys?.has(property)) throw duplicateKey([...path(), property]);
        keys?.add(property);
        key = property;
      },
      onLiteralValue: (value, offset, length, _line, _column, path) => {
        if (typeof value === 'number') checkNumber(value, text.slice(offset, offset + length), key, path);
      },
      onError: (_code, _offset, _length, line, column) => {
        throw dinteroFaults.JSON_INVALID({
          message: `Unexpected text in the source at line ${line + 1}, column ${column + 1}, expected JSON`,
        });
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
}

function checkNumber(value: number, literal: string, key: string, path: PathSupplier): void {
  const isAmount = AMOUNT_KEYS.has(key);
  const isInteger = INTEGER_LITERAL.test(literal);
  if (isAmount && !isInteger) throw badNumber('AMOUNT_INVALID', literal, path, 'an integer in minor units');
  if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) {
    throw badNumber(isAmount ? 'AMOUNT_INVALID' : 'NUMBER_INVALID', literal, path, 'a number within ±(2^53 − 1)');
  }
  if (isInteger && Object.is(value, -0)) {
    throw badNumber(isAmount ? 'AMOUNT_INVALID' : 'NUMBER_INVALID', literal, path, '0');
  }
}

function badNumber(
  code: 'AMOUNT_INVALID' | 'NUMBER_INVALID',
  literal: string,
  path: PathSupplier,
  expected: string,
): Fault {
  const at = toJsonPath(path());
  const found = literal.length > MAX_QUOTED_LENGTH ? `${literal.slice(0, MAX_QUOTED_LENGTH)}…` : literal;
  return dinteroFaults[code]({ message: `Unexpected ${found} in ${at}, expected ${expected}`, path: at });
}

function duplicateKey(segments: readonly PropertyKey[]): Fault {
  const path = toJsonPath(segments);
  return dinteroFaults.DUPLICATE_KEY({ message: `Unexpected second ${path}, expected each key once`, path });
}

function tooDeep(path: PathSupplier): Fault {
  return dinteroFaults.JSON_TOO_DEEP({
    message: `Unexpected nesting beyond ${MAX_JSON_DEPTH} levels, expected a session and transaction`,
    path: toJsonPath(path().slice(0, 8)),
  });
}
