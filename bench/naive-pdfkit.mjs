// The same page as people usually write it with pdfkit: fonts and logo by path, text() for every cell, heights asked for
// where a row may have two lines. It shows what our page shows, from the same source, and is the yardstick of the ratios.
// It does less than an invoice must: no tags, no PDF/A, no template, no check of its figures.
import PDFDocument from 'pdfkit';

const path = (name) => new URL(`../${name}`, import.meta.url).pathname;
const FACES = {
  text: path('fonts/source-sans-3/400.ttf'),
  strong: path('fonts/source-sans-3/600.ttf'),
  title: path('fonts/source-serif-4/400.ttf'),
  total: path('fonts/source-serif-4/600.ttf'),
};
const LOGO = path('fixtures/classic-comp/logo.png');
const SELLER = {
  sender: 'Fjord Kaffe AS, Storgata 1, 0155 Oslo',
  columns: [
    [57, ['Fjord Kaffe AS', 'Storgata 1, 0155 Oslo']],
    [178, ['Org.nr. 988 077 917 MVA', 'Foretaksregisteret']],
    [366, ['faktura@fjordkaffe.example', '+47 22 00 00 00', 'fjordkaffe.example']],
  ],
};
const [LEFT, RIGHT, LAST_ROW, LAST_BLOCK] = [57, 545, 740, 640];
const [INK, QUIET, ACCENT] = ['#1d2a2e', '#6b7478', '#0f5a6b'];
/** Left edge, width, heading and alignment of each column of the table. */
const COLUMNS = [
  [57, 165, 'Beskrivelse', 'left'],
  [220, 35, 'Antall', 'right'],
  [275, 80, 'Pris eks. mva', 'right'],
  [360, 68, 'Sum eks. mva', 'right'],
  [430, 40, 'Mva', 'right'],
  [475, 70, 'Beløp inkl. mva', 'right'],
];

const kroner = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const money = (minor) => kroner.format(minor / 100);

/** Draws the source's invoice on A4 pages; resolves with the bytes. */
export function renderNaively(source) {
  const { session, transaction } = JSON.parse(source);
  const { order } = session;
  const payment = transaction.metadata;
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 57, bottom: 30, left: LEFT, right: 50 },
    bufferPages: true,
    info: { Title: `Faktura ${payment['kravia:invoice_number']}`, CreationDate: new Date(0) },
  });
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const whole = new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  for (const [name, file] of Object.entries(FACES)) document.registerFont(name, file);

  drawHead(document, order, payment);
  let y = drawRows(document, order.items, drawHeadings(document, 326));
  if (y > LAST_BLOCK) {
    document.addPage();
    y = LEFT;
  }
  drawSums(document, order.items, y + 12);
  drawPayment(document, order.amount, payment, Math.max(y + 90, 680));
  drawFeet(document);
  document.end();
  return whole;
}

function drawHead(document, order, payment) {
  document.image(LOGO, LEFT, 45, { height: 30 });
  document.font('total').fontSize(16).fillColor(INK).text('Fjord Kaffe', 94, 48);
  document.font('text').fontSize(6.5).fillColor(QUIET).text(SELLER.sender, LEFT, 126);
  document.fontSize(9.5).fillColor(INK);
  const { billing_address: buyer } = order;
  const address = [
    buyer.business_name,
    `${buyer.first_name} ${buyer.last_name}`,
    buyer.address_line,
    `${buyer.postal_code} ${buyer.postal_place}`,
  ];
  for (const [index, line] of address.entries()) document.text(line, LEFT, 138 + index * 13.5);
  const facts = [
    ['Fakturadato', '23.11.2026'],
    ['Forfallsdato', '7.12.2026'],
    ['Ordrenummer', order.merchant_reference],
    ['Kundens org.nr.', buyer.organization_number ?? ''],
  ];
  document.fontSize(8.5);
  for (const [index, [name, value]] of facts.entries()) {
    document.fillColor(QUIET).text(name, 366, 126 + index * 13.5);
    document.fillColor(INK).text(value, 442, 126 + index * 13.5);
  }
  document.font('title').fontSize(21).text(`Faktura ${payment['kravia:invoice_number']}`, LEFT, 246);
  const words = 'Takk for bestillingen. Fakturaen gjelder leveransen til Bergen 20. november.';
  document.fontSize(10).text(words, LEFT, 276, { width: 270 });
}

