import type { FaultJson } from '../../base/index.ts';
import type { RenderJob } from '../catalog.ts';
import type { Paper, PreviewEvent } from '../messages.ts';

/** The answer to what is asked about a revision that has been let go, with its thread or for newer ones. */
export const GONE = 'gone';

/** What the server tells the rendering thread. */
export type ThreadOrder =
  | { readonly kind: 'render'; readonly revision: number; readonly job: RenderJob }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

/** What can be asked about the rendition that a thread holds. */
export type Question =
  | { readonly kind: 'page'; readonly revision: number; readonly page: number }
  | { readonly kind: 'structure' | 'approved-pages' | 'is-pictured' | 'compare'; readonly revision: number }
  | {
      readonly kind: 'element';
      readonly revision: number;
      readonly file: string;
      readonly line: number;
      readonly column: number;
    }
  | { readonly kind: 'approve'; readonly revision: number; readonly picture: Uint8Array | null }
  | { readonly kind: 'others'; readonly job: RenderJob; readonly approve: boolean };

/** What a rendering thread tells the server. */
export type ThreadMessage =
  | RenderedMessage
  | { readonly kind: 'event'; readonly event: PreviewEvent }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown; readonly fault?: FaultJson | undefined };

export interface RenderedMessage {
  readonly kind: 'rendered';
  readonly revision: number;
  readonly pdf: Uint8Array;
  readonly pages: readonly Paper[];
  readonly ms: number;
  readonly invoiceNumber: string;
  readonly language: string;
  readonly accent: string | null;
}
