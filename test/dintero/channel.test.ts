import { describe, expect, test } from 'vitest';
import { resolveChannel, type Source, toInvoice } from '#dist/dintero/index.js';
import { codeOf, copySource, readBrand } from './fixtures.ts';

const brand = readBrand('documentation-sample');
const product = 'session.configuration.kravia.invoice_b2b';

/** The documentation's sample with its channel taken out and another put somewhere. */
function source(change: (source: ReturnType<typeof copySource>) => void = () => undefined): Source {
  const copy = copySource('documentation-sample');
  delete copy.session.configuration?.kravia?.invoice_b2b?.invoice_channel;
  change(copy);
  return copy;
}

describe('resolveChannel', () => {
  test('finds the session’s own setting', () => {
    expect(resolveChannel(copySource('documentation-sample'))).toEqual({
      channel: 'merchant',
      path: `${product}.invoice_channel`,
      value: 'merchant',
    });
  });

  test('finds nothing where nothing is said, and assumes nothing', () => {
    expect(resolveChannel(source())).toEqual({ channel: null, path: null, value: null });
  });

  test.each([
    ['merchant', 'merchant'],
    ['provider', 'kravia'],
  ])('understands the older name: %s is %s', (value, channel) => {
    const answer = resolveChannel(
      source(({ session }) => {
        session.configuration = { kravia: { invoice_b2b: { invoice_delivery_method: value } } };
      }),
    );
    expect(answer).toEqual({ channel, path: `${product}.invoice_delivery_method`, value });
  });

  test.each(['session.payment', 'transaction.payment', 'transaction'])('finds a payment-level setting in %s', (at) => {
    const answer = resolveChannel(
      source(({ session, transaction }) => {
        if (at === 'session.payment') session.payment = { invoice_channel: 'merchant' };
        else if (at === 'transaction.payment') transaction.payment = { invoice_channel: 'merchant' };
        else transaction.invoice_channel = 'merchant';
      }),
    );
    expect(answer).toEqual({ channel: 'merchant', path: `${at}.invoice_channel`, value: 'merchant' });
  });

  test('falls back to the checkout’s payment options of the same product', () => {
    const options = (type: string | null) =>
      source(({ session }) => {
        session.configuration = {
          payment_options: [
            { payment_product_type: 'kravia.invoice_b2c', details: { invoice_channel: 'kravia' } },
            { payment_product_type: type, details: { invoice_channel: 'merchant' } },
          ],
        };
      });
    const path = 'session.configuration.payment_options[1].details.invoice_channel';
    expect(resolveChannel(options('kravia.invoice_b2b'))).toEqual({ channel: 'merchant', path, value: 'merchant' });
    expect(resolveChannel(options(null))).toEqual({ channel: 'merchant', path, value: 'merchant' });
    expect(resolveChannel(options('klarna.klarna')).channel).toBeNull();
  });

  test('session and payment go before payment options', () => {
    const answer = resolveChannel(
      source(({ session }) => {
        session.payment = { invoice_channel: 'merchant' };
        session.configuration = { payment_options: [{ details: { invoice_channel: 'kravia' } }] };
      }),
    );
    expect(answer.channel).toBe('merchant');
  });

  test('of two settings on one level the one that forbids decides', () => {
    const both = (own: string, payment: string) =>
      source(({ session }) => {
        session.configuration = { kravia: { invoice_b2b: { invoice_channel: own } } };
        session.payment = { invoice_channel: payment };
      });
    expect(resolveChannel(both('merchant', 'kravia')).channel).toBe('kravia');
    expect(resolveChannel(both('kravia', 'merchant')).channel).toBe('kravia');
    expect(resolveChannel(both('merchant', 'pigeon'))).toMatchObject({ channel: null, value: 'pigeon' });
  });

  test('another product’s setting does not count', () => {
    const answer = resolveChannel(
      source(({ session }) => {
        session.configuration = { kravia: { invoice_b2c: { invoice_channel: 'merchant' } } };
      }),
    );
    expect(answer.channel).toBeNull();
  });
});

describe('toInvoice and the channel', () => {
  const shownAsKravia = source(({ transaction }) => {
    transaction.invoice_channel = 'kravia';
  });
  const notUnderstood = source(({ transaction }) => {
    transaction.invoice_channel = 'pigeon';
  });

  test('the caller may vouch for a channel that is shown nowhere', () => {
    expect(codeOf(() => toInvoice(source(), brand))).toBe('CHANNEL_UNKNOWN');
    expect(toInvoice(source(), brand, { channel: 'merchant' }).warnings).toEqual([]);
  });

  test('the brand may vouch for it, and may say that Kravia delivers', () => {
    const withChannel = (invoiceChannel: 'merchant' | 'kravia') => brand && { ...brand, invoiceChannel };
    expect(toInvoice(source(), withChannel('merchant')).number).toBe('16788-000018');
    expect(codeOf(() => toInvoice(source(), withChannel('kravia')))).toBe('CHANNEL_KRAVIA');
    expect(toInvoice(source(), withChannel('kravia'), { channel: 'merchant' }).number).toBe('16788-000018');
  });

  test('a channel shown as kravia is refused whoever vouches, unless forced, which leaves a warning', () => {
    expect(codeOf(() => toInvoice(shownAsKravia, brand, { channel: 'merchant' }))).toBe('CHANNEL_KRAVIA');
    const forced = toInvoice(shownAsKravia, brand, { forceChannel: true });
    expect(forced.warnings.map((warning) => warning.ruleId)).toEqual(['source-channel-forced']);
  });

  test('a word that is not understood is not vouched away', () => {
    expect(codeOf(() => toInvoice(notUnderstood, brand, { channel: 'merchant' }))).toBe('CHANNEL_UNKNOWN');
  });
});
