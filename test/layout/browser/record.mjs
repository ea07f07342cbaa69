/**
 * Prints every case in this folder and in `../comps` with Chromium and writes where each word stands beside it, as
 * `<case>.json`; of a comp also the word's colour.
 *
 *   node test/layout/browser/record.mjs [case…]
 *
 * Needs `chromium` and `mutool`. Run it when a case changes; the tests read only what it wrote.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const fonts = fileURLToPath(new URL('../../../fonts/', import.meta.url));
const wanted = process.argv.slice(2);
const comps = join(here, '../comps');

/** Points that letters of one word may be apart, or over each other; comps have large type, kerned and spaced. */
const CASE_GAP = { apart: 0.7, over: 0.7 };
const COMP_GAP = { apart: 1.5, over: 4 };

const CHARACTER = /<char quad="([^"]*)" x="([^"]*)" y="([^"]*)" [^>]*color="([^"]*)" c="([^"]*)"/g;

for (const folder of [here, comps]) {
  const cases = readdirSync(folder).filter((file) => file.endsWith('.html'));
  for (const file of cases.filter((name) => wanted.length === 0 || wanted.includes(basename(name, '.html')))) {
    const words = toWords(print(readFileSync(join(folder, file), 'utf8')), folder === comps ? COMP_GAP : CASE_GAP);
    const shown = folder === comps ? words : words.map((word) => word.slice(0, 4));
    const lines = shown.map((word) => `  [${word.map((part) => JSON.stringify(part)).join(', ')}]`);
    writeFileSync(join(folder, file.replace(/html$/, 'json')), `[\n${lines.join(',\n')}\n]\n`);
    process.stdout.write(`${file}: ${words.length} words\n`);
  }
}

/** The case as Chromium prints it, as mutool's XML of characters. */
function print(html) {
  const folder = mkdtempSync(join(tmpdir(), 'browser-case-'));
  try {
    writeFileSync(join(folder, 'case.html'), html.replace('<style>', `<style>${fontFaces()}`));
    const pdf = join(folder, 'case.pdf');
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`];
    execFileSync('chromium', [...options, `file://${join(folder, 'case.html')}`], { stdio: 'ignore' });
    return execFileSync('mutool', ['draw', '-q', '-F', 'stext', pdf], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fontFaces() {
  const { fonts: faces } = JSON.parse(readFileSync(join(fonts, 'fonts.json'), 'utf8'));
  return faces
    .map(
      (face) =>
        `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};src:url("file://${join(fonts, face.file)}")}`,
    )
    .join('');
}

/** Words as [page, x, baseline, text, colour]; a word ends at a space, at another font and at a gap. */
function toWords(xml, gap) {
  const words = [];
  xml.split('<page ').forEach((page, number) => {
    if (number === 0) return;
    for (const [, font] of page.matchAll(/<font [^>]*>([\s\S]*?)<\/font>/g)) {
      let end = Number.NaN;
      let baseline = Number.NaN;
      const characters = [...font.matchAll(CHARACTER)];
      for (const [index, [, quad, x, y, color, character]] of characters.entries()) {
        const text = decode(character);
        // Chromium writes a soft hyphen as a space of no width.
        if (/^\s$/.test(text) && Math.abs(Number(characters[index + 1]?.[2]) - Number(x)) < 0.05) continue;
        const isSpace = /^\s$/.test(text);
        const joins =
          Number(x) - end < gap.apart && end - Number(x) < gap.over && Math.abs(Number(y) - baseline) < 0.01;
        if (!isSpace && joins) words.at(-1)[3] += text;
        else if (!isSpace) words.push([number, round(x), round(y), text, color]);
        end = isSpace ? Number.NaN : Number(quad.split(' ')[2]);
        baseline = Number(y);
      }
    }
  });
  return words;
}

function decode(text) {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function round(number) {
  return Math.round(Number(number) * 100) / 100;
}
