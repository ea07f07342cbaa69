import type { Currency } from '../base/index.ts';
import type { Address, CountryCode, ElectronicAddress, SellerStatements } from './invoice.ts';

/** How a merchant invoice reaches the payer: Kravia sends it, or the merchant does. */
export type InvoiceChannel = 'kravia' | 'merchant';

/**
 * What the model takes from a brand: who sells and who is paid, never an amount, an account or a reference. The brand
 * file's whole schema stands in `src/template`; this is the part that becomes facts.
 */
export interface BrandFacts {
  /** Name that customers know. */
  readonly name: string;
  /** Name in the register. */
  readonly legalName: string;
  /** Digits only, without prefix or suffix; its check digit has been verified. */
  readonly organizationNumber: string;
  readonly country: CountryCode;
  readonly vatRegistered: boolean;
  readonly address: Address;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  /** Account holder to name as payee; null leaves Kravia. */
  readonly payee: string | null;
  /** Vouches for the invoice channel where the session does not show it. */
  readonly invoiceChannel: InvoiceChannel | null;
  /** Words for rates without VAT, by item group id; `default` for the rest. */
  readonly exemptions: Readonly<Record<string, string>>;
  /** The seller's own currency, in which the law wants VAT stated. */
  readonly nationalCurrency: Currency | null;
  readonly statements: SellerStatements;
  /** Electronic address for e-invoices. */
  readonly endpoint: ElectronicAddress | null;
}
