/** Largest source in bytes; an order of 20,000 lines in both session and transaction stays well below. */
export const MAX_SOURCE_BYTES = 32 * 1024 * 1024;
