import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authorise, SESSION_REQUEST, type StandIn, startStandIn } from '../support/dintero/index.ts';
import { runAgainst } from './run-against.ts';

const BRAND = 'fixtures/documentation-sample/brand.json';
let dintero: StandIn;
let folder: string;
beforeAll(async () => {
  dintero = await startStandIn({ captureStatus: 202, detailsAfterMs: 50 });
  folder = mkdtempSync(join(tmpdir(), 'fakturapress-commands-'));
});
afterEach(() => dintero.behave());
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await dintero.close();
});

const run = (words: readonly string[], change: Record<string, string | undefined> = {}) =>
  runAgainst(dintero, words, change);

describe('fetch', () => {
  it('gives a source on standard output, or in a file', async () => {
    const id = authorise(dintero);
    const { exit, stdout } = await run(['fetch', id]);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id, session: { order: { amount: 50000 } } });
    const file = join(folder, 'source.json');
    expect((await run(['fetch', id, '-o', file])).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  it('--pdf also writes the PDF that Kravia has made', async () => {
    const [source, pdf] = [join(folder, 'with-pdf.json'), join(folder, 'kravia.pdf')];
    const { exit, stdout } = await run(['fetch', authorise(dintero), '-o', source, '--pdf', pdf, '--json']);
    expect([exit, JSON.parse(stdout)]).toMatchObject([0, { file: source, pdf }]);
    expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-');
    expect((await run(['fetch', authorise(dintero), '--pdf', pdf])).exit).toBe(6);
  });
});

describe('capture', () => {
  it('starts collection once, and says so', async () => {
    const id = authorise(dintero);
    expect(JSON.parse((await run(['capture', id, '--json'])).stdout)).toMatchObject({
      transactionId: id,
      capture: 'started',
    });
    expect(JSON.parse((await run(['capture', id, '--json'])).stdout)).toMatchObject({ capture: 'found' });
    expect(dintero.count(`POST ${id}/capture`)).toBe(1);
  });
});

describe('issue', { timeout: 120_000 }, () => {
  it('writes a proven document, and the same one when called again', async () => {
    const id = authorise(dintero);
    const file = join(folder, 'invoice.pdf');
    const first = await run(['issue', id, '--brand', BRAND, '-o', file, '--json']);
    expect(first.exit).toBe(0);
    const again = await run(['issue', id, '--brand', BRAND, '-o', file, '--json']);
    expect(again.exit).toBe(0);
    const { sha256, verdict } = JSON.parse(first.stdout) as { sha256: string; verdict: string };
    expect(verdict).toBe('valid');
    expect(JSON.parse(again.stdout)).toMatchObject({ sha256, capture: 'found' });
    expect(dintero.count(`POST ${id}/capture`)).toBe(1);
  });

  it('--witness holds it against Kravia’s own PDF, and writes nothing that the one contradicts', async () => {
    const [id, other] = [authorise(dintero), authorise(dintero)];
    const [file, otherFile] = [join(folder, 'witnessed.pdf'), join(folder, 'other.pdf')];
    const issue = (of: string, to: string, ...more: string[]) =>
      run(['issue', of, '--brand', BRAND, '-o', to, ...more]);
    const agreed = await issue(id, file, '--witness', '--json');
    expect([agreed.exit, JSON.parse(agreed.stdout)]).toMatchObject([0, { witness: { verdict: 'valid' } }]);
    expect((await issue(other, otherFile)).exit).toBe(0);

    dintero.world.files.set(id, readFileSync(otherFile));
    const nothing = join(folder, 'nothing.pdf');
    const contradicted = await issue(id, nothing, '--witness');
    expect([contradicted.exit, existsSync(nothing)]).toEqual([1, false]);
    expect(contradicted.stderr).toContain('is not confirmed by Kravia’s own PDF');
    expect(contradicted.stderr).toMatch(/kid +expected +\d+ +found +\d+/);

    const source = join(folder, 'witnessed.json');
    expect((await run(['fetch', id, '-o', source])).exit).toBe(0);
    const validate = (witness: string) =>
      run(['validate', file, '--source', source, '--brand', BRAND, '--witness', witness, '--json']);
    const [same, differs] = [await validate(file), await validate(otherFile)];
    expect([same.exit, JSON.parse(same.stdout)]).toMatchObject([0, { verdict: 'valid', channels: { text: 'marked' } }]);
    expect([differs.exit, JSON.parse(differs.stdout)]).toMatchObject([
      1,
      { verdict: 'invalid', witness: { findings: [{ field: 'invoiceNumber' }, { field: 'kid' }] } },
    ]);
  });

  it('captures nothing where the brand or the order is at fault', async () => {
    const id = authorise(dintero);
    expect((await run(['issue', id, '--brand', join(folder, 'missing.json')])).exit).not.toBe(0);
    expect((await run(['issue', id])).exit).toBe(3);
    expect(dintero.count(`POST ${id}`)).toBe(0);
  });
});

describe('void', () => {
  it('cancels, and offers the credit note', async () => {
    const id = authorise(dintero);
    await run(['capture', id]);
    const plain = await run(['void', id]);
    expect(plain.exit).toBe(0);
    expect(plain.stderr).toContain('--credit-note-number');
    const file = join(folder, 'note.pdf');
    const noted = await run(['void', id, '--credit-note-number', 'K-1', '--brand', BRAND, '-o', file]);
    expect(noted.exit).toBe(0);
    expect(existsSync(file)).toBe(true);
    expect(dintero.count(`POST ${id}/void`)).toBe(1);
  });
});

describe('a session’s id', () => {
  it('does for a transaction’s in every command, and says so where there is none yet', async () => {
    const { id: session } = dintero.world.createSession(structuredClone(SESSION_REQUEST)).body as { id: string };
    const early = await run(['issue', session, '--brand', BRAND, '--json']);
    expect([early.exit, JSON.parse(early.stdout)]).toMatchObject([3, { code: 'SESSION_NOT_COMPLETED' }]);
    const id = String(dintero.world.complete(session)['id']);
    for (const command of ['fetch', 'capture', 'void']) {
      const { exit, stdout } = await run([command, session, '--json']);
      expect([exit, stdout]).toEqual([0, expect.stringContaining(id)]);
    }
  });
});

describe('the journal of captures', () => {
  const readJournal = () => readdirSync(join(folder, 'state', 'captures'));

  it('is empty when collection was seen to begin, whatever the command', async () => {
    const state = { FAKTURAPRESS_STATE_DIR: join(folder, 'state') };
    expect((await run(['capture', authorise(dintero)], state)).exit).toBe(0);
    expect(readJournal()).toEqual([]);
  });

  it.skipIf(process.getuid?.() === undefined)('that cannot be written ends the command before it sends', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const id = authorise(dintero);
    expect((await run(['capture', id], { FAKTURAPRESS_STATE_DIR: file })).exit).toBe(6);
    expect(dintero.count(`POST ${id}`)).toBe(0);
    // Nobody named that folder, so the command does without and says so.
    const spoken = await run(['capture', id], { XDG_STATE_HOME: file });
    expect([spoken.exit, spoken.stderr]).toEqual([0, expect.stringContaining('not remembered')]);
  });
});

