import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Inside the package, so that `fakturapress/testing` is what has just been built. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join('.tsbuild', 'template-tests-'));
  cpSync('examples/template-tests', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  const { CI: _ci, VITEST: _vitest, NODE_TEST_CONTEXT: _context, ...outer } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [...words], { env: { ...outer, NO_COLOR: '1', ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` });
    });
  });
}

const nodeTest = (env?: Record<string, string>, only = '.') =>
  run(['--test', `--test-name-pattern=${only}`, join(folder, 'template-test.mjs')], env);

/** The test that holds the order against its snapshot. */
const LOOKS = 'looks as we approved';

describe('the example of template tests', { timeout: 240_000 }, () => {
  it('passes with node:test and with vitest as it stands, also where nothing may be written', async () => {
    const [node, vitest] = await Promise.all([
      nodeTest({ CI: 'true' }),
      run(['node_modules/vitest/vitest.mjs', 'run', '--root', folder], {
        CI: 'true',
      }),
    ]);
    expect([node.code, node.output]).toEqual([0, expect.stringMatching(/pass 3[\s\S]*fail 0[\s\S]*skipped 1/)]);
    expect([vitest.code, vitest.output]).toEqual([0, expect.stringContaining('3 passed')]);
  });

  it('says in words what looks different, and approves it when told', async () => {
    const file = join(folder, 'preview', 'our-order.nb.txt');
    const approved = readFileSync(file, 'utf8');
    writeFileSync(file, approved.replace('"Å betale"', '"Til betaling"'));
    const changed = await nodeTest({}, LOOKS);
    expect([changed.code, changed.output]).toEqual([
      1,
      expect.stringContaining('Label changed (“Til betaling” → “Å betale”, page 1)'),
    ]);
    expect((await nodeTest({ UPDATE_SNAPSHOTS: '1' }, LOOKS)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(approved);
    rmSync(file);
    const missing = await nodeTest({ CI: 'true' }, LOOKS);
    expect([missing.code, missing.output]).toEqual([1, expect.stringContaining('Nothing is approved yet')]);
  });
});
