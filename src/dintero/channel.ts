import type { BrandFacts, InvoiceChannel } from '../invoice/index.ts';
import { dinteroFaults } from './faults.ts';
import { quoteText } from './quote.ts';
import { listInvoiceSettings } from './settings.ts';
import type { Warn } from './warnings.ts';
import type { InvoiceSettings } from './wire/configuration.ts';
import type { Source } from './wire/source.ts';

/** Who delivers the invoice, and what says so. */
export interface ChannelAnswer {
  /** Null where nothing says it, or what says it is not understood. */
  readonly channel: InvoiceChannel | null;
  /** JSON path of the setting that decided; null where there is none. */
  readonly path: string | null;
  /** The setting as it stands there. */
  readonly value: string | null;
}

/** Who may vouch for a channel that the source does not show. */
export interface ChannelOptions {
  readonly channel?: InvoiceChannel | undefined;
  /** Makes the document even where Kravia is shown to deliver one too. */
  readonly forceChannel?: boolean | undefined;
}

/** Values by their two names: `invoice_channel` in the documentation, `invoice_delivery_method` before it. */
const CHANNELS: ReadonlyMap<string, InvoiceChannel> = new Map([
  ['kravia', 'kravia'],
  ['provider', 'kravia'],
  ['merchant', 'merchant'],
]);

/**
 * Who delivers the invoice, as far as session and transaction tell, by Dintero's precedence: session or payment first,
 * then the checkout's payment options. Where two places of one level disagree, the one that forbids a second document
 * decides. Dintero's own default (`kravia`) is not assumed, because the settings need not come back with the session.
 */
export function resolveChannel(source: Source): ChannelAnswer {
  const places = listInvoiceSettings(source);
  for (const level of ['payment', 'checkout'] as const) {
    const answers = places
      .filter((place) => place.level === level)
      .flatMap(({ settings, path }) => read(settings, path));
    const answer =
      answers.find(({ channel }) => channel === 'kravia') ??
      answers.find(({ channel }) => channel === null) ??
      answers[0];
    if (answer !== undefined) return answer;
  }
  return { channel: null, path: null, value: null };
}

function read(settings: InvoiceSettings, path: string): ChannelAnswer[] {
  for (const key of ['invoice_channel', 'invoice_delivery_method'] as const) {
    const value = settings[key];
    if (value) return [{ channel: CHANNELS.get(value) ?? null, path: `${path}.${key}`, value }];
  }
  return [];
}

/**
 * Makes sure that the merchant is the one who delivers. A channel that is shown decides; where none is, the caller or
 * the brand may vouch for it.
 *
 * @throws CHANNEL_KRAVIA, CHANNEL_UNKNOWN
 */
export function assertMerchantChannel(
  source: Source,
  brand: BrandFacts | null,
  options: ChannelOptions,
  warn: Warn,
): void {
  const { channel, path, value } = resolveChannel(source);
  if (channel === 'merchant') return;
  const shown = channel ?? (value === null ? (options.channel ?? brand?.invoiceChannel ?? null) : null);
  if (shown === 'merchant') return;
  const where = path ?? 'session.configuration';
  const found = value === null ? 'no invoice_channel' : quoteText(value);
  const message = `Unexpected ${found} in ${where}, expected "merchant"`;
  if (options.forceChannel) {
    warn({ ruleId: 'source-channel-forced', field: where, expected: 'merchant', found, message: `${message}; forced` });
    return;
  }
  if (shown === 'kravia') throw dinteroFaults.CHANNEL_KRAVIA({ message, path: path ?? undefined });
  throw dinteroFaults.CHANNEL_UNKNOWN({ message, path: path ?? undefined });
}
