import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '#dist/index.js';
import { hasJudges, readTool } from '../support/judges/index.ts';

const fixture = (name: string) => new URL(`../../fixtures/classic-comp/${name}`, import.meta.url);
const { logo: _, ...brand } = JSON.parse(readFileSync(fixture('brand.json'), 'utf8'));
const source = readFileSync(fixture('source.json'));
const folder = mkdtempSync(join(tmpdir(), 'logos-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An engine for a brand with this logo, which lies in the brand's folder. */
function engineWith(logo: string) {
  const path = join(folder, `${logo}.json`);
  writeFileSync(path, JSON.stringify({ ...brand, logo }));
  return createEngine({ brand: path });
}

describe.skipIf(!hasJudges('pdftoppm'))('a brand with a JPEG for its logo', () => {
  it('is proven, and shows the picture as it lies on the disk', async () => {
    const plain = await createEngine({ brand });
    writeFileSync(join(folder, 'page.pdf'), plain.render(source).pdf);
    await plain.close();
    await readTool('pdftoppm', ['-jpeg', '-r', '20', '-singlefile', join(folder, 'page.pdf'), join(folder, 'logo')]);

    const engine = await engineWith('logo.jpg');
    const { pdf } = engine.render(source);
    expect((await engine.validate(pdf, source, { strict: true })).findings).toEqual([]);
    await engine.close();
    expect(Buffer.from(pdf).includes(readFileSync(join(folder, 'logo.jpg')))).toBe(true);
  }, 60_000);
});

/** As drawing programs write it: declaration, names, metadata, styles on the shapes. */
const DRAWING = `\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with a drawing program -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:i" id="Layer_1" version="1.1" x="0px" y="0px" viewBox="0 0 120 40">
  <title>Fjord</title>
  <metadata><rdf:RDF xmlns:rdf="urn:rdf"><a/></rdf:RDF></metadata>
  <defs id="defs2"/>
  <g id="a" class="st0" i:label="Shapes" style="fill:#0b5d4e;stroke:none">
    <circle cx="20" cy="20" r="18"/>
    <path d="M50 30 L65 8 L80 30 Z" style="fill: #c9752b"/>
  </g>
</svg>`;

describe('a brand with an SVG for its logo', () => {
  it('is proven, and draws its shapes in their colours and proportion', async () => {
    writeFileSync(join(folder, 'logo.svg'), DRAWING);
    const engine = await engineWith('logo.svg');
    const { pdf } = engine.render(source);
    expect((await engine.validate(pdf, source, { strict: true })).findings).toEqual([]);
    const { paged } = engine.layOut(source);
    await engine.close();
    const shapes = paged.pages.flatMap((page) => page.drawables).filter((drawable) => drawable.kind === 'path');
    expect(shapes.map(({ fill }) => fill && [fill.red, fill.green, fill.blue].map((share) => share * 255))).toEqual([
      [0x0b, 0x5d, 0x4e],
      [0xc9, 0x75, 0x2b],
    ]);
    const [circle, triangle] = shapes.map(({ segments }) => segments.flatMap((s) => (s.kind === 'close' ? [] : [s.x])));
    const widthOf = (xs: readonly number[] = []) => Math.max(...xs) - Math.min(...xs);
    expect(widthOf(triangle) / widthOf(circle)).toBeCloseTo(30 / 36, 2);
  });

  it.each([
    ['text', DRAWING.replace('<circle', '<text>A</text><circle'), /unknown element <text>/],
    ['a style sheet', DRAWING.replace('<circle', '<style>.a{}</style><circle'), /<style>/],
    ['a gradient', DRAWING.replace('fill:#0b5d4e', 'fill:url(#a)'), /expected a colour or none/],
    ['a picture', DRAWING.replace('<circle', '<image href="http://example.com/x.png"/><circle'), /<image>/],
    ['an unknown style', DRAWING.replace('stroke:none', 'filter:blur(2px)'), /filter/],
    ['entities of its own', DRAWING.replace('<svg', '<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg'), /DOCTYPE/],
    ['no end', DRAWING.slice(0, -6), /not closed/],
    ['no viewBox', DRAWING.replace(/viewBox="[^"]*"/, ''), /viewBox/],
    ['too many bytes', DRAWING.replace('</svg>', `${' '.repeat(300_000)}</svg>`), /at most 262144/],
  ])('with %s is refused before anything is rendered', async (what, drawing, message) => {
    const logo = `${what.replaceAll(' ', '-')}.svg`;
    writeFileSync(join(folder, logo), drawing);
    const fault = expect.objectContaining({
      code: 'BRAND_LOGO',
      path: 'logo',
      message: expect.stringMatching(message),
    });
    await expect(engineWith(logo)).rejects.toEqual(fault);
  });
});
