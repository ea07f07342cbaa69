import { dropSpaces } from './text.ts';

/** Characters that references are made of. Anything else, look-alikes and marks of direction included, is not skipped. */
const REFERENCE = /^[0-9A-Z-]+$/;

/** Reads a reference, IBAN or BIC: gaps between groups are left out, everything else stands as printed. */
export function parseReference(text: string): string | null {
  const bare = dropSpaces(text);
  return REFERENCE.test(bare) ? bare : null;
}

/** Reads an account number into its digits: `1506 30 92174`, `1506.30.92174`, `991-2346`. */
export function parseAccount(text: string): string | null {
  const bare = dropSpaces(text);
  return /^\d+(?:[.-]\d+)*$/.test(bare) ? bare.replace(/[.-]/g, '') : null;
}
