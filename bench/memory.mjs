// npm run bench:memory: thousands of documents through one engine, and what stays behind. Every document is different, so
// whatever an engine remembers has to let go of something. Run with --expose-gc.
//
//   node --expose-gc bench/memory.mjs [documents, default 5000]
import { createEngine } from '../dist/index.js';
import { toSource } from './source.mjs';

const DOCUMENTS = Number(process.argv[2] ?? 5000);
const SAMPLES = 10;
if (globalThis.gc === undefined) throw new Error('Run with node --expose-gc');

const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' });
const every = Math.max(1, Math.floor(DOCUMENTS / SAMPLES));
for (let serial = 1; serial <= DOCUMENTS; serial += 1) {
  engine.render(toSource(10, serial));
  if (serial % every !== 0) continue;
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  const [heap, resident] = [heapUsed, rss].map((bytes) => (bytes / 1e6).toFixed(1));
  process.stdout.write(`${String(serial).padStart(7)} documents   heap ${heap} MB   resident ${resident} MB\n`);
}
await engine.close();
