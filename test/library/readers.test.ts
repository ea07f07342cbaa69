import { expect, test } from 'vitest';
import { identifyEngine } from '#dist/engine-identity.js';
import { createEngine, type EngineOptions } from '#dist/index.js';
import { createDirectReader, type ReadBy, type Reader } from '#dist/readback/index.js';
import { fixtureNamed } from '../support/fixtures.ts';

const { source, brandFile } = fixtureNamed('spec-three-lines');
const OPTIONS: EngineOptions = brandFile === undefined ? {} : { brand: brandFile };

/** An engine whose reader notes by whom it is asked to read. */
async function createWatchedEngine(options: EngineOptions) {
  const direct = createDirectReader();
  const asked: (ReadBy | undefined)[] = [];
  const reader: Reader = {
    ...direct,
    read: (bytes, how = {}) => {
      asked.push(how.by);
      return direct.read(bytes, how);
    },
  };
  return { engine: await createEngine({ ...OPTIONS, ...options }, reader), asked };
}

test('a file from anywhere is read by both in strict, and by whoever can else', async () => {
  const { engine, asked } = await createWatchedEngine({});
  const { pdf } = engine.render(source);
  expect(await engine.validate(pdf, source, { strict: true })).toMatchObject({ verdict: 'valid' });
  expect(await engine.validate(pdf, source)).toMatchObject({ verdict: 'valid' });
  expect(asked).toEqual(['both', 'either']);
});

test('what was rendered a moment ago is read by the small reader, unless the engine asks both', async () => {
  for (const [readers, by] of [
    [undefined, 'either'],
    ['own', 'either'],
    ['both', 'both'],
  ] as const) {
    const { engine, asked } = await createWatchedEngine({ readers });
    const { pdf } = engine.render(source);
    const report = await engine.validate(pdf, source, { strict: true, rerender: false });
    expect(report).toMatchObject({ verdict: 'valid' });
    expect(asked).toEqual([by]);
  }
});

test('a call says otherwise than the engine', async () => {
  const { engine, asked } = await createWatchedEngine({ readers: 'both' });
  const { pdf } = engine.render(source);
  await engine.validate(pdf, source, { readers: 'own' });
  await engine.validate(pdf, source, { readers: 'both' });
  expect(asked).toEqual(['either', 'both']);
});

test('who reads decides no byte, and what a run goes on from', async () => {
  const [own, both] = await Promise.all([createEngine(OPTIONS), createEngine({ ...OPTIONS, readers: 'both' })]);
  expect(own.render(source).sha256).toBe(both.render(source).sha256);
  expect(identifyEngine({ ...OPTIONS, readers: 'both' }, null)).not.toBe(identifyEngine(OPTIONS, null));
  await Promise.all([own.close(), both.close()]);
});
