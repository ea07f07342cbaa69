import { z } from 'zod';
import { CURRENCY_DIGITS, type Currency } from '../../base/index.ts';
import { LOCALES } from '../format/conventions.ts';
import { FACES } from './faces.ts';

const line = z.string().trim().min(1, 'expected some text').max(200);
const paragraph = z.string().trim().min(1, 'expected some text').max(2000);
const country = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 code of two capital letters, such as "NO"');
const locale = z.enum(LOCALES);
const currency = z.enum(Object.keys(CURRENCY_DIGITS) as [Currency, ...Currency[]]);
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour as "#rrggbb"');

const face = z.enum(FACES);

/** One text for every language, or one for each. */
const text = z.union([paragraph, z.partialRecord(locale, paragraph)]);

const address = z
  .strictObject({
    address_line: line.describe('Street and number, or post box.'),
    address_line_2: line.optional().describe('Second street line.'),
    co_address: line.optional().describe('Care-of line, printed first.'),
    postal_code: z.string().trim().min(1).max(12).describe('Postal code.'),
    postal_place: line.describe('Post town.'),
    country: country.optional().describe('Where it differs from the seller’s country.'),
  })
  .describe('The seller’s address, in the words of Dintero’s own address objects.');

/**
 * The brand file as people write it. There is no key for an amount, an account or a payment reference, and unknown
 * keys are refused: a brand cannot change what the customer pays, or to whom.
 */
export const brandFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Path or address of this schema, for completion in editors.'),
    name: line.describe('Name that customers know.'),
    legalName: line.describe('Name in the register; stands on the document as the seller.'),
    organizationNumber: line.describe('Organisation number, written in any usual way; its check digit is verified.'),
    country: country.describe('Country whose rules the seller follows (ISO 3166).'),
    vatRegistered: z.boolean().describe('Whether the seller is registered for VAT.'),
    address,
    email: z.email('expected an e-mail address').optional().describe('Where questions about the invoice go.'),
    phone: line.optional().describe('With + and country code, such as "+4722000000".'),
    website: z.httpUrl('expected a web address beginning with https://').optional().describe('Web address.'),
    foretaksregisteret: z
      .boolean()
      .optional()
      .describe('Norway: AS, ASA and NUF print the word "Foretaksregisteret" (foretaksregisterloven § 10-2).'),
    fSkatt: z.boolean().optional().describe('Sweden: the seller is approved for F-skatt, and says so.'),
    seat: line
      .optional()
      .describe('Place of the registered office; Swedish and Finnish companies state it (säte, kotipaikka).'),
    registrations: z.array(line).max(6).optional().describe('Further lines about the seller, printed as they stand.'),
    logo: line.optional().describe('PNG, JPEG or SVG, as a path relative to this file; must lie beside it or below.'),
    colors: z
      .strictObject({
        accent: color.describe('The one accent colour; must reach 4.5:1 on white.'),
        tint: color.describe(
          'Pale ground of the payment block in templates that have one; made from the accent otherwise.',
        ),
      })
      .partial()
      .optional(),
    faces: z
      .strictObject({
        text: face.describe('Face of text and figures, instead of the template’s own.'),
        title: face.describe('Face of titles, names and what is set large, instead of the template’s own.'),
      })
      .partial()
      .optional(),
    payee: line
      .optional()
      .describe('Account holder to name as payee; without it, Kravia as the country’s practice has it.'),
    locale: locale
      .optional()
      .describe('Language of the documents; without it, that of each buyer’s country: nb, sv, fi or da, elsewhere en.'),
    texts: z
      .strictObject({
        intro: text.describe('One or two sentences under the title.'),
        terms: text.describe('Terms, printed after the totals.'),
        latePayment: text.describe('What happens when the invoice is paid late; printed after the terms.'),
        footer: text.describe('A line at the foot of every page.'),
      })
      .partial()
      .optional(),
    labels: z
      .partialRecord(locale, z.record(z.string(), line))
      .optional()
      .describe('Words to use instead of the package’s, by language and key of templates/labels.'),
    endpoint: z
      .strictObject({ scheme: z.string().regex(/^\d{4}$/, 'expected four digits, such as "0192"'), id: line })
      .optional()
      .describe('The seller’s electronic address (EAS scheme and identifier) for e-invoices.'),
    exemptions: z
      .record(z.string(), line)
      .optional()
      .describe('Words for lines without VAT, by item group id; "default" for the rest.'),
    nationalCurrency: currency
      .optional()
      .describe('Currency in which the law wants VAT stated; by default the country’s own.'),
    testNotice: z
      .boolean()
      .optional()
      .describe('false: documents of a test account do not say that they are; without it they do.'),
    invoiceChannel: z
      .enum(['kravia', 'merchant'])
      .optional()
      .describe('Vouches for the invoice channel where the session does not show it.'),
    template: z
      .strictObject({
        name: line.describe('Template to use: a name, or a folder relative to this file.'),
        options: z
          .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
          .describe(
            'The template’s own options. Of another template that is asked for, the brand sets those that both have.',
          ),
      })
      .partial()
      .optional(),
  })
  .meta({ title: 'fakturapress brand', description: 'Who sells, and how the seller’s documents look.' });

export type BrandFile = z.infer<typeof brandFileSchema>;

/** The brand file's schema as JSON Schema (draft 2020-12), for editors. */
export function toBrandJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(brandFileSchema, { io: 'input' });
}
