import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createEngine } from '#dist/index.js';
import { proveRendered } from '#dist/prove-rendered.js';
import { createReader } from '#dist/readback/index.js';

const FOLDER = 'fixtures/documentation-sample';

it('tells a proof that was cut short for what it is, not for a document that does not match', async () => {
  const source = readFileSync(`${FOLDER}/source.json`);
  const reader = createReader();
  const hasty = await createEngine(
    { brand: `${FOLDER}/brand.json` },
    { ...reader, read: (bytes, options) => reader.read(bytes, { ...options, deadlineMs: 0 }) },
  );
  const patient = await createEngine({ brand: `${FOLDER}/brand.json` }, reader);
  try {
    const rendered = hasty.render(source);
    await expect(proveRendered(hasty, rendered, source)).rejects.toMatchObject({
      code: 'PROOF_UNFINISHED',
      kind: 'internal',
    });
    expect(await proveRendered(patient, rendered, source)).toMatchObject({ verdict: 'valid' });
  } finally {
    await reader.close();
  }
});
