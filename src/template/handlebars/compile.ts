import Handlebars from 'handlebars';
import type { Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import type { Location, Program } from './ast.ts';
import { type Findings, hardenTemplate, type ParsedFile } from './harden.ts';
import { HELPERS, type PrintSettings } from './helpers.ts';
import { limitSource } from './limit-source.ts';
import type { MarkedFact } from './mark-places.ts';
import { isTruthy, refuseValue, resolvePath, toPrint, ValueRefusal } from './values.ts';

/** Of the HTML; a document of ten thousand lines has twelve million. */
const MAX_OUTPUT_CHARACTERS = 32 * 1024 * 1024;
/** Turns of all loops of one document. */
const MAX_TURNS = 1_000_000;

/** One file of a template as text. */
export interface TemplateFile {
  /** As it is called in messages. */
  readonly name: string;
  readonly source: string;
}

/** A template made ready: checked through, and printable any number of times. */
export interface CompiledTemplate {
  /** Names by the index of `data-at`. */
  readonly files: readonly string[];
  readonly facts: readonly MarkedFact[];
  readonly labels: readonly { readonly key: string; readonly place: Place }[];
  /** Files of partials that nothing includes. */
  readonly unusedPartials: readonly string[];
  /** Prints a view to HTML. Pure: the same view and settings give the same text. */
  readonly print: (view: object, settings: PrintSettings) => string;
}

/**
 * Compiles a template from source text. `partials` are by the name that `{{> name}}` gives.
 *
 * @throws TEMPLATE_…, each with its place
 */
export function compileTemplate(entry: TemplateFile, partials: ReadonlyMap<string, TemplateFile>): CompiledTemplate {
  const handlebars = createHandlebars();
  const files = [entry, ...partials.values()];
  const parsed = new Map([...partials].map(([name, file], index) => [name, parseFile(handlebars, file, index + 1)]));
  const facts: MarkedFact[] = [];
  const findings = createFindings(facts);
  const program = hardenTemplate(parseFile(handlebars, entry, 0), parsed, findings);
  const template = handlebars.compile<object>(program, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(createRuntime(UNUSED_SETTINGS)).map((name) => [name, true])),
    // `$text` and `$attribute` escape; Handlebars must not do it again.
    noEscape: true,
    ignoreStandalone: true,
  } as CompileOptions);
  return {
    files: files.map(({ name }) => name),
    facts,
    labels: findings.labels,
    unusedPartials: [...partials].filter(([name]) => !findings.includedPartials.has(name)).map(([, file]) => file.name),
    print: (view, settings) => checkLength(template(view, { helpers: createRuntime(settings) }), entry.name),
  };
}

/** An environment of its own, with none of the helpers and decorators that Handlebars brings. */
function createHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);
  for (const name of Object.keys(handlebars.decorators)) handlebars.unregisterDecorator(name);
  return handlebars;
}

function parseFile(handlebars: typeof Handlebars, file: TemplateFile, index: number): ParsedFile {
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

function createFindings(facts: MarkedFact[]): Findings {
  let open: { name: string; place: Place } | null = null;
  return {
    labels: [],
    includedPartials: new Set(),
    statements: 0,
    openFact: (place) => {
      open = { name: '', place };
    },
    continueFact: (piece) => {
      if (open !== null) open.name += piece;
    },
    closeFact: () => {
      if (open !== null) facts.push(open);
      open = null;
    },
  };
}

interface HelperOptions {
  readonly fn: (context: unknown, options?: { data?: unknown; blockParams?: readonly unknown[] }) => string;
  readonly inverse: (context: unknown) => string;
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  readonly loc: Location;
}

type RuntimeHelper = (this: unknown, ...args: unknown[]) => unknown;

const UNUSED_SETTINGS: PrintSettings = { locale: 'en', labels: new Map() };

/** Everything a compiled template can call, for one printing. */
function createRuntime(settings: PrintSettings): Record<string, RuntimeHelper> {
  let turns = 0;
  const runtime: Record<string, RuntimeHelper> = {
    $value: define((_options, [base, ...steps]) => resolvePath(base, steps as string[])),
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
        Object.assign(frame, { index, first: index === 0, last: index === list.length - 1 });
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

function checkLength(html: string, file: string): string {
  if (html.length <= MAX_OUTPUT_CHARACTERS) return html;
  throw tooLarge('the template prints too much', { file, line: 1, column: 1 });
}

function tooLarge(message: string, place: Place): Error {
  return templateFaults.TEMPLATE_TOO_LARGE({ message, place });
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
