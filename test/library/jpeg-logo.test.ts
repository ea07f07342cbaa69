import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '#dist/index.js';
import { hasJudges } from '../support/judges/index.ts';

const fixture = (name: string) => new URL(`../../fixtures/classic-comp/${name}`, import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'jpeg-logo-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasJudges('pdftoppm'))('a brand with a JPEG for its logo', () => {
  it('is proven, and shows the picture as it lies on the disk', async () => {
    const { logo: _, ...brand } = JSON.parse(readFileSync(fixture('brand.json'), 'utf8'));
    const source = readFileSync(fixture('source.json'));
    const plain = await createEngine({ brand });
    writeFileSync(join(folder, 'page.pdf'), plain.render(source).pdf);
    await plain.close();
    execFileSync('pdftoppm', ['-jpeg', '-r', '20', '-singlefile', join(folder, 'page.pdf'), join(folder, 'logo')]);
    writeFileSync(join(folder, 'brand.json'), JSON.stringify({ ...brand, logo: 'logo.jpg' }));

    const engine = await createEngine({ brand: join(folder, 'brand.json') });
    const { pdf } = engine.render(source);
    expect((await engine.validate(pdf, source, { strict: true })).findings).toEqual([]);
    await engine.close();
    expect(Buffer.from(pdf).includes(readFileSync(join(folder, 'logo.jpg')))).toBe(true);
  }, 60_000);
});
