import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCreditNoteFixtures, listFixtures } from '../fixtures.ts';
import { createRandom, type Random } from '../mutants/random.ts';
import { BRANDS, createRandomSource, LOCALES, type RandomSource } from '../mutants/random-source.ts';

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
  /** Orders of businesses, each as both kinds of e-invoice. */
  readonly randomEInvoices: number;
}

export const WHOLE: Extent = { fixtures: () => true, locales: LOCALES, randomInvoices: 300, randomEInvoices: 300 };

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

export const PART: Extent = {
  fixtures: (name) => CHOSEN.has(name),
  locales: ['nb', 'fi'],
  randomInvoices: 24,
  randomEInvoices: 6,
};

const TEMPLATES = ['classic', 'modern', 'compact', 'consumer'];
const SEED = 20_261_101;

/** Every document to make, those alike in brand, template, language and kind beside each other. */
export function listCases(extent: Extent): Case[] {
  return [
    ...listFixtureCases(extent),
    ...listCreditNoteCases(extent),
    ...listEInvoiceCases(extent),
    ...listRandomCases(extent),
    ...listRandomEInvoiceCases(extent),
  ];
}

/** Fixtures in every template, language and kind. */
function listFixtureCases({ fixtures, locales }: Extent): Case[] {
  return listFixtures()
    .filter(({ name }) => fixtures(name))
    .flatMap(({ name, source, brandFile }) =>
      TEMPLATES.flatMap((template) =>
        locales.flatMap((locale): Case[] => {
          const options = {
            template,
            locale,
            ...(brandFile === undefined ? {} : { brand: brandFor(brandFile, template) }),
          };
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

/** Credit notes whose numbers stand in their records, in every template and language. */
function listCreditNoteCases({ locales }: Extent): Case[] {
  return listCreditNoteFixtures().flatMap(({ name, source, brandFile }) =>
    TEMPLATES.flatMap((template) =>
      locales.map((locale): Case => {
        const options = { template, locale, ...(brandFile === undefined ? {} : { brand: brandFile }) };
        return {
          name: `credit-notes-${name}-${template}-${locale}`,
          source,
          options: { ...options, kind: 'credit-note' },
        };
      }),
    ),
  );
}

/** Every fixture of a brand with each kind of e-invoice in it, templates and languages in turn. */
function listEInvoiceCases({ fixtures, locales }: Extent): Case[] {
  return listFixtures()
    .filter(({ name, brandFile }) => fixtures(name) && brandFile !== undefined)
    .flatMap(({ name, source, folder }, index) => {
      const brand = readBrandFile(join(folder, 'brand.json'));
      return (['ubl', 'cii'] as const).flatMap((eInvoice, turn): Case[] => {
        const options = { ...takeTurn(index + turn, locales), brand, eInvoice };
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

function takeTurn(index: number, locales: readonly string[]): { readonly template: string; readonly locale: string } {
  const template = TEMPLATES[index % TEMPLATES.length] ?? 'classic';
  return { template, locale: locales[index % locales.length] ?? 'en' };
}

/** Random invoices, each plain or with one of the two e-invoices, in turn. */
function listRandomCases({ randomInvoices }: Extent): Case[] {
  const random = createRandom(SEED);
  return Array.from({ length: randomInvoices }, (_, index): Case => {
    const { json, brand, locale, template } = createRandomSource(random);
    const eInvoice = (['ubl', 'cii', undefined] as const)[index % 3];
    return {
      name: `random-${index}${eInvoice === undefined ? '' : `-${eInvoice}`}`,
      source: json,
      options: {
        template,
        locale,
        brand: withEndpoint(BRANDS[brand]),
        ...(eInvoice === undefined ? {} : { eInvoice }),
      },
    };
  });
}

/** Random orders of businesses, each as both kinds of e-invoice; every fifth order cancelled, as credit notes. */
function listRandomEInvoiceCases({ randomEInvoices }: Extent): Case[] {
  const random = createRandom(SEED + 1);
  return Array.from({ length: randomEInvoices }).flatMap((_, index) => {
    const { json, brand, locale, template } = createBusinessSource(random);
    const isCredit = index % 5 === 4;
    const kind = isCredit ? ({ kind: 'credit-note', creditNoteNumber: 'K-1001' } as const) : {};
    return (['ubl', 'cii'] as const).map((eInvoice): Case => {
      const options = { template, locale, brand: withEndpoint(BRANDS[brand]), eInvoice, ...kind };
      const name = `business-${index}-${eInvoice}${isCredit ? '-credit' : ''}`;
      return { name, source: isCredit ? asVoided(Buffer.from(JSON.stringify(json))) : json, options };
    });
  });
}

/** The next random source that a business has ordered. */
function createBusinessSource(random: Random): RandomSource {
  for (;;) {
    const source = createRandomSource(random);
    const { order } = source.json.session as { readonly order: { readonly billing_address: object } };
    if ('organization_number' in order.billing_address) return source;
  }
}

interface BrandContent {
  readonly template?: { readonly name: string; readonly options?: object };
  readonly country: string;
  readonly organizationNumber: string;
  readonly endpoint?: object;
  readonly logo?: string;
}

/** The brand's file; where it sets options of another template, its content without them. */
function brandFor(path: string, template: string): string | object {
  const { template: own } = JSON.parse(readFileSync(path, 'utf8')) as BrandContent;
  const isSet = Object.keys(own?.options ?? {}).length > 0;
  return isSet && own?.name !== template ? readBrandFile(path) : path;
}

/**
 * What a brand's file says, without the options of its own template. A logo is relative to its brand's file, and the
 * content alone has none; the pages with logos are the fixtures'.
 */
function readBrandFile(path: string): object {
  const { logo: _logo, template: _template, ...brand } = JSON.parse(readFileSync(path, 'utf8')) as BrandContent;
  return withEndpoint(brand);
}

const ENDPOINTS: Readonly<Record<string, (number: string) => object>> = {
  NO: (id) => ({ scheme: '0192', id }),
  SE: (number) => ({ scheme: '0007', id: number.replace('-', '') }),
  FI: (number) => ({ scheme: '0216', id: `0037${number.replace('-', '')}` }),
};

/** Every seller can be reached by Peppol; the brands of some fixtures do not say how. */
function withEndpoint(brand: BrandContent): object {
  return { endpoint: ENDPOINTS[brand.country]?.(brand.organizationNumber), ...brand };
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
