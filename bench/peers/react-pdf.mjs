import { fileURLToPath } from 'node:url';
import { Document, Font, Image, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { COLUMNS, FONTS, LOGO, PLACES, toRows } from './invoice.mjs';

Font.register({
  family: 'Sans',
  fonts: [
    { src: fileURLToPath(FONTS.regular), fontWeight: 400 },
    { src: fileURLToPath(FONTS.bold), fontWeight: 600 },
  ],
});
const image = fileURLToPath(LOGO);

export function render(lines, serial) {
  const cells = (row) =>
    row.map((text, index) => {
      const [, width] = COLUMNS[index];
      const style = {
        width,
        ...(index === 0 ? {} : { textAlign: 'right' }),
        ...(index === row.length - 1 ? { fontWeight: 600 } : {}),
      };
      return h(Text, { key: index, style }, text);
    });
  const rows = toRows(lines, serial).map((row, index) =>
    h(View, { key: index, wrap: false, style: { flexDirection: 'row', height: PLACES.step } }, cells(row)),
  );
  const title = { fontSize: 21, fontWeight: 600, marginTop: 100, marginBottom: 40 };
  return renderToBuffer(
    h(
      Document,
      { title: `Faktura ${serial}` },
      h(
        Page,
        { size: 'A4', style: { padding: PLACES.margin, fontFamily: 'Sans', fontSize: 9.5 } },
        h(Image, { src: image, style: { width: PLACES.logo } }),
        h(Text, { style: title }, `Faktura 16788-${serial}`),
        ...rows,
      ),
    ),
  );
}