function drawHeadings(document, y) {
  document.font('text').fontSize(7).fillColor(QUIET);
  for (const [x, width, heading, align] of COLUMNS) document.text(heading, x, y, { width, align });
  drawRule(document, y + 16, 1, INK);
  return y + 22;
}

function drawRule(document, y, width, colour) {
  document.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(width).stroke(colour);
}

function drawRows(document, items, top) {
  let y = top;
  for (const item of items) {
    const net = Math.round(item.amount / (1 + item.vat / 100));
    const cells = [
      item.description,
      String(item.quantity),
      money(net / item.quantity),
      money(net),
      `${item.vat} %`,
      money(item.amount),
    ];
    document.font('text').fontSize(9).fillColor(INK);
    const height = document.heightOfString(item.description, { width: COLUMNS[0][1] });
    if (y + height > LAST_ROW) {
      document.addPage();
      y = drawHeadings(document, LEFT);
      document.font('text').fontSize(9).fillColor(INK);
    }
    for (const [index, cell] of cells.entries()) {
      const [x, width, , align] = COLUMNS[index];
      if (index === cells.length - 1) document.font('strong');
      document.text(cell, x, y, { width, align });
    }
    y += height + 5;
  }
  drawRule(document, y + 4, 1, INK);
  return y + 4;
}

function drawSums(document, items, top) {
  const rates = new Map();
  for (const { vat, amount } of items) rates.set(vat, (rates.get(vat) ?? 0) + amount);
  const rows = [...rates].map(([vat, gross]) => [vat, Math.round(gross / (1 + vat / 100)), gross]);
  const places = [LEFT, 140, 204, 252];
  document.font('text').fontSize(7).fillColor(QUIET);
  for (const [index, heading] of ['Mva-sats', 'Grunnlag', 'Mva', 'Sum'].entries())
    document.text(heading, places[index], top, { width: 45, align: index === 0 ? 'left' : 'right' });
  document.fontSize(7.5).fillColor(INK);
  for (const [row, [vat, net, gross]] of rows.entries()) {
    for (const [index, cell] of [`${vat} %`, money(net), money(gross - net), money(gross)].entries())
      document.text(cell, places[index], top + 12 + row * 12, { width: 45, align: index === 0 ? 'left' : 'right' });
  }
  const [net, gross] = [1, 2].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
  const totals = [
    ['Sum eks. mva', net],
    ['Merverdiavgift', gross - net],
  ];
  document.fontSize(9);
  for (const [index, [name, minor]] of totals.entries()) {
    document.text(name, 366, top + index * 13);
    document.text(money(minor), 445, top + index * 13, { width: 100, align: 'right' });
  }
  document
    .font('total')
    .fontSize(12)
    .text('Å betale, NOK', 366, top + 30);
  document.text(money(gross), 445, top + 30, { width: 100, align: 'right' });
}

function drawPayment(document, amount, payment, top) {
  drawRule(document, top, 2, ACCENT);
  const facts = [
    [LEFT, 0, 'Å betale', `${money(amount)} NOK`, 'strong', 11],
    [178, 0, 'Forfallsdato', '7.12.2026', 'strong', 11],
    [255, 0, 'Kontonummer', payment['kravia:payment_details:bank_account:bban'], 'strong', 11],
    [366, 0, 'KID', payment['kravia:payment_details:kid'], 'strong', 11],
    [LEFT, 34, 'Mottaker', 'Kravia AS', 'text', 8.5],
    [255, 34, 'IBAN', payment['kravia:payment_details:bank_account:iban'], 'text', 8.5],
    [366, 34, 'BIC', payment['kravia:payment_details:bank_account:swift'], 'text', 8.5],
  ];
  for (const [x, below, name, value, face, size] of facts) {
    document
      .font('text')
      .fontSize(7)
      .fillColor(QUIET)
      .text(name, x, top + 9 + below);
    document
      .font(face)
      .fontSize(size)
      .fillColor(INK)
      .text(value, x, top + 19 + below);
  }
}

function drawFeet(document) {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    drawRule(document, 772, 0.5, QUIET);
    document.font('text').fontSize(7).fillColor(QUIET);
    for (const [x, lines] of SELLER.columns)
      for (const [index, line] of lines.entries()) document.text(line, x, 780 + index * 10);
    document.text(`Side ${page + 1} av ${count}`, 485, 780, { width: 60, align: 'right' });
  }
}
