import type { FaultKind } from '../base/index.ts';

/** The process's exit codes, as README and `--help` list them. */
export const EXIT = {
  ok: 0,
  findings: 1,
  usage: 2,
  input: 3,
  template: 4,
  network: 5,
  file: 6,
  internal: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a fault, by whose fault it is. */
export function toExitCode(kind: FaultKind): ExitCode {
  return EXIT[kind];
}
