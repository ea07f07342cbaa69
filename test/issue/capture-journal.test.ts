import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaptureJournal, createEngine, type Engine, issueInvoice } from '#dist/index.js';
import { connect, faultOf } from '../dintero/client/connect.ts';
import { authorise, type StandIn, startStandIn } from '../support/dintero/index.ts';

let dintero: StandIn;
let engine: Engine;
let folder: string;
beforeAll(async () => {
  // Long enough after its acceptance that whoever reads meanwhile sees nothing of a capture.
  dintero = await startStandIn({ captureStatus: 202, initiateAfterMs: 800 });
  engine = await createEngine({ brand: 'fixtures/documentation-sample/brand.json' });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fakturapress-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await engine.close();
  await dintero.close();
});

const posts = (id: string) => dintero.count(`POST ${id}/capture`);

describe('a capture that a killed process had sent', () => {
  it('is not sent again while it does not show yet', async () => {
    const id = authorise(dintero);
    const journal = createCaptureJournal(folder);
    expect(journal.note(id)).toEqual({ isOurs: true, ageMs: 0 });
    await connect(dintero).client.capture(id);
    const issued = await issueInvoice(connect(dintero).client, id, engine, { journal: createCaptureJournal(folder) });
    expect([issued.capture, issued.report.verdict, posts(id)]).toEqual(['found', 'valid', 1]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('would be sent again without a journal, which is what the journal is for', async () => {
    const id = authorise(dintero);
    await connect(dintero).client.capture(id);
    const fault = await faultOf(issueInvoice(connect(dintero).client, id, engine));
    expect([fault.code, posts(id)]).toEqual(['REQUEST_REFUSED', 2]);
    // Dintero takes no more than was authorised, so even then nothing is collected twice.
    expect(dintero.world.captures.get(id)).toBe(1);
  });
});

describe('a capture that was noted and perhaps never sent', () => {
  it('is waited for, and nothing is sent meanwhile', async () => {
    const id = authorise(dintero);
    createCaptureJournal(folder).note(id);
    const journal = createCaptureJournal(folder);
    const fault = await faultOf(issueInvoice(connect(dintero).client, id, engine, { journal, timeoutMs: 5_000 }));
    expect([fault.code, posts(id)]).toEqual(['PAYMENT_DETAILS_PENDING', 0]);
  });

  for (const [name, torn] of [
    ['', false],
    [', also where the note was torn', true],
  ] as const) {
    it(`is sent once it can no longer be under way${torn ? name : ''}`, async () => {
      const id = authorise(dintero);
      createCaptureJournal(folder).note(id);
      if (torn) writeFileSync(join(folder, `${id}.capture`), '{"at":');
      const journal = createCaptureJournal(folder, { clock: () => Date.now() + 31_000 });
      const issued = await issueInvoice(connect(dintero).client, id, engine, { journal });
      expect([issued.capture, posts(id)]).toEqual(['started', 1]);
      expect(readdirSync(folder)).toEqual([]);
    });
  }
});

it('of several who issue one transaction at once, one sends', async () => {
  const id = authorise(dintero);
  const issue = () => issueInvoice(connect(dintero).client, id, engine, { journal: createCaptureJournal(folder) });
  const issued = await Promise.all([issue(), issue(), issue()]);
  expect(issued.map(({ capture }) => capture).toSorted()).toEqual(['found', 'found', 'started']);
  expect(posts(id)).toBe(1);
});

it('is renewed by one of those who find an old note', () => {
  const journal = createCaptureJournal(folder);
  journal.note('T1.a');
  expect(journal.renew('T1.a')).toBe(true);
  journal.settle('T1.a');
  expect(journal.renew('T1.a')).toBe(false);
});

it('in a folder that is not there is a fault, and nothing is sent', async () => {
  const id = authorise(dintero);
  const journal = createCaptureJournal(join(folder, 'missing'));
  expect(await faultOf(issueInvoice(connect(dintero).client, id, engine, { journal }))).toMatchObject({
    code: 'FOLDER_MISSING',
    kind: 'file',
  });
  expect(posts(id)).toBe(0);
});
