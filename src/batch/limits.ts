import { MAX_SOURCE_BYTES } from '../base/index.ts';

/** Longest line of a batch and largest file of a folder. */
export const MAX_RECORD_BYTES = MAX_SOURCE_BYTES;

/** Longest time that one document may take, from when its worker begins. */
export const DOCUMENT_DEADLINE_MS = 60_000;

/** A worker that has not begun by then never will; on a busy machine starting takes seconds. */
export const WORKER_START_MS = 120_000;

/**
 * Heap of one worker. Above it the worker ends and its record is reported; without it the whole process would end. An
 * invoice of ten thousand lines fits; the less room there is, the sooner V8 collects what is dead.
 */
export const WORKER_HEAP_MB = 512;

/** New objects of one worker before they are looked through: about two documents' worth. */
export const WORKER_YOUNG_MB = 24;

/** Most records that may wait, finished, for one before them that is not. */
export const MAX_HELD_RECORDS = 1024;

/** Records that are made durable together: one sync of the folder and one of the manifest for all of them. */
export const GROUP_SIZE = 64;

/** Longest time that a finished record waits for its group. */
export const GROUP_MS = 200;

/** Engines, one a brand, that a worker keeps ready. */
export const MAX_ENGINES = 8;
