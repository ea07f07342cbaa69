import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';

const PLANTED = 'src/check/planted.ts';

/** Runs the floors and doors of `.dependency-cruiser.json` over the sources; answers with the violated rules. */
function cruise(): string[] {
  const output = run([
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.json',
    '--output-type',
    'json',
    'src',
  ]);
  const result = JSON.parse(output) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
  };
  expect(result.summary.totalCruised).toBeGreaterThan(30);
  return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

function run(words: string[]): string {
  try {
    return execFileSync(process.execPath, words, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // Violations make the exit code non-zero; the report is on standard output all the same.
    return (error as { stdout: string }).stdout;
  }
}

describe('the house', { timeout: 120_000 }, () => {
  afterEach(() => rmSync(PLANTED, { force: true }));

  it('keeps its floors and doors', () => {
    expect(cruise()).toEqual([]);
  });

  it('notices a proof that leans on the renderer, and a library taken through the wall', () => {
    mkdirSync('src/check', { recursive: true });
    writeFileSync(PLANTED, "import type {} from '../layout/index.ts';\nimport type {} from 'pdfkit';\n");
    const violations = cruise().join('\n');
    expect(violations).toContain('floor-5: src/check/planted.ts → src/layout/index.ts');
    expect(violations).toContain('door-pdfkit: src/check/planted.ts');
  });
});
