import type { CssNodePlain } from 'css-tree';
import type { Place } from '../../base/index.ts';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import type { Component } from '../values/component.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { CSS_FUNCTIONS, CSS_UNITS, FUNCTION_ADVICE, UNIT_ADVICE } from './subset-css.ts';

/** Far beyond any page, and far from where sums of numbers lose their thousandths. */
const MAX_NUMBER = 1_000_000;

/**
 * Turns the value that css-tree parsed into components, so that nothing behind this step knows css-tree. Units and
 * functions outside the subset end here, whatever property they stand in.
 *
 * @throws Fault CSS_UNKNOWN_UNIT, CSS_UNKNOWN_FUNCTION, CSS_UNKNOWN_VALUE
 */
export function readComponents(nodes: readonly CssNodePlain[], source: CssSource): readonly Component[] {
  return nodes.flatMap((node) => readComponent(node, source));
}

function readComponent(node: CssNodePlain, source: CssSource): Component | readonly Component[] {
  const place = placeOf(source, node);
  switch (node.type) {
    case 'Identifier':
      return { kind: 'word', word: node.name, place };
    case 'Number':
      return { kind: 'number', value: toNumber(node.value, place), place };
    case 'Percentage':
      return { kind: 'percentage', value: toNumber(node.value, place), place };
    case 'Dimension': {
      const unit = node.unit.toLowerCase();
      if (CSS_UNITS.includes(unit)) return { kind: 'dimension', value: toNumber(node.value, place), unit, place };
      throw documentFaults.CSS_UNKNOWN_UNIT({
        message: `unknown unit "${node.unit}" in ${node.value}${node.unit}`,
        place,
        hint: adviceOnUnit(unit),
      });
    }
    case 'String':
      return { kind: 'string', text: node.value, place };
    case 'Url':
      return { kind: 'url', url: node.value, place };
    case 'Hash':
      return { kind: 'hash', digits: node.value, place };
    case 'Operator':
      return { kind: 'delimiter', sign: node.value.trim(), place };
    case 'Parentheses':
      return { kind: 'function', name: '', inside: readComponents(node.children, source), place };
    case 'Function': {
      const name = node.name.toLowerCase();
      if (CSS_FUNCTIONS.includes(name)) {
        return { kind: 'function', name, inside: readComponents(node.children, source), place };
      }
      throw documentFaults.CSS_UNKNOWN_FUNCTION({
        message: `unknown function ${node.name}()`,
        place,
        hint: adviceOn(name),
      });
    }
    case 'Value':
      return readComponents(node.children, source);
    case 'WhiteSpace':
    case 'Comment':
      return [];
    default:
      throw documentFaults.CSS_UNKNOWN_VALUE({ message: `a value cannot hold ${describe(node)}`, place });
  }
}

function adviceOnUnit(unit: string): string {
  const readOn = `Supported units: % ${CSS_UNITS.join(' ')}`;
  const advice = Object.hasOwn(UNIT_ADVICE, unit) ? UNIT_ADVICE[unit] : undefined;
  return advice === undefined ? didYouMean(unit, CSS_UNITS, readOn) : `${advice} ${readOn}`;
}

function adviceOn(name: string): string {
  const readOn = 'Supported functions: docs/templates.md#css';
  const advice = Object.hasOwn(FUNCTION_ADVICE, name) ? FUNCTION_ADVICE[name] : undefined;
  return advice === undefined ? didYouMean(name, CSS_FUNCTIONS, readOn) : `${advice} ${readOn}`;
}

function toNumber(written: string, place: Place): number {
  const value = Number(written);
  if (Math.abs(value) <= MAX_NUMBER) return value;
  throw documentFaults.CSS_UNKNOWN_VALUE({ message: `the number ${written} is beyond ±${MAX_NUMBER}`, place });
}

function describe(node: CssNodePlain): string {
  if (node.type === 'Brackets') return 'square brackets';
  if (node.type === 'Raw') return `"${node.value.trim().slice(0, 40)}"`;
  return `a ${node.type}`;
}
