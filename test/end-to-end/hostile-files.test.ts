import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '#dist/index.js';
import { emptyPage, flateBomb, nestedForms } from '../readback/hostile-pdf.ts';
import { makePdf, writePdf } from '../readback/make-pdf.ts';
import { fixtureNamed } from '../support/fixtures.ts';

const { source, brandFile } = fixtureNamed('classic-comp');
let engine: Engine;
let own: Uint8Array;
beforeAll(async () => {
  engine = await createEngine(brandFile === undefined ? {} : { brand: brandFile });
  own = engine.render(source).pdf;
});
afterAll(() => engine.close());

/** What a stranger may hand in, each with the rules by which it may be refused. */
const HOSTILE: readonly (readonly [
  what: string,
  rules: readonly string[],
  make: () => Promise<Uint8Array> | Uint8Array,
])[] = [
  ['encrypted', ['file-encrypted'], () => makePdf((doc) => doc.text('x', 50, 50), { userPassword: 'secret' })],
  [
    'encrypted for its owner alone',
    ['file-encrypted'],
    () => makePdf((doc) => doc.text('x', 50, 50), { ownerPassword: 's' }),
  ],
  ['a document of ours, truncated', ['file-damaged'], () => own.subarray(0, Math.floor(own.length * 0.7))],
  ['without pages', ['file-empty'], () => emptyPage('', '', 0)],
  ['a page bomb', ['file-too-many-pages'], () => emptyPage('', '3 0 R '.repeat(3_000), 3_000)],
  ['a page tree in a circle', ['file-damaged', 'file-empty', 'claim-missing'], () => emptyPage('', '2 0 R', 1)],
  ['a flate bomb', ['reading-memory', 'reading-deadline'], () => flateBomb(700)],
  ['nested forms', ['reading-deadline', 'reading-memory'], () => nestedForms(11, 4)],
  ['JavaScript', ['active-content'], () => emptyPage('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')],
  ['XFA', ['active-content'], () => emptyPage('/AcroForm << /Fields [] /XFA [(template) (x)] >>')],
  ['more than 20 MB', ['file-too-large'], () => Buffer.concat([own, Buffer.alloc(20 * 1024 * 1024)])],
  ['no PDF', ['file-damaged'], () => Buffer.from('<!doctype html>')],
  ['a catalog alone', ['file-damaged', 'file-empty'], () => writePdf(['<< /Type /Catalog >>'])],
];

const MEGABYTE = 1024 * 1024;

describe.each([false, true])('a hostile file, strictly validated: %s', (strict) => {
  test.each(HOSTILE)(
    '%s is invalid by %s within 5 s and 512 MB, and the caller goes on',
    { timeout: 60_000, retry: 3 },
    async (_, rules, make) => {
      const bytes = await make();
      const before = bytes.byteLength;
      let ticks = 0;
      const memory = process.memoryUsage.rss();
      let peak = memory;
      const clock = setInterval(() => {
        ticks += 1;
        peak = Math.max(peak, process.memoryUsage.rss());
      }, 5);
      const started = performance.now();
      const { verdict, findings } = await engine.validate(bytes, source, { strict });
      const elapsed = performance.now() - started;
      clearInterval(clock);
      expect((peak - memory) / MEGABYTE).toBeLessThan(512);
      // Tried again where other programs keep the machine busy.
      expect(elapsed).toBeLessThan(5_000);
      expect(verdict).toBe('invalid');
      const errors = findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
      expect(errors.filter((ruleId) => rules.includes(ruleId))).not.toEqual([]);
      expect(bytes.byteLength).toBe(before);
      // Whatever takes seconds takes them in another thread.
      if (errors.includes('reading-deadline')) expect(ticks).toBeGreaterThan(100);
    },
  );
});
