import type { Place } from '../../base/index.ts';
import { documentFaults } from '../faults.ts';
import type { ElementRule } from './element-rule.ts';
import { adviceForAttribute, ruleOfAttribute } from './find-rule.ts';
import { PLACE_ATTRIBUTE } from './subset-html.ts';

/** An attribute as written: value decoded, `offset` of its name in the HTML text. */
export interface RawAttribute {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

const EMPTY: Readonly<Record<string, string>> = {};

/**
 * Checks a start tag's attributes against its element's rule and gives them without the place mark. `placeOf` turns an
 * offset into a place.
 */
export function readAttributes(
  rule: ElementRule,
  raw: readonly RawAttribute[],
  place: Place,
  placeOf: (offset: number) => Place,
): Readonly<Record<string, string>> {
  if (raw.length === 0 && rule.required.length === 0) return EMPTY;
  const attributes: Record<string, string> = {};
  for (const { name: written, value, offset } of raw) {
    if (written === PLACE_ATTRIBUTE) continue;
    // HTML ignores the case of attribute names, but those of drawings have capitals of their own.
    const name = ruleOfAttribute(rule, written) === undefined ? written.toLowerCase() : written;
    const accepted = ruleOfAttribute(rule, name);
    if (accepted === undefined) {
      throw documentFaults.HTML_UNKNOWN_ATTRIBUTE({
        message: `unknown attribute "${written}" on <${rule.tag}>`,
        place: placeOf(offset),
        hint: adviceForAttribute(rule, written),
      });
    }
    if (Object.hasOwn(attributes, name)) {
      throw documentFaults.HTML_DUPLICATE_ATTRIBUTE({
        message: `<${rule.tag}> has "${name}" twice`,
        place: placeOf(offset),
      });
    }
    if (!accepted.accepts(value)) {
      throw documentFaults.HTML_ATTRIBUTE_VALUE({
        message: `unexpected "${value.slice(0, 80)}" in ${name} of <${rule.tag}>, expected ${accepted.describe}`,
        place: placeOf(offset),
      });
    }
    attributes[name] = value;
  }
  for (const alternatives of rule.required) {
    if (alternatives.some((name) => Object.hasOwn(attributes, name))) continue;
    throw documentFaults.HTML_MISSING_ATTRIBUTE({
      message: `<${rule.tag}> has no ${alternatives.join(' and no ')}`,
      place,
    });
  }
  return attributes;
}

/** Reads `fileIndex:line:column`; `own` tells where the mark itself stands. */
export function readPlaceMark(mark: string, files: readonly string[], own: () => Place): Place {
  const [index = '', line = '', column = '', ...rest] = mark.split(':');
  const file = /^\d+$/.test(index) ? files[Number(index)] : undefined;
  if (file === undefined || !/^[1-9]\d*$/.test(line) || !/^[1-9]\d*$/.test(column) || rest.length > 0) {
    throw documentFaults.HTML_ATTRIBUTE_VALUE({
      message: `unexpected "${mark.slice(0, 80)}" in ${PLACE_ATTRIBUTE}, expected fileIndex:line:column of a known file`,
      place: own(),
      hint: `${PLACE_ATTRIBUTE} is written by the template step; leave it out of templates.`,
    });
  }
  return { file, line: Number(line), column: Number(column) };
}
