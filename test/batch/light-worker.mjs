// A worker whose documents cost nothing, so that what a run's own thread does to each of very many records can be seen.
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { stageDocument } from '#dist/batch/stage-document.js';
import { disk } from '#dist/files/index.js';

export function workOn({ line, out }) {
  parentPort.postMessage({ begun: line });
  const pdf = Buffer.from(`document ${line}`);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const made = { invoiceNumber: `B-${line}`, file: `B-${line}.pdf`, sha256, bytes: pdf.length, ms: 1 };
  return stageDocument(pdf, made, { out, force: false, disk });
}

export function identify() {
  return { identity: 'light' };
}
