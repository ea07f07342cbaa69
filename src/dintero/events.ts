import type { EventMetadata } from './wire/metadata.ts';
import type { Source } from './wire/source.ts';
import type { TransactionEvent } from './wire/transaction.ts';

/** An event and where it stands. */
export interface PlacedEvent {
  readonly event: TransactionEvent;
  /** JSON path, such as `transaction.events[2]`. */
  readonly path: string;
}

/** The events of a transaction, newest first: by time where every event has one, else by their order in the list. */
export function listEventsNewestFirst({ transaction }: Pick<Source, 'transaction'>): readonly PlacedEvent[] {
  const placed = (transaction.events ?? []).map((event, index) => ({
    event,
    path: `transaction.events[${index}]`,
    time: Date.parse(event.created_at ?? ''),
  }));
  const newestLast = placed.some(({ time }) => Number.isNaN(time))
    ? placed
    : placed.toSorted((a, b) => a.time - b.time);
  return newestLast.toReversed();
}

/** The newest event of a name that did not fail; null where there is none. An event without `success` counts as done. */
export function findEvent(events: readonly PlacedEvent[], name: string): PlacedEvent | null {
  return events.find(({ event }) => event.event === name && event.success !== false) ?? null;
}

/** The newest value of a metadata key among events that did not fail, and its JSON path; null where none has it. */
export function findEventMetadata(
  events: readonly PlacedEvent[],
  key: keyof EventMetadata & `kravia:${string}`,
): { readonly value: string; readonly path: string } | null {
  for (const { event, path } of events) {
    const value = event.success === false ? null : event.metadata?.[key];
    if (typeof value === 'string' && value !== '') return { value, path: `${path}.metadata["${key}"]` };
  }
  return null;
}
