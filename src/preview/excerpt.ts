import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Place } from '../base/index.ts';
import type { RulePlace } from '../document/index.ts';
import { EXCERPT_MARGIN, RULE_LINES } from './limits.ts';
import type { Excerpt } from './messages.ts';

/**
 * The path on disk of a file that a place names, such as `modern/style.css`; null where it is none of the template's
 * folder, or leads out of it.
 */
export function findTemplateFile(directory: string, file: string): string | null {
  const label = `${basename(directory)}/`;
  if (!file.startsWith(label)) return null;
  const path = join(directory, file.slice(label.length));
  if (!existsSync(path)) return null;
  const inside = relative(realpathSync(directory), realpathSync(path));
  return inside === '' || inside.startsWith(`..${sep}`) || inside === '..' ? null : path;
}

/** The lines around a place; null where the file cannot be shown. */
export function readExcerpt(directory: string, { file, line, column }: Place, margin = EXCERPT_MARGIN): Excerpt | null {
  const path = findTemplateFile(directory, file);
  if (path === null) return null;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const firstLine = Math.max(1, line - margin);
  const word = /^[\w-]+/.exec((lines[line - 1] ?? '').slice(column - 1))?.[0] ?? ' ';
  const mark = { start: column - 1, length: word.length };
  return { file, line, column, mark, firstLine, lines: lines.slice(firstLine - 1, line + margin) };
}

/** A rule of a style sheet as it is written; null where it is none of the template's own. */
export function readRule(directory: string, place: RulePlace): Excerpt | null {
  const path = findTemplateFile(directory, place.file);
  if (path === null) return null;
  const last = Math.min(place.lastLine, place.line + RULE_LINES - 1);
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const { file, line, column } = place;
  return {
    file,
    line,
    column,
    mark: { start: 0, length: 0 },
    firstLine: line,
    lines: lines.slice(line - 1, last),
  };
}

/**
 * Where a template prints a fact: the expression inside the first tag that is marked with its name, cut out of its line;
 * null where it is put together otherwise.
 */
export function findFactExcerpt(directory: string, files: readonly string[], fact: string): Excerpt | null {
  const pattern = new RegExp(`data-fact="${toPattern(fact)}"[^>]*>\\s*(\\{\\{[^}]*\\}\\}+)?`);
  for (const file of files) {
    const path = findTemplateFile(directory, file);
    if (path === null) continue;
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    for (const [index, text] of lines.entries()) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const expression = match[1] ?? text.slice(match.index);
      const column = text.indexOf(expression, match.index) + 1;
      return { file, line: index + 1, column, mark: findName(expression), firstLine: index + 1, lines: [expression] };
    }
  }
  return null;
}

/** The last part of the path that an expression prints: `netTotal` of `{{money invoice.netTotal}}`. */
function findName(expression: string): Excerpt['mark'] {
  const match = /\.([A-Za-z][\w-]*)(?=[\s}])/.exec(expression);
  return match === null ? { start: 0, length: 0 } : { start: match.index + 1, length: match[1]?.length ?? 0 };
}

/** Positions and rates stand in a template as expressions. */
function toPattern(fact: string): string {
  return fact
    .split('.')
    .map((part) => (/^\d/.test(part) ? `(?:\\{\\{[^}]*\\}\\}|${part})` : part))
    .join('\\.');
}
