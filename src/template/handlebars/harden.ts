import { findNearestName, type Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import type { BlockStatement, MustacheStatement, PartialStatement, Program, Statement } from './ast.ts';
import { call, hardenExpression, hardenPrinted, placeOf, simpleName, unknownHelper } from './harden-expression.ts';
import { HELPERS } from './helpers.ts';
import { markPlaces } from './mark-places.ts';
import { describePosition, isSamePosition, type MarkupPosition, TEXT } from './scan-markup.ts';
import type { Findings, ParsedFile, Scope } from './scope.ts';

/** Nesting of blocks and partials. */
const MAX_DEPTH = 50;
/** Statements with every partial put in place; compiling is slower than linear in them. */
const MAX_STATEMENTS = 2000;

/** Block helpers and how many block parameters (`as |line index|`) each may have. */
const BLOCKS: Readonly<Record<string, number>> = { if: 0, unless: 0, with: 1, each: 2 };

/**
 * Rewrites a template's syntax tree so that Handlebars' compiler can only make something safe of it:
 *
 * - partials are put in place, so nothing is looked up by name when printing
 * - every path becomes a call of `$value`, which goes through own properties alone and faults on what is missing
 * - every mustache becomes a call of `$text` or `$attribute`, which escape text and refuse all that is not text
 * - only known helpers and blocks pass, with arguments they take; values stand only where escaping protects the markup
 * - every start tag gets a `data-at` with its file, line and column
 *
 * @throws TEMPLATE_…, each with its place
 */
export function hardenTemplate(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  findings: Findings,
): Program {
  return hardenFile({ file: entry, names: [], path: [], depth: 0, partials, findings });
}

/** A file begins and ends in text, so that each can be read by itself. */
function hardenFile(scope: Scope): Program {
  const { program } = scope.file;
  const [hardened, end] = hardenProgram(program, scope, TEXT);
  if (end.mode !== 'text') {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({
      message: `the file ends inside ${describePosition(end)}`,
      place: { file: scope.file.name, line: program.loc.end.line, column: program.loc.end.column + 1 },
    });
  }
  return hardened;
}

function hardenProgram(program: Program, scope: Scope, from: MarkupPosition): [Program, MarkupPosition] {
  const body: Statement[] = [];
  let position = from;
  for (const statement of program.body) {
    scope.findings.statements += 1;
    if (scope.findings.statements > MAX_STATEMENTS) {
      throw templateFaults.TEMPLATE_TOO_LARGE({
        message: `the template has more than ${MAX_STATEMENTS} statements, partials included`,
        place: placeOf(statement, scope),
      });
    }
    const [hardened, end] = hardenStatement(statement, scope, position);
    body.push(...hardened);
    position = end;
  }
  return [{ ...program, body }, position];
}

function hardenStatement(
  statement: Statement,
  scope: Scope,
  position: MarkupPosition,
): [readonly Statement[], MarkupPosition] {
  switch (statement.type) {
    case 'ContentStatement': {
      const [content, end] = markPlaces(statement, scope.file, position, scope.findings);
      return [[content], end];
    }
    case 'MustacheStatement':
      return [[hardenMustache(statement, scope, position)], position];
    case 'BlockStatement':
      return hardenBlock(statement, scope, position);
    case 'PartialStatement':
      return [[...hardenPartial(statement, scope, position)], position];
    case 'CommentStatement':
      return [[], position];
    default:
      throw templateFaults.TEMPLATE_UNSUPPORTED({
        message: 'blocks given to partials ({{#> …}}) and decorators ({{* …}}) are not part of templates',
        place: placeOf(statement, scope),
      });
  }
}

function hardenMustache(mustache: MustacheStatement, scope: Scope, position: MarkupPosition): MustacheStatement {
  const place = placeOf(mustache, scope);
  if (!mustache.escaped) {
    throw templateFaults.TEMPLATE_UNSUPPORTED({
      message: 'raw output ({{{…}}} or {{&…}}) is not part of templates',
      place,
      hint: 'Write {{…}}; helpers that make markup, such as {{iban …}}, need nothing more.',
    });
  }
  if (position.mode !== 'text' && position.mode !== 'value') {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({ message: `a value stands in ${describePosition(position)}`, place });
  }
  if (position.mode === 'value' && position.attribute === 'data-fact') scope.findings.continueFact('*');
  const attribute = position.mode === 'value';
  const printed = call(attribute ? '$attribute' : '$text', [hardenPrinted(mustache, scope, attribute)], mustache.loc);
  return { ...mustache, path: printed.path, params: printed.params, hash: undefined };
}

function hardenBlock(
  block: BlockStatement,
  scope: Scope,
  position: MarkupPosition,
): [readonly Statement[], MarkupPosition] {
  const place = placeOf(block, scope);
  const name = simpleName(block.path, scope);
  const mostNames = name === null || !Object.hasOwn(BLOCKS, name) ? undefined : BLOCKS[name];
  if (name === null || mostNames === undefined) throw unknownHelper(block, Object.keys(BLOCKS), scope);
  if (position.mode === 'broken' || position.mode === 'raw') {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({ message: `a block stands in ${describePosition(position)}`, place });
  }
  if (position.mode === 'value' && position.attribute === 'data-fact') {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({
      message: 'data-fact names one fact; a block cannot choose it',
      place,
    });
  }
  const names = block.program?.blockParams ?? [];
  if (block.params.length !== 1 || block.hash !== undefined || names.length > mostNames) {
    throw templateFaults.TEMPLATE_HELPER_USE({
      message: `{{#${name} …}} takes one value${mostNames === 0 ? '' : ` and at most ${mostNames} names`}`,
      place,
    });
  }
  for (const taken of names) checkBlockName(taken, place);
  const inner = enter({ ...scope, names: [...scope.names, ...names] }, place);
  const [program, end] =
    block.program === undefined ? [undefined, position] : hardenProgram(block.program, inner, position);
  const [inverse, otherEnd] =
    block.inverse === undefined ? [undefined, position] : hardenProgram(block.inverse, enter(scope, place), position);
  if (!isSamePosition(end, otherEnd) || (name === 'each' && !isSamePosition(end, position))) {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({
      message: `{{#${name} …}} leaves the markup in ${describePosition(end)} or in ${describePosition(otherEnd)}, expected one of them whatever the value`,
      place,
    });
  }
  const params = block.params.map((param) => hardenExpression(param, scope));
  return [[{ ...block, ...call(name, params, block.loc), type: 'BlockStatement', program, inverse }], end];
}

function checkBlockName(name: string, place: Place): void {
  if (/^[a-zA-Z][a-zA-Z0-9]*$/.test(name) && !Object.hasOwn(HELPERS, name) && !Object.hasOwn(BLOCKS, name)) return;
  throw templateFaults.TEMPLATE_HELPER_USE({
    message: `"${name}" cannot name a value, expected letters and figures that name no helper`,
    place,
  });
}

function hardenPartial(partial: PartialStatement, scope: Scope, position: MarkupPosition): readonly Statement[] {
  const place = placeOf(partial, scope);
  if (position.mode !== 'text') {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({
      message: `a partial stands in ${describePosition(position)}, expected text`,
      place,
    });
  }
  if (partial.name.type === 'SubExpression' || partial.params.length > 1 || partial.hash !== undefined) {
    throw templateFaults.TEMPLATE_UNSUPPORTED({
      message: 'a partial has a fixed name and takes at most one value',
      place,
    });
  }
  const name = 'original' in partial.name ? String(partial.name.original) : '';
  const file = scope.partials.get(name);
  if (file === undefined) {
    const nearest = findNearestName(name, scope.partials.keys());
    throw templateFaults.TEMPLATE_UNKNOWN_PARTIAL({
      message: `no partials/${name}.hbs`,
      place,
      hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
    });
  }
  if (scope.path.includes(name)) {
    throw templateFaults.TEMPLATE_UNKNOWN_PARTIAL({ message: `partials/${name}.hbs includes itself`, place });
  }
  scope.findings.includedPartials.add(name);
  const program = hardenFile(enter({ ...scope, file, names: [], path: [...scope.path, name] }, place));
  const [context] = partial.params;
  if (context === undefined) return program.body;
  return [
    {
      ...call('with', [hardenExpression(context, scope)], partial.loc),
      type: 'BlockStatement',
      program,
      openStrip: NO_STRIP,
      closeStrip: NO_STRIP,
    },
  ];
}

const NO_STRIP = { open: false, close: false };

function enter(scope: Scope, place: Place): Scope {
  if (scope.depth >= MAX_DEPTH) {
    throw templateFaults.TEMPLATE_TOO_LARGE({
      message: `blocks and partials are nested more than ${MAX_DEPTH} deep`,
      place,
    });
  }
  return { ...scope, depth: scope.depth + 1 };
}
