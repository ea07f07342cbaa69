import { Fingerprints, toFingerprint } from './fingerprints.ts';

/** Whether a run has come to a file name before, or to one that many file systems hold for the same. */
export class NameClaims {
  readonly #names = new Fingerprints();

  /** File names are ASCII, so folding their case needs no tables. */
  claim(name: string): 'free' | 'repeat' | 'differs-in-case' {
    const folded = name.toLowerCase();
    const holder = this.#names.get(folded);
    const own = toFingerprint(name);
    if (holder === null) this.#names.set(folded, own);
    if (holder === null) return 'free';
    return holder === own ? 'repeat' : 'differs-in-case';
  }
}
