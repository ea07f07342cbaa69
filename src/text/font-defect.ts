import { Fault } from '../base/index.ts';
import { textFaults } from './faults.ts';

/** Why a font cannot serve, as the second half of a sentence: *it has no outlines*. */
export class FontDefect extends Error {}

/** Does something with a font file; whatever goes wrong in it is the file's fault, FONT_INVALID. */
export function blameFont<Result>(faceId: string, action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const why = cause instanceof FontDefect ? cause.message : 'it cannot be read';
    throw textFaults.FONT_INVALID({ message: `Unusable font file for ${faceId}: ${why}`, cause });
  }
}
