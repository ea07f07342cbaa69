import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFixtures } from '../fixtures.ts';
import { createRandom } from '../mutants/random.ts';
import { BRANDS, createRandomSource, LOCALES } from '../mutants/random-source.ts';

/** One document to make and have judged. */
export interface Case {
  readonly name: string;
  readonly source: object | Uint8Array;
  readonly options: {
    readonly template: string;
    readonly locale: string;
    readonly brand?: string | object;
    readonly kind?: 'invoice' | 'credit-note';
    readonly creditNoteNumber?: string;
    readonly eInvoice?: 'ubl' | 'cii';
  };
}

/** How much of everything: the whole for a run by hand, a part of each kind for continuous integration. */
export interface Extent {
  readonly fixtures: (name: string) => boolean;
  readonly locales: readonly string[];
  readonly randomInvoices: number;
}

export const WHOLE: Extent = { fixtures: () => true, locales: LOCALES, randomInvoices: 300 };

const CHOSEN = new Set([
  'classic-comp',
  'consumer-norway',
  'finland-b2b',
  'finland-consumer',
  'four-vat-rates',
  'gift-card-order',
  'long-descriptions',
  'sweden-b2b',
]);

export const PART: Extent = { fixtures: (name) => CHOSEN.has(name), locales: ['nb', 'fi'], randomInvoices: 24 };

const TEMPLATES = ['classic', 'modern', 'compact', 'consumer'];
const SEED = 20_261_101;

/** Fixtures in every template, language and kind. */
export function listFixtureCases({ fixtures, locales }: Extent): Case[] {
  return listFixtures()
    .filter(({ name }) => fixtures(name))
    .flatMap(({ name, source, brandFile }) =>
      TEMPLATES.flatMap((template) =>
        locales.flatMap((locale): Case[] => {
          const options = { template, locale, ...(brandFile === undefined ? {} : { brand: brandFile }) };
          const id = `${name}-${template}-${locale}`;
          return [
            { name: id, source, options },
            {
              name: `${id}-credit`,
              source: asVoided(source),
              options: { ...options, kind: 'credit-note', creditNoteNumber: 'K-1001' },
            },
          ];
        }),
      ),
    );
}

/** Every fixture with each kind of e-invoice in it. */
export function listFixtureEInvoiceCases({ fixtures }: Extent): Case[] {
  return listFixtures()
    .filter(({ name, brandFile }) => fixtures(name) && brandFile !== undefined)
    .flatMap(({ name, source, folder }) => {
      const brand = readBrandFile(join(folder, 'brand.json'));
      return (['ubl', 'cii'] as const).flatMap((eInvoice): Case[] => {
        const options = { template: 'classic', locale: 'en', brand, eInvoice };
        return [
          { name: `${name}-${eInvoice}`, source, options },
          {
            name: `${name}-${eInvoice}-credit`,
            source: asVoided(source),
            options: { ...options, kind: 'credit-note', creditNoteNumber: 'K-1001' },
          },
        ];
      });
    });
}

const ENDPOINTS = { NO: '0192', SE: '0007', FI: '0216' } as const;

/** Random invoices, each once plain or with one of the two e-invoices, in turn. */
export function listRandomCases({ randomInvoices }: Extent): Case[] {
  const random = createRandom(SEED);
  return Array.from({ length: randomInvoices }, (_, index): Case => {
    const { json, brand, locale } = createRandomSource(random);
    const seller = BRANDS[brand];
    const id = `${brand === 'FI' ? '0037' : ''}${seller.organizationNumber}`;
    const eInvoice = (['ubl', 'cii', undefined] as const)[index % 3];
    return {
      name: `random-${index}${eInvoice === undefined ? '' : `-${eInvoice}`}`,
      source: json,
      options: {
        template: TEMPLATES[index % TEMPLATES.length] ?? 'classic',
        locale,
        brand: { ...seller, endpoint: { scheme: ENDPOINTS[brand], id } },
        ...(eInvoice === undefined ? {} : { eInvoice }),
      },
    };
  });
}

/** A logo is relative to its brand's file, and the content alone has none; the pages with logos are the fixtures'. */
function readBrandFile(path: string): object {
  const { logo: _, ...brand } = JSON.parse(readFileSync(path, 'utf8')) as { logo?: string };
  return brand;
}

/** The same transaction, captured and then cancelled. */
function asVoided(source: Uint8Array): object {
  const { session, transaction } = JSON.parse(Buffer.from(source).toString('utf8')) as {
    session: object;
    transaction: { events?: object[] };
  };
  const event = { event: 'VOID', success: true, created_at: '2026-11-25T10:00:00.000Z' };
  return {
    session,
    transaction: { ...transaction, status: 'AUTHORIZATION_VOIDED', events: [...(transaction.events ?? []), event] },
  };
}
