import { jsPDF } from 'jspdf';
import { BYTES, COLUMNS, PLACES, toRows } from './invoice.mjs';

const BASE64 = Object.fromEntries(Object.entries(BYTES).map(([name, bytes]) => [name, bytes.toString('base64')]));

export function render(lines, serial) {
  const document = new jsPDF({ unit: 'pt', format: 'a4', compress: true });
  document.addFileToVFS('regular.ttf', BASE64.regular);
  document.addFont('regular.ttf', 'sans', 'normal');
  document.addFileToVFS('bold.ttf', BASE64.bold);
  document.addFont('bold.ttf', 'sans', 'bold');
  document.addImage(BYTES.logo, 'PNG', PLACES.margin, PLACES.margin, PLACES.logo, PLACES.logo);
  document.setFont('sans', 'bold').setFontSize(21).text(`Faktura 16788-${serial}`, PLACES.margin, PLACES.title);
  document.setFontSize(9.5);
  let y = PLACES.first;
  for (const row of toRows(lines, serial)) {
    if (y > PLACES.last) {
      document.addPage();
      y = PLACES.next;
    }
    for (const [index, text] of row.entries()) {
      const [left, width] = COLUMNS[index];
      document.setFont('sans', index === row.length - 1 ? 'bold' : 'normal');
      if (index === 0) document.text(text, left, y, { maxWidth: width });
      else document.text(text, left + width, y, { align: 'right' });
    }
    y += PLACES.step;
  }
  return new Uint8Array(document.output('arraybuffer'));
}
