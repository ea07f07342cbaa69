// The lines that every peer draws, as people usually write them with pdfkit: fonts and logo by path, text() for every cell.
import PDFDocument from 'pdfkit';

const FONTS = new URL('../../fonts/source-sans-3/', import.meta.url).pathname;
const LOGO = new URL('../../fixtures/classic-comp/logo.png', import.meta.url).pathname;

/** Renders `lines` lines on A4 pages in two faces under a logo; resolves with the bytes. */
export function renderNaively(lines, serial) {
  return new Promise((resolve) => {
    const document = new PDFDocument({
      size: 'A4',
      margin: 57,
      info: { Title: `Faktura ${serial}`, CreationDate: new Date(0) },
    });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.registerFont('regular', `${FONTS}400.ttf`);
    document.registerFont('bold', `${FONTS}600.ttf`);
    document.image(LOGO, 57, 57, { width: 60 });
    document.font('bold').fontSize(21).text(`Faktura 16788-${serial}`, 57, 240);
    document.font('regular').fontSize(9.5);
    let y = 300;
    for (let line = 0; line < lines; line += 1) {
      if (y > 760) {
        document.addPage();
        y = 60;
      }
      document.font('regular').text(`Espresso Fjord, hele bønner 1 kg, parti ${serial}-${line}`, 57, y, { width: 200 });
      const cells = [String(1 + (line % 7)), 'pk', '186,00', '4 464,00', '15 %'];
      for (const [index, cell] of cells.entries())
        document.text(cell, 260 + index * 50, y, { width: 45, align: 'right' });
      document.font('bold').text('5 133,60', 490, y, { width: 50, align: 'right' });
      y += 24;
    }
    document.end();
  });
}
