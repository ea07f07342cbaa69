// A worker that does what a broken one might.
import { parentPort } from 'node:worker_threads';

export async function workOn({ line, bytes }) {
  parentPort.postMessage({ begun: line });
  const word = Buffer.from(bytes).toString();
  if (word === 'exit') process.exit(3);
  if (word === 'throw')
    setTimeout(() => {
      throw new Error('thrown where nobody waits');
    });
  if (word === 'spin') for (;;);
  if (word === 'never' || word === 'throw') await new Promise((resolve) => setTimeout(resolve, 1e6));
  return { kind: 'intact', ms: 0 };
}
