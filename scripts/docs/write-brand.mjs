import { toBrandJsonSchema } from '../../dist/template/index.js';
import { fillSections, toCode, toTable } from './fill-sections.mjs';

/** docs/brand.md with the table of keys from the schema. */
export function writeBrand(page) {
  return fillSections(page, { keys: toTable(['key', 'needed', 'what it says'], listKeys(toBrandJsonSchema(), '')) });
}

function listKeys(schema, path) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const choices = value.enum === undefined ? '' : ` One of ${value.enum.map(toCode).join(', ')}.`;
    return [
      [toCode(name), required.has(key) ? 'yes' : '', `${value.description ?? ''}${choices}`.trim()],
      ...listKeys(value, name),
    ];
  });
}
