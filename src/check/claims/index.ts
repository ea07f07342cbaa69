/**
 * What documents say that mark nothing, found by the names that stand beside values and by the values' own form. Comes in:
 * what was read. Goes out: claims, and what the session makes of them. Never here: proof; a label is anybody's word.
 */
export { CLAIM_FIELDS, type Claim, type ClaimField, type ClaimValue, sameValue } from './claim.ts';
export { findClaims } from './find-claims.ts';
export { type ClaimVerdict, judgeClaims } from './judge-claims.ts';
export { collectMentions, type Mentions } from './mentions.ts';
export { readValue } from './read-value.ts';
