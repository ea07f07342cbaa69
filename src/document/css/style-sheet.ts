import type { Place } from '../../base/index.ts';
import type { LonghandName, Values } from '../properties/longhands.ts';
import type { Property } from '../properties/properties.ts';
import type { MarginBoxName } from '../style.ts';
import type { Component } from '../values/component.ts';
import type { Resolver } from '../values/resolver.ts';
import type { ComplexSelector } from './selector.ts';

/** A parsed style sheet. It knows no document and is read once. */
export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly pageRules: readonly PageRule[];
  readonly fontFaces: readonly FontFace[];
}

/** Where a rule stands: its first character, and the line that its last one is on. */
export interface RulePlace extends Place {
  readonly lastLine: number;
}

/** One selector of a rule with the rule's declarations. */
export interface StyleRule {
  readonly selector: ComplexSelector;
  readonly declarations: readonly Declaration[];
  readonly place: RulePlace;
}

/** Values that every property takes (CSS Cascade 4 §7.3). */
export type WideKeyword = 'inherit' | 'initial' | 'unset';

/** Whatever a longhand computes to; which longhand it belongs to stands beside it. */
export type AnyValue = Values[LonghandName];

interface DeclarationBase {
  readonly important: boolean;
  readonly place: Place;
}

/** A declaration after shorthands are taken apart. */
export type Declaration =
  | (DeclarationBase & {
      readonly kind: 'longhand';
      readonly name: LonghandName;
      readonly value: Resolver<AnyValue> | WideKeyword;
    })
  /** A value with var() in it: read when the custom properties of an element are known. */
  | (DeclarationBase & {
      readonly kind: 'deferred';
      readonly property: Property;
      readonly components: readonly Component[];
    })
  | (DeclarationBase & {
      readonly kind: 'custom';
      readonly name: string;
      readonly components: readonly Component[];
    });

/** `@page` or `@page :first`. */
export interface PageRule {
  readonly first: boolean;
  readonly descriptors: readonly PageDescriptor[];
  /** Inherited properties, which the margin boxes take over. */
  readonly declarations: readonly Declaration[];
  readonly marginBoxes: readonly MarginBoxRule[];
}

/** What `@page` says of the sheet of paper; points. Percentages of margins refer to the page. */
export type PageDescriptor =
  | { readonly name: 'size'; readonly width: number; readonly height: number }
  | {
      readonly name: 'margin-top' | 'margin-right' | 'margin-bottom' | 'margin-left';
      readonly points: number;
      readonly percent: number;
    };

export interface MarginBoxRule {
  readonly name: MarginBoxName;
  readonly declarations: readonly Declaration[];
}

/** A face that the style sheet brings along; `file` is relative to the style sheet. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
  readonly place: Place;
}
