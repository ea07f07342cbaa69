// Saves a template again and again under a running preview; watches memory, and how soon the page could show each save:
// npm run soak:preview [RENDERS]
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreview } from '../dist/preview/index.js';

const renders = Number(process.argv[2] ?? 1000);
const root = mkdtempSync(join(tmpdir(), 'soak-preview-'));
const template = join(root, 'classic');
cpSync('templates/classic', template, { recursive: true });
const style = readFileSync(join(template, 'style.css'), 'utf8');
const preview = await startPreview({ template, port: 0, environment: {}, clock: () => new Date() });
const choice = new URLSearchParams({
  template: 'classic (folder)',
  brand: 'fjord-kaffe',
  locale: 'nb',
  kind: 'invoice',
  fixture: 'four-vat-rates',
});
const response = await fetch(`${preview.url}api/events?${choice}`);
const events = readEvents(response.body);
await next('difference');

const samples = [];
const waits = [];
for (let render = 1; render <= renders; render += 1) {
  writeFileSync(join(template, 'style.css'), `${style}\n/* ${render} */\n.k-amount { padding-top: ${render % 4}pt }\n`);
  const saved = performance.now();
  const { revision } = await next('rendered');
  await (await fetch(`${preview.url}api/${revision}/pages/1.png?scale=1.333`)).arrayBuffer();
  waits.push(performance.now() - saved);
  await next('difference');
  if (render % Math.max(1, Math.floor(renders / 10)) !== 0) continue;
  const megabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  samples.push(megabytes);
  process.stdout.write(`${render} renders  ${megabytes} MB\n`);
}
await preview.close();
rmSync(root, { recursive: true, force: true });
// The first tenths warm everything up; from there on memory has to stay.
const [start, end] = [samples[2] ?? samples[0], samples.at(-1)];
process.stdout.write(`from ${start} to ${end} MB\n`);
waits.sort((a, b) => a - b);
const at = (share) => Math.round(waits[Math.floor((waits.length - 1) * share)]);
process.stdout.write(`from a save to its picture: half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms\n`);
process.exit(end > start * 1.25 ? 1 : 0);

async function next(kind) {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error('the stream ended');
    if (value.kind === kind) return value;
    if (value.kind === 'fault') throw new Error(JSON.stringify(value.faults));
  }
}

async function* readEvents(body) {
  let text = '';
  for await (const chunk of body) {
    text += Buffer.from(chunk).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) yield JSON.parse(/^data: (.*)$/m.exec(block)[1]);
  }
}
