// Sources of any length for benchmarks: the documentation sample with as many lines as wanted.
import { readFileSync } from 'node:fs';

const SAMPLE = new URL('../fixtures/documentation-sample/source.json', import.meta.url);
const GOODS = [
  'Espresso Fjord, hele bønner 1 kg',
  'Filterkaffe Morgen, malt 500 g',
  'Papirfilter 110 mm',
  'Kopp i porselen 20 cl',
];

/** JSON text of a source with `lines` lines; `serial` tells documents apart. */
export function toSource(lines, serial) {
  const { session, transaction } = JSON.parse(readFileSync(SAMPLE, 'utf8'));
  const items = Array.from({ length: lines }, (_, index) => ({
    id: `K-${1000 + index}`,
    line_id: String(index + 1),
    description: `${GOODS[index % GOODS.length]}, parti ${serial}-${index + 1}`,
    quantity: 1 + (index % 7),
    vat: index % 3 === 0 ? 15 : 25,
    amount: 12_500 + 25 * ((index * 7919 + serial) % 9973),
  }));
  const amount = items.reduce((sum, item) => sum + item.amount, 0);
  const { vat_amount, ...order } = session.order;
  const number = `16788-${String(serial).padStart(6, '0')}`;
  const renumber = (metadata) =>
    metadata?.['kravia:invoice_number'] === undefined ? metadata : { ...metadata, 'kravia:invoice_number': number };
  return JSON.stringify({
    session: { ...session, order: { ...order, amount, items } },
    transaction: {
      ...transaction,
      amount,
      items,
      metadata: renumber(transaction.metadata),
      events: transaction.events.map((event) => ({
        ...event,
        ...(event.amount === undefined ? {} : { amount }),
        ...(event.metadata === undefined ? {} : { metadata: renumber(event.metadata) }),
        ...(event.items === undefined
          ? {}
          : { items: items.map(({ line_id, amount: due }) => ({ line_id, amount: due })) }),
      })),
    },
  });
}
