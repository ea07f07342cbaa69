import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleInOrder } from '#dist/batch/settle-in-order.js';

async function* countTo(last: number, onRead: (n: number) => void = () => undefined) {
  for (let n = 1; n <= last; n += 1) {
    onRead(n);
    yield n;
  }
}

const goOn = { isStopped: () => false, signal: new AbortController().signal };
const LIMITS = { running: 3, held: 6, groupSize: 4, groupMs: 1 };

async function collect<T>(groups: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const group of groups) all.push(...group);
  return all;
}

describe('settleInOrder', () => {
  it('hands results on in the order of the items, whoever is faster', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }), async (delays) => {
        const work = (n: number) => new Promise<number>((r) => setTimeout(() => r(n), delays[n - 1]));
        expect(await collect(settleInOrder(countTo(delays.length), work, LIMITS, goOn))).toEqual(
          delays.map((_, i) => i + 1),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('never runs or holds more than the limits allow', async () => {
    let running = 0;
    let most = 0;
    let read = 0;
    let blocked = 0;
    let release = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      release = resolve;
    });
    const work = async (n: number) => {
      running += 1;
      most = Math.max(most, running);
      await (n === 1 ? first : new Promise((resolve) => setTimeout(resolve, 1)));
      running -= 1;
      return n;
    };
    setTimeout(() => {
      blocked = read;
      release();
    }, 50);
    const all = await collect(
      settleInOrder(
        countTo(40, (n) => (read = n)),
        work,
        LIMITS,
        goOn,
      ),
    );
    expect(all).toHaveLength(40);
    expect(most).toBe(LIMITS.running);
    expect(blocked).toBe(LIMITS.held);
  });

  it('finishes what is under way once stopped, though the items never end', async () => {
    const stop = new AbortController();
    async function* endless() {
      yield 1;
      yield 2;
      await new Promise(() => undefined);
    }
    setTimeout(() => stop.abort(), 20);
    const stopping = { isStopped: () => stop.signal.aborted, signal: stop.signal };
    const work = (n: number) => new Promise<number>((r) => setTimeout(() => r(n), 40));
    expect(await collect(settleInOrder(endless(), work, LIMITS, stopping))).toEqual([1, 2]);
  });

  it('ends with the error of the work', async () => {
    const work = async (n: number) => {
      if (n === 3) throw new Error('no more');
      return n;
    };
    await expect(collect(settleInOrder(countTo(9), work, LIMITS, goOn))).rejects.toThrow('no more');
  });

  it('hands nothing on from where work was taken back, and tells what is let go of', async () => {
    const letGo: number[] = [];
    const begun: number[] = [];
    const work = async (n: number) => {
      begun.push(n);
      return n === 3 ? null : n;
    };
    const stop = { ...goOn, letGo: (n: number) => letGo.push(n) };
    expect(await collect(settleInOrder(countTo(40), work, LIMITS, stop))).toEqual([1, 2]);
    expect(letGo).toEqual(begun.filter((n) => n > 3));
    expect(begun.length).toBeLessThanOrEqual(2 + LIMITS.held);
  });
});
