import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runFakturapress } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Places on either side of the date line, and one that skips a whole day of 2011; locales that sort and write otherwise. */
const SURROUNDINGS = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8' },
  { TZ: 'America/Los_Angeles', LC_ALL: 'ar_EG.UTF-8' },
];

describe('the same source', () => {
  it.each(['classic-comp', 'gift-card-item', 'finland-b2b', 'forty-lines'])(
    '%s gives the same bytes in every time zone and locale',
    async (name) => {
      const hashes = new Set<string>();
      for (const [index, env] of SURROUNDINGS.entries()) {
        const file = join(folder, `${name}-${index}.pdf`);
        const { exitCode, stderr } = await runFakturapress(
          ['render', `fixtures/${name}/source.json`, '--brand', `fixtures/${name}/brand.json`, '-o', file],
          { env },
        );
        expect([exitCode, stderr]).toEqual([0, '']);
        hashes.add(createHash('sha256').update(readFileSync(file)).digest('hex'));
      }
      expect(hashes.size).toBe(1);
    },
    60_000,
  );
});
