import { findNearestName, type Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import type { Call, Expression, Location, MustacheStatement, PathExpression, SubExpression } from './ast.ts';
import { HELPERS } from './helpers.ts';
import type { Scope } from './scope.ts';

const DATA_VALUES: ReadonlySet<string> = new Set(['root', 'index', 'first', 'last']);

/** `{{name}}` is a helper if there is one, else a value; with arguments it must be a helper. */
export function hardenPrinted(mustache: MustacheStatement, scope: Scope, attribute: boolean): Expression {
  const { path, params, hash } = mustache;
  const name = simpleName(path, scope);
  if (name !== null && Object.hasOwn(HELPERS, name)) return hardenCall(mustache, name, scope, attribute);
  if (params.length > 0 || hash !== undefined) throw unknownHelper(mustache, Object.keys(HELPERS), scope);
  if (path.type !== 'PathExpression') {
    throw templateFaults.TEMPLATE_UNSUPPORTED({
      message: 'a literal needs no braces',
      place: placeOf(mustache, scope),
    });
  }
  return hardenPath(path, scope);
}

function hardenCall(node: Call, name: string, scope: Scope, attribute: boolean): SubExpression {
  const place = placeOf(node, scope);
  const helper = HELPERS[name];
  if (helper === undefined) throw unknownHelper(node, Object.keys(HELPERS), scope);
  if (helper.markup && attribute) {
    throw templateFaults.TEMPLATE_UNSAFE_PLACE({
      message: `{{${name} …}} makes markup, which an attribute cannot hold`,
      place,
    });
  }
  const count = node.params.length;
  if (count < helper.least || count > helper.most) {
    const expected = helper.least === helper.most ? String(helper.least) : `${helper.least} to ${helper.most}`;
    throw templateFaults.TEMPLATE_HELPER_USE({
      message: `{{${name} …}} has ${count} ${count === 1 ? 'value' : 'values'}, expected ${expected}`,
      place,
      hint: count === 0 ? `For a value of this name write {{this.${name}}}.` : undefined,
    });
  }
  if (name === 'label') collectLabel(node, scope);
  for (const { key, value } of node.hash?.pairs ?? []) {
    const accepts = Object.hasOwn(helper.named, key) ? helper.named[key] : undefined;
    const literal = 'value' in value ? value.value : undefined;
    if (accepts?.(literal)) continue;
    const known = Object.keys(helper.named);
    throw templateFaults.TEMPLATE_HELPER_USE({
      message: `{{${name} …}} does not take ${key}${accepts === undefined ? '' : ' of this value'}${known.length === 0 ? '' : `, expected ${known.join(' or ')}`}`,
      place,
    });
  }
  const params = node.params.map((param) => hardenExpression(param, scope));
  return { ...call(name, params, node.loc), hash: node.hash };
}

function collectLabel(node: Call, scope: Scope): void {
  const [key] = node.params;
  const place = placeOf(node, scope);
  if (key?.type !== 'StringLiteral') {
    throw templateFaults.TEMPLATE_HELPER_USE({ message: '{{label …}} takes its key as a text in quotes', place });
  }
  scope.findings.labels.push({ key: key.value, place });
}

export function hardenExpression(expression: Expression, scope: Scope): Expression {
  switch (expression.type) {
    case 'PathExpression':
      return hardenPath(expression, scope);
    case 'SubExpression': {
      const name = simpleName(expression.path, scope);
      if (name === null || !Object.hasOwn(HELPERS, name)) throw unknownHelper(expression, Object.keys(HELPERS), scope);
      return hardenCall(expression, name, scope, false);
    }
    case 'UndefinedLiteral':
    case 'NullLiteral':
      throw templateFaults.TEMPLATE_UNSUPPORTED({
        message: 'null and undefined are not part of templates',
        place: placeOf(expression, scope),
        hint: 'Ask {{#if value}} or {{#unless value}}.',
      });
    default:
      return expression;
  }
}

/** `a.b` as `($value this "a" "b")`; block parameters and `@` values begin with themselves. */
function hardenPath(path: PathExpression, scope: Scope): Expression {
  const [first, ...rest] = path.parts;
  if (path.data) {
    if (first === undefined || !DATA_VALUES.has(first)) {
      throw templateFaults.TEMPLATE_UNSUPPORTED({
        message: `unknown @${path.parts.join('.')}, expected ${[...DATA_VALUES].map((name) => `@${name}`).join(', ')}`,
        place: placeOf(path, scope),
      });
    }
    return lookUp({ ...path, parts: [first], original: `@${first}` }, rest);
  }
  if (first !== undefined && simpleName({ ...path, parts: [first] }, null) !== null && scope.names.includes(first)) {
    return lookUp({ ...path, parts: [first], original: first }, rest);
  }
  const context = path.depth === 0 ? 'this' : Array.from({ length: path.depth }, () => '..').join('/');
  return lookUp({ ...path, parts: [], original: context }, path.parts);
}

function lookUp(base: PathExpression, steps: readonly string[]): Expression {
  if (steps.length === 0) return base;
  const keys = steps.map((value) => ({ type: 'StringLiteral', value, original: value, loc: base.loc }) as const);
  return call('$value', [base, ...keys], base.loc);
}

/** The name that stands alone in a path, which may be a helper's: not `this.name`, `../name`, `@name` or a parameter. */
export function simpleName(path: Call['path'], scope: Scope | null): string | null {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1) return null;
  if (/^(?:\.|this\b)/.test(path.original)) return null;
  const name = path.parts[0] ?? '';
  return scope?.names.includes(name) ? null : name;
}

export function call(name: string, params: readonly Expression[], loc: Location): SubExpression {
  const path: PathExpression = { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
  return { type: 'SubExpression', path, params, loc };
}

export function unknownHelper(node: Call, known: readonly string[], scope: Scope): Error {
  const name = 'original' in node.path ? String(node.path.original) : '';
  const nearest = findNearestName(name, known);
  return templateFaults.TEMPLATE_UNKNOWN_HELPER({
    message: `no helper "${name}", expected one of ${known.join(', ')}`,
    place: placeOf(node, scope),
    hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
  });
}

export function placeOf({ loc }: { readonly loc: Location }, scope: Scope): Place {
  return { file: scope.file.name, line: loc.start.line, column: loc.start.column + 1 };
}
