export interface SettleLimits {
  /** Most pieces of work under way at once. */
  readonly running: number;
  /** Most items begun whose results are not handed on yet. */
  readonly held: number;
  /** Results are handed on by so many, or after so long. */
  readonly groupSize: number;
  readonly groupMs: number;
}

/** When no more is begun. */
export interface SettleStop<Result> {
  readonly isStopped: () => boolean;
  /** Says when to ask again though nothing else has happened. */
  readonly signal: AbortSignal;
  /** Told of results that are not handed on, because an item before them was taken back. */
  readonly letGo?: (result: Result) => void;
}

/**
 * Does work on items side by side and hands the results on in the order of the items, in groups. Reads no further than
 * the limits allow, so whoever is slow holds up whoever is fast. Once `isStopped` answers yes no item is begun any more,
 * and what is under way is finished. Work that was taken back answers null: nothing is begun after it, and of the items
 * from there on none is handed on. Ends with the first work or item that throws.
 */
export async function* settleInOrder<Item, Result>(
  items: AsyncIterator<Item>,
  work: (item: Item) => Promise<Result | null>,
  limits: SettleLimits,
  stop: SettleStop<Result>,
): AsyncGenerator<readonly Result[]> {
  const slots: { result: { readonly value: Result } | null }[] = [];
  let isCut = false;
  let running = 0;
  let reading = false;
  let ended = false;
  let failure: { readonly error: unknown } | null = null;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => undefined;

  const fail = (error: unknown) => {
    failure ??= { error };
    wake();
  };

  function begin(item: Item): void {
    const slot: (typeof slots)[number] = { result: null };
    slots.push(slot);
    running += 1;
    work(item).then((value) => {
      if (value === null) isCut = true;
      else slot.result = { value };
      running -= 1;
      wake();
    }, fail);
  }

  function readNext(): void {
    reading = true;
    items.next().then((next) => {
      reading = false;
      if (next.done === true) ended = true;
      else if (!stop.isStopped() && !isCut) begin(next.value);
      wake();
    }, fail);
  }

  const onStop = () => wake();
  stop.signal.addEventListener('abort', onStop);
  try {
    for (;;) {
      const change = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (failure !== null) throw (failure as { readonly error: unknown }).error;
      const isOver = ended || isCut || stop.isStopped();
      if (!isOver && !reading && running < limits.running && slots.length < limits.held) readNext();
      const pending = slots.findIndex((slot) => slot.result === null);
      const ready = pending === -1 ? slots.length : pending;
      if (ready >= limits.groupSize || (ready > 0 && (isDue || (isOver && running === 0)))) {
        clearTimeout(timer);
        timer = undefined;
        isDue = false;
        yield slots.splice(0, ready).flatMap(({ result }) => (result === null ? [] : [result.value]));
        continue;
      }
      if (isOver && running === 0) {
        for (const { result } of slots) if (result !== null) stop.letGo?.(result.value);
        return;
      }
      if (ready > 0) {
        timer ??= setTimeout(() => {
          isDue = true;
          wake();
        }, limits.groupMs);
      }
      await change;
    }
  } finally {
    clearTimeout(timer);
    stop.signal.removeEventListener('abort', onStop);
  }
}
