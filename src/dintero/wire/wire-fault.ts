import type { z } from 'zod';
import type { Fault } from '../../base/index.ts';
import { dinteroFaults } from '../faults.ts';
import { toJsonPath } from '../json-path.ts';
import { kindOf, type WireIssue } from './primitives.ts';

/** The first of zod's issues as a fault with its JSON path. Values of unknown kind are named by kind, never shown. */
export function toWireFault(error: z.ZodError): Fault {
  const issue = error.issues[0];
  if (issue === undefined) return dinteroFaults.SOURCE_INVALID({ message: 'Unexpected source' });
  const path = toJsonPath(issue.path);
  const { code, found, expected } = readIssue(issue);
  return dinteroFaults[code]({
    message: `Unexpected ${found} in ${path || 'the source'}, expected ${expected}`,
    path: path || undefined,
  });
}

function readIssue(issue: z.core.$ZodIssue): WireIssue {
  if (issue.code === 'custom') {
    const wire: unknown = issue.params?.['wire'];
    if (isWireIssue(wire)) return wire;
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return { code: 'SOURCE_TOO_LARGE', found: 'more entries', expected: `at most ${issue.maximum}` };
  }
  const found = kindOf(issue.input);
  if (issue.code === 'invalid_type') return { code: 'SOURCE_INVALID', found, expected: nameType(issue.expected) };
  return { code: 'SOURCE_INVALID', found, expected: issue.message };
}

function isWireIssue(value: unknown): value is WireIssue {
  return typeof value === 'object' && value !== null && 'code' in value && 'found' in value && 'expected' in value;
}

function nameType(expected: string): string {
  if (expected === 'string') return 'a text';
  if (expected === 'array') return 'a list';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
