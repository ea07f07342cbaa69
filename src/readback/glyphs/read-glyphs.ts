import { ObjectError, type PdfDictionary, type PdfObject, type PdfStream } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import type { OpenedObjects } from '../objects/open-objects.ts';
import type { ReadFont } from '../read-document.ts';
import type { UsedFont } from '../sight/font-use.ts';
import { findFonts } from './find-fonts.ts';
import type { FontPrograms } from './font-programs.ts';

/**
 * What each shown code of each font looks like, from the font programs in the file: read by ourselves, for pdf.js mends
 * and rewrites fonts before it draws with them.
 */
export function readGlyphs(
  { file, fault }: OpenedObjects,
  used: readonly UsedFont[],
  programs: FontPrograms,
): readonly ReadFont[] {
  const unreadable = (why: string) =>
    used.map((font) => ({ font: font.font, name: font.name, fault: why, glyphs: [] }));
  if (file === undefined) return unreadable(fault);
  let byName: ReadonlyMap<string, readonly PdfDictionary[]>;
  try {
    byName = groupByName(file);
  } catch (error) {
    return unreadable(toMessage(error));
  }
  return used.map((font) => {
    try {
      const found = byName.get(font.name) ?? [];
      const [dictionary] = found;
      if (dictionary === undefined || found.length > 1) throw new ObjectError(`${found.length} fonts of that name`);
      return { font: font.font, name: font.name, fault: null, glyphs: listGlyphs(file, dictionary, font, programs) };
    } catch (error) {
      return { font: font.font, name: font.name, fault: toMessage(error), glyphs: [] };
    }
  });
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function groupByName(file: ObjectFile): ReadonlyMap<string, readonly PdfDictionary[]> {
  const byName = new Map<string, PdfDictionary[]>();
  for (const font of findFonts(file)) {
    const name = nameOf(file, descriptorOf(file, descendantOf(file, font) ?? font), 'FontName');
    byName.set(name, [...(byName.get(name) ?? []), font]);
  }
  return byName;
}

function descendantOf(file: ObjectFile, font: PdfDictionary): PdfDictionary | null {
  return file.dictionary(file.list(font.entries.get('DescendantFonts'))[0]);
}

function descriptorOf(file: ObjectFile, font: PdfDictionary): PdfDictionary | null {
  return file.dictionary(font.entries.get('FontDescriptor'));
}

function nameOf(file: ObjectFile, dictionary: PdfDictionary | null, key: string): string {
  const value = file.resolve(dictionary?.entries.get(key) ?? null);
  return value !== null && typeof value === 'object' && value.kind === 'name' ? value.name : '';
}

function listGlyphs(file: ObjectFile, font: PdfDictionary, used: UsedFont, programs: FontPrograms): ReadFont['glyphs'] {
  const descendant = descendantOf(file, font);
  const program = streamOf(file, descriptorOf(file, descendant ?? font)?.entries.get('FontFile2'));
  if (descendant === null || program === null || nameOf(file, font, 'Encoding') !== 'Identity-H') {
    throw new ObjectError('a font other than TrueType by glyph numbers');
  }
  const outlines = programs.find(file.content(program));
  const toGlyph = readGlyphNumbers(file, descendant);
  return [...used.glyphs].map(([code, { text, width }]) => {
    const glyph = toGlyph(code);
    const drawing = outlines.drawingOf(glyph);
    return {
      text,
      drawing: drawing ?? '',
      missing: glyph === 0 || drawing === null,
      width,
      ownWidth: outlines.widthOf(glyph),
    };
  });
}

/** From code to glyph (§9.7.4.2). */
function readGlyphNumbers(file: ObjectFile, descendant: PdfDictionary): (code: number) => number {
  const map = streamOf(file, descendant.entries.get('CIDToGIDMap'));
  if (map === null) return (code) => code;
  const bytes = file.content(map);
  return (code) => (bytes[2 * code] ?? 0) * 256 + (bytes[2 * code + 1] ?? 0);
}

function streamOf(file: ObjectFile, object: PdfObject | undefined): PdfStream | null {
  const resolved = file.resolve(object ?? null);
  return resolved !== null && typeof resolved === 'object' && resolved.kind === 'stream' ? resolved : null;
}
