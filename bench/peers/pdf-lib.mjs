import fontkit from '@pdf-lib/fontkit';
import { PDFDocument } from 'pdf-lib';
import { BYTES, COLUMNS, PLACES, toRows } from './invoice.mjs';

const HEIGHT = 841.89;

export async function render(lines, serial) {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const regular = await document.embedFont(BYTES.regular, { subset: true });
  const bold = await document.embedFont(BYTES.bold, { subset: true });
  const logo = await document.embedPng(BYTES.logo);
  let page = document.addPage([595.28, HEIGHT]);
  page.drawImage(logo, {
    x: PLACES.margin,
    y: HEIGHT - PLACES.margin - PLACES.logo,
    width: PLACES.logo,
    height: PLACES.logo,
  });
  page.drawText(`Faktura 16788-${serial}`, { x: PLACES.margin, y: HEIGHT - PLACES.title, size: 21, font: bold });
  let y = PLACES.first;
  for (const row of toRows(lines, serial)) {
    if (y > PLACES.last) {
      page = document.addPage([595.28, HEIGHT]);
      y = PLACES.next;
    }
    for (const [index, text] of row.entries()) {
      const font = index === row.length - 1 ? bold : regular;
      const [left, width] = COLUMNS[index];
      const x = index === 0 ? left : left + width - font.widthOfTextAtSize(text, 9.5);
      page.drawText(text, {
        x,
        y: HEIGHT - y,
        size: 9.5,
        font,
        ...(index === 0 ? { maxWidth: width, lineHeight: 11 } : {}),
      });
    }
    y += PLACES.step;
  }
  return document.save();
}
