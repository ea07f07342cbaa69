import type { TrackSize } from '../../document/index.ts';
import { resolve } from '../sizing/lengths.ts';
import type { TrackSpan } from './place-in-grid.ts';

/** What one item asks of the tracks that it lies in. */
export interface TrackDemand extends TrackSpan {
  readonly min: number;
  readonly max: number;
}

/** The room that tracks share; `available` is null where content decides. */
export interface TrackRoom {
  readonly available: number | null;
  readonly gap: number;
  /** Whether `auto` tracks take what is left (CSS Grid 1 §11.8). */
  readonly stretches: boolean;
}

interface Track {
  readonly size: TrackSize;
  base: number;
  limit: number;
}

/** Sizes of tracks along one axis (CSS Grid 1 §11.3): what items need, then what they like, then shares of the rest. */
export function sizeTracks(sizes: readonly TrackSize[], demands: readonly TrackDemand[], room: TrackRoom): number[] {
  const tracks = sizes.map((size) => startTrack(size, room.available));
  for (const demand of demands.toSorted((a, b) => a.span - b.span)) meetDemand(tracks, demand, room.gap);
  for (const track of tracks) track.limit = Math.max(track.limit, track.base);
  if (room.available === null) for (const track of tracks) track.base = track.limit;
  else maximize(tracks, freeRoom(tracks, room));
  expandFractions(tracks, demands, room);
  if (room.stretches) stretch(tracks, freeRoom(tracks, room));
  return tracks.map(({ base }) => base);
}

/** A share of a room that is not known counts as `auto`. */
function startTrack(size: TrackSize, available: number | null): Track {
  if (size.kind !== 'length') return { size, base: 0, limit: 0 };
  if (available === null && size.length.percent !== 0) return { size: { kind: 'auto' }, base: 0, limit: 0 };
  const length = resolve(size.length, available ?? 0);
  return { size, base: length, limit: length };
}

/** Makes tracks as large as an item needs; what it spans shares what is missing (§11.5). */
function meetDemand(tracks: readonly Track[], { start, span, min, max }: TrackDemand, gap: number): void {
  const spanned = tracks.slice(start, start + span);
  const gaps = gap * (span - 1);
  const flexible = spanned.filter(({ size }) => size.kind === 'fraction');
  const growing = flexible.length > 0 ? flexible : spanned.filter(({ size }) => size.kind !== 'length');
  if (growing.length === 0) return;
  const wanted = (track: Track) => (track.size.kind === 'max-content' ? max : min);
  const missing = Math.max(...growing.map(wanted)) - gaps - sumOf(spanned, ({ base }) => base);
  if (missing > 0) for (const track of growing) track.base += missing / growing.length;
  if (flexible.length > 0) return;
  const liked = Math.max(...growing.map(({ size }) => (size.kind === 'min-content' ? min : max)));
  const short = liked - gaps - sumOf(spanned, ({ base, limit }) => Math.max(base, limit));
  if (short > 0) for (const track of growing) track.limit = Math.max(track.base, track.limit) + short / growing.length;
}

/** Grows tracks evenly up to what their items like (§11.6). */
function maximize(tracks: readonly Track[], room: number): void {
  let free = room;
  for (;;) {
    const growing = tracks.filter(({ size, base, limit }) => size.kind !== 'fraction' && limit - base > HAIR);
    if (growing.length === 0 || free <= HAIR) return;
    const share = Math.min(free / growing.length, ...growing.map(({ base, limit }) => limit - base));
    for (const track of growing) track.base += share;
    free -= share * growing.length;
  }
}

const HAIR = 1e-6;

/** Gives `fr` tracks their shares of what is left; one that needs more than its share takes no part (§11.7). */
function expandFractions(tracks: readonly Track[], demands: readonly TrackDemand[], room: TrackRoom): void {
  const flexible = tracks.filter(({ size }) => size.kind === 'fraction');
  if (flexible.length === 0) return;
  const unit =
    room.available === null ? unitByContent(tracks, demands, room) : unitOf(tracks, room.available, room.gap);
  for (const track of flexible) track.base = Math.max(track.base, unit * fractionOf(track));
}

function unitOf(tracks: readonly Track[], available: number, gap: number): number {
  let flexible = tracks.filter(({ size }) => size.kind === 'fraction');
  for (;;) {
    const others = tracks.filter((track) => !flexible.includes(track));
    const free = available - gap * (tracks.length - 1) - sumOf(others, ({ base }) => base);
    const unit = Math.max(0, free) / Math.max(1, sumOf(flexible, fractionOf));
    const fitting = flexible.filter((track) => track.base <= unit * fractionOf(track) + HAIR);
    if (fitting.length === flexible.length) return unit;
    flexible = fitting;
  }
}

/** Where the room is open, the largest share that some item asks for holds for all. */
function unitByContent(tracks: readonly Track[], demands: readonly TrackDemand[], { gap }: TrackRoom): number {
  const byTrack = tracks.filter(({ size }) => size.kind === 'fraction').map((t) => t.base / Math.max(1, fractionOf(t)));
  const byItem = demands.map(({ start, span, max }) => {
    const spanned = tracks.slice(start, start + span);
    const fractions = sumOf(spanned, fractionOf);
    const fixed = sumOf(spanned, (track) => (track.size.kind === 'fraction' ? 0 : track.base));
    return fractions === 0 ? 0 : (max - fixed - gap * (span - 1)) / Math.max(1, fractions);
  });
  return Math.max(0, ...byTrack, ...byItem);
}

function stretch(tracks: readonly Track[], free: number): void {
  const autos = tracks.filter(({ size }) => size.kind === 'auto');
  if (free > 0) for (const track of autos) track.base += free / autos.length;
}

function freeRoom(tracks: readonly Track[], { available, gap }: TrackRoom): number {
  if (available === null) return 0;
  return available - gap * Math.max(0, tracks.length - 1) - sumOf(tracks, ({ base }) => base);
}

function fractionOf({ size }: Track): number {
  return size.kind === 'fraction' ? size.value : 0;
}

function sumOf(tracks: readonly Track[], measure: (track: Track) => number): number {
  return tracks.reduce((sum, track) => sum + measure(track), 0);
}
