import { describe, expect, it } from 'vitest';
import { toCii, toUbl } from '#dist/einvoice/index.js';
import { faultOf } from '../invoice/references/slips.ts';
import { sampleInvoice } from '../invoice/sample-invoice.ts';

const base = sampleInvoice([{ grossMinor: 12_500, rateBps: 2500 }]);
const seller = base.seller;
if (seller === null) throw new Error('the sample has no seller');
const addressed = { ...base, seller: { ...seller, endpoint: { scheme: '0192', id: seller.organizationNumber } } };

describe('what Peppol cannot carry', () => {
  it('is a seller without an electronic address, which is the brand’s affair', () => {
    const fault = faultOf(() => toUbl(base));
    expect(fault).toMatchObject({ code: 'EINVOICE_SELLER_ENDPOINT_MISSING', kind: 'template', path: 'endpoint' });
  });

  it('is a seller whose address names another organisation', () => {
    const other = { ...addressed, seller: { ...seller, endpoint: { scheme: '0192', id: '923609016' } } };
    expect(faultOf(() => toUbl(other))).toMatchObject({ code: 'EINVOICE_SELLER_MISMATCH', path: 'endpoint.id' });
  });

  it('is no seller at all', () => {
    expect(faultOf(() => toUbl({ ...base, seller: null }))).toMatchObject({ code: 'EINVOICE_SELLER_UNKNOWN' });
  });

  it('is a consumer, who has no organisation number', () => {
    const consumer = { ...addressed, buyer: { ...base.buyer, organizationNumber: null } };
    expect(faultOf(() => toUbl(consumer))).toMatchObject({
      code: 'EINVOICE_BUYER_NUMBER_MISSING',
      kind: 'input',
      path: 'session.order.billing_address.organization_number',
    });
    expect(Buffer.from(toCii(consumer)).toString()).toContain(consumer.buyer.name);
  });

  it('is a buyer whose number fails its check digit', () => {
    const wrong = { ...addressed, buyer: { ...base.buyer, organizationNumber: '123456789' } };
    expect(faultOf(() => toUbl(wrong))).toMatchObject({ code: 'EINVOICE_BUYER_NUMBER_INVALID' });
  });

  it.each([null, 'DE'])('is a buyer in the country %s', (country) => {
    const abroad = { ...addressed, buyer: { ...base.buyer, country } };
    expect(faultOf(() => toUbl(abroad))).toMatchObject({ code: 'EINVOICE_BUYER_COUNTRY' });
  });
});

describe('an address', () => {
  it.each([
    ['0088', '7300010000001'],
    ['0192', '988077917'],
    ['9908', '988077917'],
  ])('of scheme %s may be the seller’s', (scheme, id) => {
    const own = { ...addressed, seller: { ...seller, organizationNumber: '988077917', endpoint: { scheme, id } } };
    expect(Buffer.from(toUbl(own)).toString()).toContain(`<cbc:EndpointID schemeID="${scheme}">${id}</cbc:EndpointID>`);
  });
});
