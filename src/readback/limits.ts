/** Larger files are refused unread. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** More pages than any invoice has; 10,000 lines take some 250. */
export const MAX_PAGES = 2_000;

/** Longest time one file may be read: what is left of five seconds when a thread has been started and ended as well. */
export const DEADLINE_MS = 4_000;

/** Most memory that one file may take while it is read. */
export const MEMORY_MB = 512;
