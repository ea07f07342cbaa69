import { parentPort, workerData } from 'node:worker_threads';
import { type Part, runPart } from './run-mutants.ts';
import { createStudio } from './subject.ts';

/** Does the parts that it is given, one at a time, and answers each with its score. */
const studio = createStudio();
const documentsEach = Number(workerData);
parentPort?.on('message', (part: Part) => {
  runPart(studio, part, documentsEach).then(
    (score) => parentPort?.postMessage(score),
    (error: unknown) => {
      throw error;
    },
  );
});
