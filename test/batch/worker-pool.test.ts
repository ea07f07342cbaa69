import { afterEach, describe, expect, it } from 'vitest';
import { startWorkerPool, type Workers } from '#dist/batch/worker-pool.js';

const SETTINGS = { engine: {}, brands: null, force: false, xml: false };
const HOSTILE = new URL('./hostile-worker.mjs', import.meta.url);

let workers: Workers | null = null;
afterEach(() => workers?.close());

function order(line: number, word: string) {
  return { line, input: null, bytes: new Uint8Array(Buffer.from(word)), known: null, out: null };
}

describe('the workers', () => {
  it('are replaced when they die or hang, and only the record at hand is refused', async () => {
    workers = startWorkerPool(SETTINGS, 2, 1000, HOSTILE);
    const words = ['fine', 'exit', 'fine', 'spin', 'never', 'fine', 'throw', 'exit', 'exit', 'fine'];
    const pool = workers;
    const results = await Promise.all(words.map((word, i) => pool.run(order(i + 1, word))));
    const codes = results.map((result) => (result.kind === 'refused' ? result.fault.code : result.kind));
    expect(codes).toEqual([
      'intact',
      'WORKER_DIED',
      'intact',
      'DOCUMENT_DEADLINE',
      'DOCUMENT_DEADLINE',
      'intact',
      'WORKER_DIED',
      'WORKER_DIED',
      'WORKER_DIED',
      'intact',
    ]);
  });

  it('tell of an engine that cannot be made as what no record can help', async () => {
    workers = startWorkerPool({ ...SETTINGS, engine: { template: 'no-such-template' } }, 1, 1000);
    expect(await workers.run(order(1, '{}'))).toMatchObject({
      kind: 'hopeless',
      fault: { code: 'TEMPLATE_NOT_FOUND' },
    });
  });
});
