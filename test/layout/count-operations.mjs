/**
 * Lays out the documents that come in as JSON on standard input (`{ css, documents }`) and prints for each how often any
 * function, loop or branch of layout ran, by V8's own count of blocks. Run it with `--no-opt`: the same work then gives
 * the same count on any machine. What built-ins do by themselves, such as copying an array, is not seen.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';

const LAYOUT = /\/dist\/layout\//;
const FONTS = new URL('../../fonts/', import.meta.url);

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

// Only what is loaded from here on is counted in full.
const { createCascade, parseHtml, parseStyleSheet } = await import('#dist/document/index.js');
const { layOutDocument } = await import('#dist/layout/index.js');
const { loadBundledFonts, loadFontBook } = await import('#dist/text/index.js');

const fontBook = loadFontBook(await loadBundledFonts((file) => readFile(new URL(file, FONTS))));
const { css, documents } = JSON.parse(readFileSync(0, 'utf8'));
const cascade = createCascade([parseStyleSheet(css, { file: 'growth.css' })]);
const counts = [];
for (const html of documents) {
  const styled = cascade.style(parseHtml(html, { file: 'growth.html' }));
  await session.post('Profiler.takePreciseCoverage');
  layOutDocument(styled, { fontBook, imageSize: () => null, isWhole: () => false });
  counts.push(await countBlocks());
}
process.stdout.write(JSON.stringify(counts));

async function countBlocks() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const functions = result.filter(({ url }) => LAYOUT.test(url)).flatMap((script) => script.functions);
  return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
}
