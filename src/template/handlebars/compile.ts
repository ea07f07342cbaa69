import Handlebars from 'handlebars';
import type { Place } from '../../base/index.ts';
import { hardenTemplate } from './harden.ts';
import type { PrintSettings } from './helper.ts';
import type { MarkedFact } from './mark-places.ts';
import { parseFile } from './parse-file.ts';
import { checkLength, createRuntime, RUNTIME_NAMES } from './runtime.ts';
import type { Findings } from './scope.ts';
import type { TemplateFile } from './template-file.ts';

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
    knownHelpers: Object.fromEntries(RUNTIME_NAMES.map((name) => [name, true])),
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
