/** The stages of the way through, in running order; folders, ARCHITECTURE.md and `--timings` share these words. */
export const STAGES = [
  'source',
  'model',
  'template',
  'parse',
  'style',
  'layout',
  'paint',
  'readback',
  'check',
] as const;
export type Stage = (typeof STAGES)[number];

/** Measures stages with a clock that was handed in; without one it measures nothing and costs nothing. */
export interface StageTimings {
  time<T>(stage: Stage, work: () => T): T;
  timeAsync<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  /** Milliseconds per stage that ran, in running order. */
  entries(): readonly (readonly [Stage, number])[];
}

/** Runs the work and looks at no clock. */
export const untimed: StageTimings = {
  time: (_stage, work) => work(),
  timeAsync: (_stage, work) => work(),
  entries: () => [],
};

/** Timings by a clock of milliseconds; the same stage run again adds up. */
export function toStageTimings(clock: () => number): StageTimings {
  const spent = new Map<Stage, number>();
  const add = (stage: Stage, since: number): void => {
    spent.set(stage, (spent.get(stage) ?? 0) + clock() - since);
  };
  return {
    time: (stage, work) => {
      const since = clock();
      try {
        return work();
      } finally {
        add(stage, since);
      }
    },
    timeAsync: async (stage, work) => {
      const since = clock();
      try {
        return await work();
      } finally {
        add(stage, since);
      }
    },
    entries: () => STAGES.flatMap((stage) => (spent.has(stage) ? [[stage, spent.get(stage) ?? 0] as const] : [])),
  };
}
