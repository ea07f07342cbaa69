import { fileURLToPath } from 'node:url';
import PdfPrinter from 'pdfmake';
import { COLUMNS, FONTS, LOGO, PLACES, toRows } from './invoice.mjs';

const printer = new PdfPrinter({ Sans: { normal: fileURLToPath(FONTS.regular), bold: fileURLToPath(FONTS.bold) } });
const image = fileURLToPath(LOGO);

export function render(lines, serial) {
  const body = toRows(lines, serial).map((row) =>
    row.map((text, index) => ({
      text,
      ...(index === 0 ? {} : { alignment: 'right' }),
      ...(index === row.length - 1 ? { bold: true } : {}),
    })),
  );
  const document = printer.createPdfKitDocument({
    pageSize: 'A4',
    pageMargins: PLACES.margin,
    defaultStyle: { font: 'Sans', fontSize: 9.5 },
    content: [
      { image, width: PLACES.logo },
      { text: `Faktura 16788-${serial}`, bold: true, fontSize: 21, margin: [0, 100, 0, 20] },
      { table: { widths: COLUMNS.map(([, width]) => width - 8), body }, layout: 'noBorders' },
    ],
  });
  return new Promise((resolve, reject) => {
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}
