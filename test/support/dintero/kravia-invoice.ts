import PDFDocument from 'pdfkit';
import type { Json } from './world.ts';

/** Title, number, issued, due, item, quantity, amount, to pay, account, reference, VAT, of. */
const WORDS: Readonly<Record<string, string>> = {
  NOK: 'Faktura|Fakturanr|Fakturadato|Forfallsdato|Beskrivelse|Antall|Beløp|Å betale|Kontonummer|KID|Mva|av',
  SEK: 'Faktura|Fakturanr|Fakturadatum|Förfallodatum|Benämning|Antal|Belopp|Att betala|Kontonummer|OCR|Moms|av',
  EUR: 'Lasku|Laskun numero|Laskupäivä|Eräpäivä|Kuvaus|Määrä|Summa|Maksettava|Tilinumero|Viitenumero|ALV|summasta',
};

const [LEFT, MIDDLE, RIGHT] = [56, 340, 440];
const LINE = 14;

/**
 * An invoice as a collector may print one, for the file behind `kravia:invoice_url`: plain text in Helvetica at fixed
 * places, neither tagged nor marked, at its foot a slip with account and reference. Before collection it has no slip.
 */
export function drawKraviaInvoice(transaction: Json, session: Json | undefined): Promise<Buffer> {
  const currency = String(transaction['currency']);
  const words = (WORDS[currency] ?? WORDS['NOK'] ?? '').split('|');
  const [title, number, issued, due, item, quantity, amount, payable, account, reference, vat, of] = words;
  const metadata = transaction['metadata'] as Json;
  const order = (session?.['order'] ?? {}) as Json;
  const buyer = (transaction['billing_address'] ?? order['billing_address'] ?? {}) as Json;
  const items = (transaction['items'] ?? order['items'] ?? []) as Json[];
  const dates = findDates(transaction, currency);
  const total = writeAmount(Number(transaction['amount']));
  const doc = new PDFDocument({ size: 'A4', margin: LEFT, info: { Title: `${title}` } });
  const at = (x: number, y: number, text: unknown, size = 10) =>
    doc.fontSize(size).text(String(text ?? ''), x, y, { lineBreak: false });

  at(LEFT, 56, title, 20);
  [
    buyer['business_name'] ?? `${buyer['first_name']} ${buyer['last_name']}`,
    buyer['address_line'],
    `${buyer['postal_code']} ${buyer['postal_place']}`,
  ].map((line, index) => at(LEFT, 110 + index * LINE, line));
  [
    [number, metadata['kravia:invoice_number']],
    [issued, dates.issued],
    [due, dates.due],
  ].map(([label, value], index) => [at(MIDDLE, 110 + index * LINE, label), at(RIGHT, 110 + index * LINE, value)]);

  let y = 200;
  const row = (...cells: readonly unknown[]) => {
    [LEFT, MIDDLE, RIGHT].map((x, index) => at(x, y, cells[index]));
    y += LINE;
  };
  row(item, quantity, amount);
  for (const line of items) row(line['description'], line['quantity'], writeAmount(Number(line['amount'])));
  for (const [rate, gross] of sumByRate(items)) {
    const net = Math.round((gross * 100) / (100 + rate));
    row(`${vat} ${String(rate).replace('.', ',')} % ${of} ${writeAmount(net)}`, '', writeAmount(gross - net));
  }
  row('', payable, `${currency} ${total}`);

  at(LEFT, 680, 'Kravia AS');
  [
    [account, String(metadata['kravia:payment_details:bank_account:bban'] ?? '').replace(/^(....)(..)/, '$1.$2.')],
    ['IBAN', String(metadata['kravia:payment_details:bank_account:iban'] ?? '').replace(/(.{4})(?=.)/g, '$1 ')],
    [reference, metadata['kravia:payment_details:kid']],
    [due, dates.due],
    [amount, total],
  ]
    .filter(([, value]) => value !== '' && value !== undefined)
    .map(([label, value], index) => {
      const [x, top] = [LEFT + (index % 3) * 170, 700 + Math.floor(index / 3) * 40];
      return [at(x, top, label, 8), at(x, top + 12, value)];
    });
  return finish(doc);
}

function findDates(transaction: Json, currency: string): { readonly issued: string; readonly due: string } {
  const events = transaction['events'] as Json[];
  const initiated = (events.find(({ event }) => event === 'INITIATE_CAPTURE')?.['metadata'] ?? {}) as Json;
  const write = (day: unknown) => {
    if (typeof day !== 'string') return '';
    return currency === 'SEK' ? day : day.split('-').reverse().join('.');
  };
  return { issued: write(initiated['kravia:invoice_date']), due: write(initiated['kravia:invoice_due_date']) };
}

function sumByRate(items: readonly Json[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const item of items) {
    const rate = Number(item['vat'] ?? 0);
    sums.set(rate, (sums.get(rate) ?? 0) + Number(item['amount']));
  }
  return sums;
}

function writeAmount(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ' ')},${digits.slice(-2)}`;
}

function finish(doc: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  doc.end();
  return ended;
}
