import type { RenderJob } from './catalog.ts';
import type {
  Choice,
  DifferenceEvent,
  FaultEvent,
  PreviewEvent,
  ProofEvent,
  RenderedEvent,
  Saved,
} from './messages.ts';

/** What is known of the last document that could be rendered. */
export interface GoodDocument {
  readonly rendered: RenderedEvent;
  readonly job: RenderJob;
  readonly pdf: Uint8Array;
  proof: ProofEvent | null;
  difference: DifferenceEvent | null;
}

/** One choice that somebody looks at, and how far its rendering is. */
export class View {
  readonly choice: Choice;
  /** The revision that is wanted; what comes of older ones is dropped. */
  revision = 0;
  saved: Saved | null = null;
  /** The template's content when its rendering began. */
  content = '';
  good: GoodDocument | null = null;
  fault: FaultEvent | null = null;
  readonly listeners = new Set<(event: PreviewEvent) => void>();

  constructor(choice: Choice) {
    this.choice = choice;
  }

  tell(event: PreviewEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** What a page has to hear that begins to listen now, in the order that it happened. */
  history(): readonly PreviewEvent[] {
    const { good, fault, revision } = this;
    const told: (PreviewEvent | null)[] = [
      good?.rendered ?? null,
      good?.proof ?? null,
      good?.difference ?? null,
      fault,
    ];
    const isWaiting = revision !== (fault?.revision ?? good?.rendered.revision ?? 0);
    if (isWaiting) told.push({ kind: 'rendering', revision });
    return told.filter((event) => event !== null);
  }
}
