import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { TROUBLES } from '../dintero/client/troubles.ts';
import { authorise, type StandIn, startStandIn } from '../support/dintero/index.ts';
import { runAgainst } from './run-against.ts';

const BRAND = 'fixtures/documentation-sample/brand.json';
let dintero: StandIn;
let folder: string;
beforeAll(async () => {
  dintero = await startStandIn({ captureStatus: 202, detailsAfterMs: 50 });
  folder = mkdtempSync(join(tmpdir(), 'fakturapress-troubles-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await dintero.close();
});

// Side by side, since most of the time is spent on waiting before trying again; each has transactions of its own.
describe.concurrent('every trouble, whatever the command', () => {
  for (const { name, how, times, code } of TROUBLES) {
    for (const command of ['fetch', 'capture', 'issue', 'void']) {
      it(`${name}: ${command} ${code === null ? 'overcomes it' : `is exit 5 and ${code}`}`, async ({ expect }) => {
        const id = authorise(dintero);
        dintero.misbehave({ on: `GET /v1/transactions/${id}`, how, ...(times === undefined ? {} : { times }) });
        const file = join(folder, `${id}.pdf`);
        const more = command === 'issue' ? ['--brand', BRAND, '-o', file] : [];
        const { exit, stdout } = await runAgainst(dintero, [command, id, '--json', ...more]);
        if (code === null) return expect(exit).toBe(0);
        expect([exit, (JSON.parse(stdout) as { code: string }).code]).toEqual([5, code]);
        expect(dintero.count(`POST ${id}`)).toBe(0);
        expect(existsSync(file)).toBe(false);
      });
    }
  }
});
