import { addObject, findObject, getObject, listPages, type PdfFile, type PdfObject } from './pdf-file.ts';

type Hide = (file: PdfFile) => void;

/** Forgeries that this reader's pages do not show: for other programs, for archives, for whoever looks into the file. */
export const HIDDEN_PARTS: readonly (readonly [kind: string, note: string, hide: Hide])[] = [
  ['hidden: note', 'in a font', (file) => enter(findObject(file, '/FontDescriptor/FontName'), '/Note(99 000,00)')],
  ['hidden: note', 'in a page', (file) => enter(contentOf(file), '/Note(99 000,00)')],
  ['hidden: note', 'another stream for a page', (file) => enter(contentOf(file), '/F(http://elsewhere.example)')],
  [
    'hidden: note',
    'of marks',
    (file) => replace(getObject(file, file.root), '/Marked true', '/Marked true/Suspects true'),
  ],
  [
    'hidden: note',
    'of colours',
    (file) => replace(findObject(file, '/OutputIntent/S'), '/Info(sRGB', '/Info(1234 56 78903'),
  ],
  [
    'hidden: attribute',
    'summary',
    (file) => enter(findObject(file, /^<<\/S\/Table\//), '/A<</O/Table/Summary(99 000,00)>>'),
  ],
  ['hidden: attribute', 'version', (file) => enter(getObject(file, file.root), '/Version/Betal99')],
  ['hidden: XMP', 'comment', (file) => rewrite(file, '<rdf:RDF', '<!-- 1234 56 78903 --><rdf:RDF')],
  [
    'hidden: XMP',
    'attribute',
    (file) => rewrite(file, '<rdf:Description ', '<rdf:Description xmlns:x="urn:x" x:a="99" '),
  ],
  ['hidden: XMP', 'two titles', (file) => rewrite(file, '<dc:title>', `${OTHER_TITLE}<dc:title>`)],
  ['painted beside a figure', 'stroke', (file) => paintBeside(file)],
  ['border of a link', 'thick', (file) => linkWithBorder(file)],
];

const OTHER_TITLE = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Betal 99</rdf:li></rdf:Alt></dc:title>';

function contentOf(file: PdfFile): PdfObject {
  const [first] = listPages(file);
  if (first === undefined) throw new Error('no pages');
  return first.content;
}

function enter(object: PdfObject, entry: string): void {
  object.value = object.value.replace(/>>\s*$/, `${entry}>>`);
}

function replace(object: PdfObject, from: string, to: string): void {
  object.value = object.value.replace(from, to);
}

function rewrite(file: PdfFile, from: string, to: string): void {
  const packet = findObject(file, '/Type/Metadata');
  packet.stream = (packet.stream ?? '').replace(from, to);
}

/** A stroke as tall as a digit where the payable begins, on whichever page that is. */
function paintBeside(file: PdfFile): void {
  for (const { content } of listPages(file)) {
    const place = /\/fact\.payable <<[^\n]*>> BDC\n[^E]*?([\d.]+) ([\d.]+) Td/.exec(content.stream ?? '');
    if (place === null) continue;
    const x = Number(place[1]) - 5;
    content.stream += `\n/Artifact BMC\nq 0 G 1.4 w ${x} ${place[2]} m ${x} ${Number(place[2]) + 8} l S Q\nEMC\n`;
    return;
  }
}

function linkWithBorder(file: PdfFile): void {
  const link = addObject(file, '<</Type/Annot/Subtype/Link/Rect[50 100 200 150]/F 4/Border[0 0 200]>>');
  const page = listPages(file)[0]?.page;
  if (page !== undefined && !page.value.includes('/Annots')) enter(page, `/Annots[${link} 0 R]`);
}
