import Handlebars from 'handlebars';
import type { Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import type { Program } from './ast.ts';
import { limitSource } from './limit-source.ts';
import type { ParsedFile } from './scope.ts';
import type { TemplateFile } from './template-file.ts';

/** Parses one file of a template; `index` is its number in place marks. Throws TEMPLATE_SYNTAX, TEMPLATE_TOO_LARGE. */
export function parseFile(handlebars: typeof Handlebars, file: TemplateFile, index: number): ParsedFile {
  const { name } = file;
  // A tree instead of a text would reach the compiler unread.
  if (typeof file.source !== 'string')
    throw new TypeError(`Unexpected ${typeof file.source} for ${name}, expected its text`);
  // Handlebars counts a lone carriage return as a line; no one else does.
  const source = file.source.replace(/\r\n?/g, '\n');
  limitSource({ name, source });
  try {
    return { name, index, program: handlebars.parse(source, { srcName: name }) as unknown as Program };
  } catch (cause) {
    throw templateFaults.TEMPLATE_SYNTAX({
      message: `${name}: ${firstSentence(cause)}`,
      place: findPlace(cause, name, source),
      cause,
    });
  }
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.startsWith('Parse error') ? message.replace(/\n.*\n.*\n/, ': ').slice(0, 200) : message;
}

/** Handlebars gives line and column on its own exceptions, and of parse errors the line and what stood before. */
function findPlace(error: unknown, file: string, source: string): Place {
  if (error instanceof Handlebars.Exception && typeof error.lineNumber === 'number') {
    return { file, line: error.lineNumber, column: Number(error.column ?? 0) + 1 };
  }
  const [head = '', snippet = '', pointer = ''] = (error instanceof Error ? error.message : '').split('\n');
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1);
  const before = snippet.slice(0, pointer.length - 1).replace(/^\.\.\./, '');
  const text = source.split('\n')[line - 1] ?? '';
  for (let start = 0; start < before.length; start += 1) {
    const found = text.indexOf(before.slice(start));
    if (found !== -1) return { file, line, column: found + before.length - start + 1 };
  }
  return { file, line, column: 1 };
}