describe('trouble', () => {
  it('--timeout ends everything in time, with exit 5', async () => {
    dintero.misbehave({ on: 'GET /v1/transactions', how: { kind: 'slow-headers', ms: 30_000 } });
    const started = performance.now();
    const { exit, stdout } = await run(['fetch', 'T12345678.abc', '--timeout', '0.5', '--json']);
    expect([exit, (JSON.parse(stdout) as { code: string }).code]).toEqual([5, 'DEADLINE_EXCEEDED']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('with an id, a flag or the credentials is told apart, and nothing is sent', async () => {
    const before = dintero.seen.length;
    expect((await run(['fetch', '../x'])).exit).toBe(3);
    expect((await run(['fetch', 'T1', '--timeout', '-1'])).exit).toBe(2);
    const missing = await run(['fetch', 'T1', '--json'], { DINTERO_CLIENT_SECRET: undefined });
    expect([missing.exit, JSON.parse(missing.stdout)]).toMatchObject([2, { code: 'CREDENTIALS_MISSING' }]);
    expect((await run(['fetch', 'T1'], { DINTERO_CHECKOUT_URL: 'http://checkout.dintero.com' })).exit).toBe(2);
    expect(dintero.seen.length).toBe(before);
  });

  it.skipIf(process.platform === 'win32')('takes credentials from a file that only its owner may read', async () => {
    const { accountId, clientId, clientSecret } = dintero.world.settings;
    const file = join(folder, 'credentials.json');
    writeFileSync(file, JSON.stringify({ accountId, clientId, clientSecret }), { mode: 0o600 });
    const id = authorise(dintero);
    const only = { DINTERO_CREDENTIALS_FILE: file, DINTERO_CLIENT_SECRET: undefined };
    expect((await run(['fetch', id], only)).exit).toBe(0);
    chmodSync(file, 0o644);
    const open = await run(['fetch', id], only);
    expect(open.exit).toBe(2);
    expect(open.stderr).not.toContain(clientSecret);
  });
});
