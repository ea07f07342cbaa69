import type { Place } from '../../base/index.ts';
import type { Declaration } from '../css/style-sheet.ts';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import type { Component } from '../values/component.ts';

/** Custom properties of an element by name, every var() in them replaced. */
export type Variables = ReadonlyMap<string, readonly Component[]>;

export type CustomDeclaration = Extract<Declaration, { kind: 'custom' }>;

export const NO_VARIABLES: Variables = new Map();

/** More than any honest value has; custom properties that double each other grow without end. */
const MAX_EXPANDED_COMPONENTS = 10_000;

/**
 * The custom properties of an element: its parent's, with its own over them (CSS Variables 1 §2). Cycles and names
 * without value are faults, where CSS would silently fall back.
 *
 * @throws Fault CSS_VARIABLE_CYCLE, CSS_UNKNOWN_VARIABLE, CSS_TOO_LARGE
 */
export function resolveVariables(own: ReadonlyMap<string, CustomDeclaration>, inherited: Variables): Variables {
  if (own.size === 0) return inherited;
  const resolved = new Map(inherited);
  for (const [name, declaration] of own) {
    if (wideKeyword(declaration.components) !== 'inherit') resolved.delete(name);
  }
  const path: string[] = [];
  const resolve = (name: string): readonly Component[] | undefined => {
    const declaration = own.get(name);
    if (declaration === undefined || wideKeyword(declaration.components) !== null || resolved.has(name))
      return resolved.get(name);
    if (path.includes(name)) {
      throw documentFaults.CSS_VARIABLE_CYCLE({
        message: `custom properties refer to each other in a circle: ${[...path.slice(path.indexOf(name)), name].join(' → ').slice(0, 300)}`,
        place: declaration.place,
      });
    }
    path.push(name);
    const value = replaceVariables(declaration.components, resolve, [...resolved.keys(), ...own.keys()]);
    path.pop();
    resolved.set(name, value);
    return value;
  };
  for (const name of own.keys()) resolve(name);
  return resolved;
}

/** A value with every var() in it replaced. */
export function substituteVariables(components: readonly Component[], variables: Variables): readonly Component[] {
  return replaceVariables(components, (name) => variables.get(name), [...variables.keys()]);
}

/** Every name that a value asks for without fallback, with the place where it asks. */
export function requiredVariables(
  components: readonly Component[],
): readonly { readonly name: string; readonly place: Place }[] {
  return components.flatMap((component) => {
    if (component.kind !== 'function') return [];
    if (component.name !== 'var') return requiredVariables(component.inside);
    const { name, fallback } = readReference(component);
    return fallback === null ? [{ name, place: component.place }] : [];
  });
}

/** The fault for a name that has no value. */
export function unknownVariable(name: string, place: Place, known: Iterable<string>): Error {
  return documentFaults.CSS_UNKNOWN_VARIABLE({
    message: `unknown custom property "${name}"`,
    place,
    hint: didYouMean(name, known, 'Set it on :root, or give var() a fallback.'),
  });
}

function replaceVariables(
  components: readonly Component[],
  lookUp: (name: string) => readonly Component[] | undefined,
  known: readonly string[],
): readonly Component[] {
  let count = 0;
  const replace = (component: Component): readonly Component[] => {
    if (component.kind !== 'function') return [component];
    if (component.name !== 'var') return [{ ...component, inside: component.inside.flatMap(replace) }];
    const { name, fallback } = readReference(component);
    const value = lookUp(name) ?? fallback?.flatMap(replace);
    if (value === undefined) throw unknownVariable(name, component.place, known);
    count += countComponents(value);
    if (count > MAX_EXPANDED_COMPONENTS) {
      throw documentFaults.CSS_TOO_LARGE({
        message: `var(${name}) grows to more than ${MAX_EXPANDED_COMPONENTS} components`,
        place: component.place,
      });
    }
    return value;
  };
  return components.flatMap(replace);
}

function countComponents(components: readonly Component[]): number {
  return components.reduce(
    (sum, component) => sum + 1 + (component.kind === 'function' ? countComponents(component.inside) : 0),
    0,
  );
}

function readReference(component: Extract<Component, { kind: 'function' }>): {
  readonly name: string;
  readonly fallback: readonly Component[] | null;
} {
  const [name, comma, ...fallback] = component.inside;
  if (name?.kind !== 'word' || !name.word.startsWith('--') || (comma !== undefined && comma.kind !== 'delimiter')) {
    throw documentFaults.CSS_UNKNOWN_VALUE({
      message: 'var() takes the name of a custom property and a fallback',
      place: component.place,
      hint: 'Write var(--name) or var(--name, fallback).',
    });
  }
  return { name: name.word, fallback: comma === undefined ? null : fallback };
}

function wideKeyword(components: readonly Component[]): 'initial' | 'inherit' | null {
  const [first, second] = components;
  if (first?.kind !== 'word' || second !== undefined) return null;
  const word = first.word.toLowerCase();
  if (word === 'initial') return 'initial';
  return word === 'inherit' || word === 'unset' ? 'inherit' : null;
}
