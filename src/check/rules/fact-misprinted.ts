import { describeFact } from '../describe-fact.ts';
import { discover, type Rule } from '../rule.ts';

export const factMisprinted: Rule = {
  id: 'fact-misprinted',
  channel: 'text',
  severity: 'error',
  why: 'Kravia collects by the session, so every print of a fact must be read as exactly its value, wherever it stands.',
  passes: ['payable: kr 1 250,00'],
  fails: ['payable: 1 205,00 NOK'],
  find: ({ prints, language, bases }) =>
    prints
      .filter((print) => !print.right)
      .flatMap((print) =>
        print.fact === null
          ? []
          : [
              discover({
                field: print.name,
                expected: describeFact(print.fact.value, language, bases),
                found: print.text,
                at: print,
              }),
            ],
      ),
};
