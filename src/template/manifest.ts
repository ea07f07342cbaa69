import { z } from 'zod';
import { findNearestName } from '../base/index.ts';
import type { OptionValue } from './brand/parse-brand.ts';
import { templateFaults } from './faults.ts';

const optionValue = z.union([z.string(), z.number(), z.boolean()]);

/** `template.json` as people write it. */
const manifestSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected small letters, figures and hyphens'),
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as "1.0.0"'),
    description: z.string().min(1).max(300),
    extends: z
      .string()
      .min(1)
      .optional()
      .describe('A template of the package: what this folder does not have is taken from there.'),
    page: z.enum(['A4', 'Letter']),
    fonts: z.array(z.string().min(1)).min(1).describe('Font families that the style sheet names.'),
    options: z.record(
      z.string().regex(/^[a-z][A-Za-z0-9]*$/),
      z.strictObject({
        values: z.array(optionValue).min(2).describe('Every value that the option can have.'),
        default: optionValue,
        description: z.string().min(1).max(300),
      }),
    ),
  })
  .meta({ title: 'fakturapress template', description: 'What a template is called, and what it can be told.' });

export type TemplateManifest = z.infer<typeof manifestSchema>;

/** The manifest's schema as JSON Schema (draft 2020-12), for editors. */
export function toManifestJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(manifestSchema, { io: 'input' });
}

/** Options that every template has, so that a brand can change its template and keep them. */
const COMMON_OPTIONS = ['paymentQr', 'carriedForward', 'grouping'] as const;

/** Checks `template.json` as read from JSON; `file` names it in messages. */
export function parseManifest(json: unknown, file: string): TemplateManifest {
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.map(String).join('.') ?? '';
    throw templateFaults.TEMPLATE_MANIFEST({
      message: `${file}: ${path === '' ? '' : `${path}: `}${issue?.message ?? 'wrong'}`,
      path,
    });
  }
  for (const [name, option] of Object.entries(parsed.data.options)) {
    if (option.values.includes(option.default)) continue;
    const path = `options.${name}.default`;
    throw templateFaults.TEMPLATE_MANIFEST({ message: `${file}: ${path} is none of the option’s values`, path });
  }
  const absent = COMMON_OPTIONS.find((name) => !Object.hasOwn(parsed.data.options, name));
  if (absent !== undefined) {
    throw templateFaults.TEMPLATE_MANIFEST({
      message: `${file}: options lacks "${absent}", which every template has`,
      path: 'options',
    });
  }
  return parsed.data;
}

/** Of options that were set for another template, those that this one has too. */
export function pickOptions(
  { options }: TemplateManifest,
  set: Readonly<Record<string, OptionValue>>,
): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(set).filter(
      ([name, value]) => Object.hasOwn(options, name) && options[name]?.values.includes(value),
    ),
  );
}

/**
 * Each option's value: the one that was set, or the template's default.
 *
 * @throws TEMPLATE_OPTION with the path in the brand file
 */
export function resolveOptions(
  { name: template, options }: TemplateManifest,
  set: Readonly<Record<string, OptionValue>>,
): Readonly<Record<string, OptionValue>> {
  for (const [name, value] of Object.entries(set)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option?.values.includes(value)) continue;
    const nearest = option === undefined ? findNearestName(name, Object.keys(options)) : null;
    const path = `template.options.${name}`;
    throw templateFaults.TEMPLATE_OPTION({
      message:
        option === undefined
          ? `template ${template} has no option "${name}", expected ${Object.keys(options).join(', ')}`
          : `template ${template}: option "${name}" cannot be ${JSON.stringify(value)}, expected ${option.values.map((v) => JSON.stringify(v)).join(', ')}`,
      path,
      hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
    });
  }
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, set[name] ?? option.default]));
}
