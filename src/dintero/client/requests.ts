import type { InvoiceChannel } from '../../invoice/index.ts';

/** An address of an order, as Dintero takes it; telephone numbers in E.123 with their country. */
export interface AddressRequest {
  readonly first_name?: string;
  readonly last_name?: string;
  readonly business_name?: string;
  readonly organization_number?: string;
  readonly address_line?: string;
  readonly address_line_2?: string;
  readonly co_address?: string;
  readonly postal_code?: string;
  readonly postal_place?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly email?: string;
  readonly phone_number?: string;
  readonly customer_reference?: string;
  readonly cost_center?: string;
}

/** An item of an order; amounts are of the whole line, in minor units, VAT and discounts included. */
export interface ItemRequest {
  readonly id?: string;
  readonly line_id?: string;
  readonly description?: string;
  readonly quantity?: number;
  readonly amount: number;
  readonly vat_amount?: number;
  /** In percent. */
  readonly vat?: number;
  readonly [other: string]: unknown;
}

export interface OrderRequest {
  readonly amount: number;
  readonly currency: string;
  readonly vat_amount?: number;
  readonly merchant_reference: string;
  readonly merchant_reference_2?: string;
  readonly items?: readonly ItemRequest[];
  readonly billing_address?: AddressRequest;
  readonly shipping_address?: AddressRequest;
  readonly [other: string]: unknown;
}

/** Terms of an invoice that is not grouped. */
export interface KraviaInvoiceConfiguration {
  readonly type?: 'payment_product_type';
  readonly enabled: boolean;
  /** Days from 0 to 365. */
  readonly days_until_due?: number;
  readonly require_identity_verification?: boolean;
  /** Who delivers the invoice; Dintero's default is `kravia`. */
  readonly invoice_channel?: InvoiceChannel;
}

/** Terms of grouped invoices, which have no merchant channel. */
export interface KraviaGroupedConfiguration {
  readonly type?: 'payment_product_type';
  readonly enabled: boolean;
  readonly days_until_due?: number;
  readonly require_identity_verification?: boolean;
  readonly invoice_schedule?: { readonly interval: 'monthly' | 'quarterly' };
  readonly invoice_channel?: never;
}

export interface KraviaConfiguration {
  readonly type?: 'payment_type';
  readonly invoice_b2b?: KraviaInvoiceConfiguration;
  readonly invoice_b2c?: KraviaInvoiceConfiguration;
  readonly invoice_b2b_grouped?: KraviaGroupedConfiguration;
}

/** `POST /v1/sessions-profile`: a checkout for a customer. */
export interface SessionRequest {
  readonly url: { readonly return_url: string; readonly callback_url?: string; readonly [other: string]: unknown };
  readonly order: OrderRequest;
  readonly configuration?: { readonly kravia?: KraviaConfiguration; readonly [other: string]: unknown };
  readonly profile_id?: string;
  readonly [other: string]: unknown;
}

/** `POST /v1/sessions/pay`: an invoice that the merchant initiates, without a checkout. */
export interface PayRequest {
  readonly payment: {
    readonly payment_product_type: 'kravia.invoice_b2b' | 'kravia.invoice_b2c';
    readonly operation: 'invoice_payment';
    readonly days_until_due: number;
    readonly invoice_channel?: InvoiceChannel;
  };
  readonly session: {
    readonly url?: { readonly callback_url?: string; readonly [other: string]: unknown };
    readonly order: OrderRequest & { readonly billing_address: AddressRequest };
    readonly [other: string]: unknown;
  };
}

/** `POST /v1/transactions/{id}/capture`. */
export interface CaptureRequest {
  readonly amount: number;
  readonly items?: readonly ItemRequest[];
  readonly capture_reference?: string;
}
