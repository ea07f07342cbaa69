import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '#dist/index.js';

const root = (path: string) => new URL(`../../${path}`, import.meta.url);
const brand = root('fixtures/classic-comp/brand.json').pathname;
const source = readFileSync(root('fixtures/classic-comp/source.json'));
const folder = mkdtempSync(join(tmpdir(), 'own-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** classic with its sans taken from a file of the template's own. */
function makeTemplate(name: string, file: string): string {
  const template = join(folder, name);
  mkdirSync(join(template, 'fonts'), { recursive: true });
  cpSync(root('fonts/source-sans-3/400.ttf'), join(template, 'fonts', 'mine.ttf'));
  const manifest = { extends: 'classic', name, version: '1.0.0', description: 'classic in a face of its own.' };
  writeFileSync(join(template, 'template.json'), JSON.stringify(manifest));
  const faces = [400, 600].map(
    (weight) => `@font-face { font-family: "Mine"; src: url(${file}); font-weight: ${weight} }`,
  );
  writeFileSync(join(template, 'style.css'), `${faces.join('\n')}\n:root { --face-text: "Mine" }`);
  return template;
}

describe('a template with a font of its own', () => {
  it('sets its text in it, and is proven with it', async () => {
    const engine = await createEngine({ brand, template: makeTemplate('mine', 'fonts/mine.ttf') });
    const { paged } = engine.layOut(source);
    const families = paged.pages.flatMap(({ drawables }) =>
      drawables.flatMap((drawable) => (drawable.kind === 'text' ? [drawable.run.font.face.family] : [])),
    );
    expect(new Set(families)).toEqual(new Set(['Mine', 'Source Serif 4']));
    const report = await engine.validate(engine.render(source).pdf, source, { strict: true });
    expect(report.findings).toEqual([]);
    await engine.close();
  });

  it.each([
    ['is not there', 'fonts/none.ttf', 'FONT_UNREADABLE'],
    ['is a folder', 'fonts', 'FONT_UNREADABLE'],
    ['is a link out of the folder', 'fonts/link.ttf', 'FONT_UNREADABLE'],
    ['is no font', 'fonts/junk.ttf', 'FONT_INVALID'],
  ])('whose file %s is refused as a fault of the template', async (what, file, code) => {
    const template = makeTemplate(what.replaceAll(' ', '-'), file);
    writeFileSync(join(template, 'fonts', 'junk.ttf'), 'junk');
    symlinkSync(root('fonts/source-sans-3/400.ttf'), join(template, 'fonts', 'link.ttf'));
    const fault = expect.objectContaining({ code, kind: 'template', message: expect.stringContaining('Mine 400') });
    await expect(createEngine({ brand, template })).rejects.toEqual(fault);
  });
});
