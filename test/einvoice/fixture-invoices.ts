import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toInvoice } from '#dist/dintero/index.js';
import { readBrand } from '#dist/engine-parts.js';
import type { Invoice } from '#dist/invoice/index.js';
import { readSource } from '#dist/read-source.js';
import { type Fixture, listFixtures } from '../support/fixtures.ts';

/** The invoice of a fixture, or what takes it back. */
export function toFixtureInvoice({ source, brandFile, folder }: Fixture): Invoice {
  const brand = readBrand(brandFile)?.brand ?? null;
  const options = join(folder, 'options.json');
  const own = existsSync(options) ? (JSON.parse(readFileSync(options, 'utf8')) as object) : {};
  return toInvoice(readSource(source), brand, own);
}

/** Every fixture's invoice by name. */
export function listFixtureInvoices(): { readonly name: string; readonly invoice: Invoice }[] {
  return listFixtures().map((fixture) => ({ name: fixture.name, invoice: toFixtureInvoice(fixture) }));
}
