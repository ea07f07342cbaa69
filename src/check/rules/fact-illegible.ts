import { discover, type Rule } from '../rule.ts';

export const factIllegible: Rule = {
  id: 'fact-illegible',
  channel: 'visual',
  severity: 'error',
  why: 'What is too small to read, or set aslant, is in the file but not on the paper.',
  passes: ['size payable 6.5'],
  fails: ['size payable 2'],
  find: ({ prints }) =>
    prints
      .filter(({ runs }) => runs.some((run) => run.fontSize < LEAST_SIZE || run.angle !== 0))
      .map((print) => {
        const { fontSize, angle } = print.runs.find((run) => run.fontSize < LEAST_SIZE || run.angle !== 0) ?? NORMAL;
        const found = angle === 0 ? `type of ${fontSize} pt` : `text turned by ${angle}°`;
        const expected = `level text of ${LEAST_SIZE} pt at least`;
        return discover({ field: print.name, found, expected, at: print, saying: { found, expected } });
      }),
};

/** Points. The smallest type of any contract is larger. */
const LEAST_SIZE = 5;

const NORMAL = { fontSize: 10, angle: 0 };
