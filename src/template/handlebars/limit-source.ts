import type { Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import type { TemplateFile } from './template-file.ts';

/** Of each file, in UTF-16 units; the bundled templates have less than a tenth of it. */
const MAX_SOURCE_CHARACTERS = 64 * 1024;

/**
 * Handlebars' parser takes seconds, or the whole stack, for what is nested thousands deep. These bounds are far beyond
 * what hardening lets through later; they only keep the parser from being asked at all.
 */
const PARSER_MAX_NESTING = 200;
const PARSER_MAX_ELSE = 500;

/** Openers and closers of blocks, `else`, and the brackets of calls within calls; nothing else nests. */
const NESTING = /\{\{~?\s*(?:(?<open>[#^]\s*[^\s}~])|(?<close>\/)|(?<other>else))|(?<call>\()|(?<end>\))/g;

/** Refuses source that is too large, or too deep, to be parsed in no time. */
export function limitSource({ name, source }: TemplateFile): void {
  const tooLarge = (message: string, offset: number) =>
    templateFaults.TEMPLATE_TOO_LARGE({ message, place: placeAt(name, source, offset) });
  if (source.length > MAX_SOURCE_CHARACTERS) {
    throw tooLarge(`${name} has ${source.length} characters, expected at most ${MAX_SOURCE_CHARACTERS}`, 0);
  }
  let blocks = 0;
  let calls = 0;
  let branches = 0;
  for (const { groups = {}, index } of source.matchAll(NESTING)) {
    if (groups['open'] !== undefined) blocks += 1;
    else if (groups['close'] !== undefined) blocks -= 1;
    else if (groups['other'] !== undefined) branches += 1;
    else if (groups['call'] !== undefined) calls += 1;
    else calls = Math.max(0, calls - 1);
    if (blocks > PARSER_MAX_NESTING || calls > PARSER_MAX_NESTING)
      throw tooLarge(`${name} is nested more than ${PARSER_MAX_NESTING} deep`, index);
    if (branches > PARSER_MAX_ELSE)
      throw tooLarge(`${name} has more than ${PARSER_MAX_ELSE} branches of {{else}}`, index);
  }
}

function placeAt(file: string, source: string, offset: number): Place {
  const before = source.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
