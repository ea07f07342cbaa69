import Handlebars from 'handlebars';
import type { Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import type { Location } from './ast.ts';
import type { PrintSettings } from './helper.ts';
import { HELPERS } from './helpers.ts';
import { isTruthy, refuseValue, resolvePath, toPrint, ValueRefusal } from './values.ts';

/** Of the HTML; a document of ten thousand lines has twelve million. */
const MAX_OUTPUT_CHARACTERS = 32 * 1024 * 1024;
/** Turns of all loops of one document. */
const MAX_TURNS = 1_000_000;

/** What Handlebars hands to a helper after its values. */
interface HelperOptions {
  readonly fn: (context: unknown, options?: { data?: unknown; blockParams?: readonly unknown[] }) => string;
  readonly inverse: (context: unknown) => string;
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  readonly loc: Location;
}

type RuntimeHelper = (this: unknown, ...args: unknown[]) => unknown;

/** Names of everything that `createRuntime` makes; `$` keeps the inner ones out of templates' reach. */
export const RUNTIME_NAMES: readonly string[] = [
  ...['$value', '$text', '$attribute'],
  ...['if', 'unless', 'with', 'each'],
  ...Object.keys(HELPERS),
];

/** Everything a compiled template can call, for one printing. */
export function createRuntime(settings: PrintSettings): Record<string, RuntimeHelper> {
  let turns = 0;
  const runtime: Record<string, RuntimeHelper> = {
    $value: define((_options, values) => resolvePath(values[0], values.slice(1) as string[])),
    $text: define((_options, [value]) => toPrint(value, 'text')),
    $attribute: define((_options, [value]) => toPrint(value, 'attribute')),
    if: defineBlock((options, context, value) => (isTruthy(value) ? options.fn(context) : options.inverse(context))),
    unless: defineBlock((options, context, value) =>
      isTruthy(value) ? options.inverse(context) : options.fn(context),
    ),
    with: defineBlock((options, context, value) =>
      value === null ? options.inverse(context) : options.fn(value, { data: options.data, blockParams: [value] }),
    ),
    each: defineBlock((options, context, list) => {
      if (!Array.isArray(list)) return refuseValue(list, 'a list');
      if (list.length === 0) return options.inverse(context);
      turns += list.length;
      if (turns > MAX_TURNS) throw tooLarge(`the template’s loops turn more than ${MAX_TURNS} times`, toPlace(options));
      let printed = '';
      for (const [index, item] of list.entries()) {
        const frame = Handlebars.createFrame(options.data);
        frame.index = index;
        frame.first = index === 0;
        frame.last = index === list.length - 1;
        printed += options.fn(item, { data: frame, blockParams: [item, index] });
        if (printed.length > MAX_OUTPUT_CHARACTERS) throw tooLarge('the template prints too much', toPlace(options));
      }
      return printed;
    }),
  };
  for (const [name, helper] of Object.entries(HELPERS)) {
    runtime[name] = define((options, values) => helper.call(values, options.hash, settings));
  }
  return runtime;
}

/** A helper whose refusals of a value become faults with the place of its call. */
function define(body: (options: HelperOptions, values: readonly unknown[]) => unknown): RuntimeHelper {
  return (...args) => {
    const options = args.pop() as HelperOptions;
    try {
      return body(options, args);
    } catch (error) {
      throw withPlace(error, options);
    }
  };
}

function defineBlock(body: (options: HelperOptions, context: unknown, value: unknown) => string): RuntimeHelper {
  return function block(this: unknown, ...args) {
    const [value, options] = args as [unknown, HelperOptions];
    try {
      return body(options, this, value);
    } catch (error) {
      throw withPlace(error, options);
    }
  };
}

function withPlace(error: unknown, options: HelperOptions): unknown {
  if (!(error instanceof ValueRefusal)) return error;
  return templateFaults[error.code]({ message: error.message, place: toPlace(options), hint: error.hint });
}

function toPlace({ loc }: HelperOptions): Place {
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}

/** Refuses more HTML than any document needs. */
export function checkLength(html: string, file: string): string {
  if (html.length <= MAX_OUTPUT_CHARACTERS) return html;
  throw tooLarge('the template prints too much', { file, line: 1, column: 1 });
}

function tooLarge(message: string, place: Place): Error {
  return templateFaults.TEMPLATE_TOO_LARGE({ message, place });
}
