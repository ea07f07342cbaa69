import type { z } from 'zod';
import { type Fault, findNearestName } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import { toBrandJsonSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** Keys that people look for and that a brand must not have, because Kravia decides them. */
const KRAVIA_DECIDES: ReadonlySet<string> = new Set([
  'account',
  'bankAccount',
  'bban',
  'iban',
  'bic',
  'swift',
  'bankgiro',
  'kid',
  'amount',
]);

/** The one refusal that helps most: a misspelt key explains the missing one, so it comes first. */
export function toBrandFault(error: z.ZodError, file: string): Fault {
  const issues = error.issues;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) throw new Error('Unexpected schema error without an issue');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.path, issue.keys[0] ?? '', file, more);
  if (issue.code === 'invalid_key') return unknownKey(issue.path.slice(0, -1), String(issue.path.at(-1)), file, more);
  const path = toPath(issue.path);
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return templateFaults.BRAND_MISSING_KEY({ message: `${file}: no "${path}"${more}`, path });
  }
  const subject = path === '' ? 'the file' : path;
  return templateFaults.BRAND_INVALID_VALUE({
    message: `${file}: ${subject}: ${lowerFirst(describe(issue))}${more}`,
    path,
    hint: nearestValue(issue),
  });
}

function unknownKey(parent: readonly PropertyKey[], key: string, file: string, more: string): Fault {
  const path = toPath([...parent, key]);
  const nearest = findNearestName(key, keysAt(parent));
  const hint = KRAVIA_DECIDES.has(key)
    ? 'Remove it: amounts, accounts and references come from Kravia alone.'
    : nearest === null
      ? undefined
      : `Did you mean "${toPath([...parent, nearest])}"?`;
  return templateFaults.BRAND_UNKNOWN_KEY({ message: `${file}: unknown key "${path}"${more}`, path, hint });
}

/** Of a value that is none of a few words, the word that was meant. */
function nearestValue(issue: Issue): string | undefined {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return undefined;
  const nearest = findNearestName(
    issue.input,
    issue.values.filter((value) => typeof value === 'string'),
  );
  return nearest === null ? undefined : `Did you mean "${nearest}"?`;
}

function describe(issue: Issue): string {
  if (issue.code === 'invalid_union') return 'expected a text, or an object with one text per language';
  return issue.message;
}

/** The keys that may stand in the object at a path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schemas: readonly unknown[] = [toBrandJsonSchema()];
  for (const step of path) {
    schemas = schemas
      .flatMap(alternatives)
      .map((schema) => child(child(schema, 'properties'), step) ?? child(schema, 'additionalProperties'));
  }
  return schemas.flatMap(alternatives).flatMap((schema) => {
    const properties = child(schema, 'properties');
    const names = child(child(schema, 'propertyNames'), 'enum');
    if (Array.isArray(names)) return names.filter((name) => typeof name === 'string');
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  });
}

function alternatives(schema: unknown): readonly unknown[] {
  const either = child(schema, 'anyOf');
  return Array.isArray(either) ? either : [schema];
}

function child(node: unknown, key: PropertyKey): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
}

/** `texts.intro`, `registrations[2]`. */
function toPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
