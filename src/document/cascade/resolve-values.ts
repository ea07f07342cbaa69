import { type LonghandValue, longhandsOf, readValue } from '../css/read-declarations.ts';
import type { AnyValue, Declaration } from '../css/style-sheet.ts';
import { LONGHAND_NAMES, type LonghandName, longhandOf, type Values } from '../properties/longhands.ts';
import type { ComputeContext } from '../values/resolver.ts';
import { type CustomDeclaration, resolveVariables, substituteVariables, type Variables } from './variables.ts';

/** The computed values of an element, its custom properties, and what `rem` means in its document. */
export interface Resolved {
  readonly values: Values;
  readonly variables: Variables;
  readonly rootFontSize: number;
  /** The declarations that won, for messages. */
  readonly winners: ReadonlyMap<LonghandName, Declaration>;
}

type PropertyDeclaration = Exclude<Declaration, CustomDeclaration>;

/** Every property at its initial value: what a root inherits from. */
export const INITIAL_VALUES: Values = Object.fromEntries(
  LONGHAND_NAMES.map((name) => [name, longhandOf(name).initial]),
) as unknown as Values;

/**
 * Computes an element's values from its declarations, given in ascending order, and its parent's (CSS Cascade 4 §4 and
 * §7). `parent` is null for the root.
 */
export function resolveValues(
  declarations: readonly Declaration[],
  parent: Resolved | null,
  noVariables: Variables,
): Resolved {
  const custom = new Map<string, CustomDeclaration>();
  const winners = new Map<LonghandName, PropertyDeclaration>();
  for (const declaration of inOrderOfImportance(declarations)) {
    if (declaration.kind === 'custom') custom.set(declaration.name, declaration);
    else for (const name of namesOf(declaration)) winners.set(name, declaration);
  }
  const variables = resolveVariables(custom, parent?.variables ?? noVariables);
  const parentValues = parent?.values ?? INITIAL_VALUES;
  const read = createReader(variables);
  const compute = (name: LonghandName, context: ComputeContext): AnyValue => {
    const { inherited, initial } = longhandOf(name);
    const winner = winners.get(name);
    const value = winner === undefined ? 'unset' : read(winner, name);
    if (typeof value === 'function') return value(context);
    return value === 'inherit' || (value === 'unset' && inherited) ? parentValues[name] : initial;
  };
  const parentContext: ComputeContext = {
    fontSize: parentValues['font-size'],
    rootFontSize: parent?.rootFontSize ?? INITIAL_VALUES['font-size'],
    parentFontWeight: parentValues['font-weight'],
    parentColor: parentValues.color,
  };
  const fontSize = Number(compute('font-size', parentContext));
  const rootFontSize = parent?.rootFontSize ?? fontSize;
  const context: ComputeContext = { ...parentContext, fontSize, rootFontSize };
  const values: Record<string, AnyValue> = {};
  for (const name of LONGHAND_NAMES) values[name] = name === 'font-size' ? fontSize : compute(name, context);
  // Each name got the value of its own table entry, which the compiler cannot follow through the loop.
  return { values: values as unknown as Values, variables, rootFontSize, winners };
}

function inOrderOfImportance(declarations: readonly Declaration[]): readonly Declaration[] {
  if (!declarations.some((declaration) => declaration.important)) return declarations;
  return [...declarations.filter(({ important }) => !important), ...declarations.filter(({ important }) => important)];
}

function namesOf(declaration: PropertyDeclaration): readonly LonghandName[] {
  return declaration.kind === 'longhand' ? [declaration.name] : longhandsOf(declaration.property);
}

/** What a declaration says of one longhand, before fonts and parents are known. */
type DeclaredValue = Extract<Declaration, { kind: 'longhand' }>['value'];

/** Reads declared values; a shorthand with var() is taken apart once, however many longhands ask. */
function createReader(variables: Variables): (declaration: PropertyDeclaration, name: LonghandName) => DeclaredValue {
  const expanded = new Map<PropertyDeclaration, readonly LonghandValue[]>();
  return (declaration, name) => {
    if (declaration.kind === 'longhand') return declaration.value;
    let longhands = expanded.get(declaration);
    if (longhands === undefined) {
      const components = substituteVariables(declaration.components, variables);
      longhands = readValue(declaration.property, components, declaration.place);
      expanded.set(declaration, longhands);
    }
    return longhands.find((longhand) => longhand.name === name)?.value ?? 'unset';
  };
}
