import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * A whole engine of its own, altered in one place before each case: what a bug in our own code would do. Inside the
 * package, so that it finds its libraries.
 */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join('.tsbuild', 'sabotage-'));
  cpSync('dist', join(folder, 'dist'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map') && !file.endsWith('.d.ts'),
  });
  for (const name of ['templates', 'fonts', 'package.json']) symlinkSync(resolve(name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Sabotage {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly fixture: string;
  /** A field that the refusal names; null where the model refuses itself. */
  readonly field: string | null;
}

const SABOTAGES: readonly Sabotage[] = [
  {
    what: 'adds an øre to large amounts as it prints them',
    file: 'template/format/number.js',
    from: 'units: money.minor,',
    to: 'units: money.minor > 100000 ? money.minor + 1 : money.minor,',
    fixture: 'classic-comp',
    field: 'payable',
  },
  {
    what: 'cuts the decimals off a rate',
    file: 'template/format/number.js',
    from: 'units: rateBps,',
    to: 'units: rateBps - (rateBps % 100),',
    fixture: 'finland-b2b',
    field: 'vat.2550.rate',
  },
  {
    what: 'prints the day after',
    file: 'template/format/date.js',
    from: 'd: String(day),',
    to: 'd: String(day + 1),',
    fixture: 'classic-comp',
    field: 'dueDate',
  },
  {
    what: 'turns two digits of the KID round',
    file: 'template/view/to-payment.js',
    from: 'reference: payment.kid,',
    to: "reference: payment.kid.replace(/(\\d)(\\d)$/, '$2$1'),",
    fixture: 'classic-comp',
    field: 'kid',
  },
  {
    what: 'leaves the first line out',
    file: 'template/view/to-lines.js',
    from: 'lines: group.lines.map(',
    to: 'lines: group.lines.slice(1).map(',
    fixture: 'classic-comp',
    field: 'line.1',
  },
  {
    what: 'forgets what is prepaid',
    file: 'invoice/totals.js',
    from: 'settlement.roundingMinor, -settlement.prepaidMinor]',
    to: 'settlement.roundingMinor]',
    fixture: 'gift-card-order',
    field: null,
  },
];

function render(fixture: string, output: string): Promise<{ readonly code: number; readonly stdout: string }> {
  const source = join('fixtures', fixture, 'source.json');
  const brand = join('fixtures', fixture, 'brand.json');
  const words = [join(folder, 'dist/cli/main.js'), 'render', source, '--brand', brand, '-o', output, '--json'];
  return new Promise((settle) => {
    execFile(process.execPath, words, { env: { ...process.env, NO_COLOR: '1' } }, (error, stdout) =>
      settle({ code: error === null ? 0 : Number(error.code), stdout }),
    );
  });
}

describe('an engine that is altered', { timeout: 120_000 }, () => {
  it('renders as long as it is not', async () => {
    const output = join(folder, 'right.pdf');
    expect(await render('classic-comp', output)).toMatchObject({ code: 0 });
    expect(existsSync(output)).toBe(true);
  });

  it.each(SABOTAGES)('refuses its own document where it $what', async ({ file, from, to, fixture, field }) => {
    const path = join(folder, 'dist', file);
    const right = readFileSync(path, 'utf8');
    expect(right.split(from)).toHaveLength(2);
    const output = join(folder, 'wrong.pdf');
    writeFileSync(
      path,
      right.replace(from, () => to),
    );
    try {
      const { code, stdout } = await render(fixture, output);
      expect([code === 0, existsSync(output)]).toEqual([false, false]);
      const { code: fault, findings = [] } = JSON.parse(stdout) as {
        code?: string;
        findings?: readonly { readonly field: string | null; readonly severity: string }[];
      };
      const fields = findings.filter(({ severity }) => severity === 'error').map((finding) => finding.field);
      if (field === null) expect(fault).toBe('INVOICE_SUMS_BROKEN');
      else expect(fields).toContain(field);
    } finally {
      writeFileSync(path, right);
    }
  });
});
