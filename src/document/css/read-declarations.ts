import type { CssNodePlain, DeclarationPlain } from 'css-tree';
import type { Place } from '../../base/index.ts';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import { type LonghandName, longhandOf } from '../properties/longhands.ts';
import { ADVICE, PROPERTY_NAMES, type Property, propertyOf } from '../properties/properties.ts';
import type { Component } from '../values/component.ts';
import { constant } from '../values/resolver.ts';
import { ValueReader } from '../values/value-reader.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { readComponents } from './read-components.ts';
import type { AnyValue, Declaration, WideKeyword } from './style-sheet.ts';

const CSS_DOCS = 'Supported properties: docs/templates.md#css';
const WIDE_KEYWORDS: readonly WideKeyword[] = ['inherit', 'initial', 'unset'];

/** One longhand with its parsed value. */
export interface LonghandValue {
  readonly name: LonghandName;
  readonly value: Exclude<Declaration, { kind: 'custom' | 'deferred' }>['value'];
}

/**
 * Reads a declaration into longhands; one with var() is kept for later, a custom property as it is.
 *
 * @throws Fault CSS_UNKNOWN_PROPERTY, CSS_UNKNOWN_VALUE, CSS_UNKNOWN_UNIT, CSS_UNKNOWN_FUNCTION
 */
export function readDeclaration(node: DeclarationPlain, source: CssSource): readonly Declaration[] {
  const place = placeOf(source, node);
  const important = readImportance(node, place);
  const property = node.property.startsWith('--') ? null : knownProperty(node.property, place);
  const components = componentsOf(node, source);
  if (property === null) return [{ kind: 'custom', name: node.property, components, important, place }];
  if (hasVariable(components)) return [{ kind: 'deferred', property, components, important, place }];
  return readValue(property, components, place).map((longhand) => ({
    kind: 'longhand',
    ...longhand,
    important,
    place,
  }));
}

/** The components of a declaration's value. */
export function componentsOf(node: DeclarationPlain, source: CssSource): readonly Component[] {
  return readComponents(node.value.type === 'Value' ? node.value.children : [node.value], source);
}

/** Reads a value without var() as its property's table entry says; `place` is the declaration's. */
export function readValue(
  property: Property,
  components: readonly Component[],
  place: Place,
): readonly LonghandValue[] {
  if (components.length === 0) {
    throw documentFaults.CSS_UNKNOWN_VALUE({ message: `${property.name} has no value`, place });
  }
  const wide = wideKeyword(components);
  if (wide !== null) return longhandsOf(property).map((name) => ({ name, value: wide }));
  const reader = new ValueReader(components);
  if (property.kind === 'longhand') {
    const { value: kind } = longhandOf(property.name);
    const value = kind.read(reader);
    if (value === null || !reader.isDone) throw reader.refuse(property.name, kind.syntax, kind.words);
    return [{ name: property.name, value }];
  }
  const { shorthand } = property;
  const expansion = shorthand.read(reader);
  if (expansion === null || !reader.isDone) throw reader.refuse(property.name, shorthand.syntax, shorthand.words);
  return shorthand.longhands.map((name) => ({
    name,
    value: expansion[name] ?? constant<AnyValue>(longhandOf(name).initial),
  }));
}

/** Every longhand that a property sets. */
export function longhandsOf(property: Property): readonly LonghandName[] {
  return property.kind === 'longhand' ? [property.name] : property.shorthand.longhands;
}

/** Whether var() stands anywhere in a value. */
function hasVariable(components: readonly Component[]): boolean {
  return components.some(
    (component) => component.kind === 'function' && (component.name === 'var' || hasVariable(component.inside)),
  );
}

/** A semicolon too many says nothing; css-tree keeps it as raw text. */
export function isStraySemicolon(node: CssNodePlain): boolean {
  return node.type === 'Raw' && /^[\s;]*$/.test(node.value);
}

/** The fault for what stands in a block and is neither declaration nor nested rule that belongs there. */
export function refuseInBlock(node: CssNodePlain, source: CssSource, where: string): Error {
  const what =
    node.type === 'Atrule' ? `@${node.name}` : node.type === 'Rule' ? 'a rule' : 'text that is no declaration';
  return documentFaults.CSS_MISPLACED({ message: `${what} stands in ${where}`, place: placeOf(source, node) });
}

function readImportance(node: DeclarationPlain, place: Place): boolean {
  if (typeof node.important === 'boolean') return node.important;
  throw documentFaults.CSS_SYNTAX({ message: `unknown !${node.important}, expected !important`, place });
}

function knownProperty(written: string, place: Place): Property {
  const name = written.toLowerCase();
  const property = propertyOf(name);
  if (property !== undefined) return property;
  const advice = Object.hasOwn(ADVICE, name) ? ADVICE[name] : undefined;
  throw documentFaults.CSS_UNKNOWN_PROPERTY({
    message: `unknown property "${written}"`,
    place,
    hint: advice === undefined ? didYouMean(name, PROPERTY_NAMES, CSS_DOCS) : `${advice} ${CSS_DOCS}`,
  });
}

function wideKeyword(components: readonly Component[]): WideKeyword | null {
  const [first, second] = components;
  if (first?.kind !== 'word' || second !== undefined) return null;
  const word = first.word.toLowerCase();
  return WIDE_KEYWORDS.find((keyword) => keyword === word) ?? null;
}
