import { defineFaults } from '../base/index.ts';

/** Faults of work that goes through a queue. */
export const queueFaults = defineFaults({
  QUEUE_UNAVAILABLE: {
    kind: 'network',
    summary: 'The queue cannot be reached, or has been gone for longer than a restart takes.',
    remedy: 'Check --queue or REDIS_URL and that Redis runs, then run the same command with --resume.',
  },
  QUEUE_URL_INVALID: {
    kind: 'usage',
    summary: 'The address of the queue is not one of a Redis.',
    remedy: 'Give redis://HOST:PORT or rediss://HOST:PORT with --queue or in REDIS_URL.',
  },
  WORKERS_DIED: {
    kind: 'internal',
    summary: 'Every worker that took a record ended before it was done, or its host could not work.',
    remedy: 'See what the workers say; if one record fails alone, render it alone and report it.',
  },
  ENGINE_DIFFERS: {
    kind: 'template',
    summary: 'A worker of the queue has another template, brand or version than the batch was put on the queue with.',
    remedy: 'Give every host the same version, template and brand at the same paths.',
  },
  ANSWER_INVALID: {
    kind: 'internal',
    summary: 'What a worker of the queue answered is not of the form that its version promises.',
    remedy: 'Run workers of the same version as the batch, and let nobody else write to the queue.',
  },
});
