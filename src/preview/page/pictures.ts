import type { State } from './state.ts';

/** Address of a page's picture, at so many CSS pixels a point, sharp on this screen. */
export function pictureUrl({ rendered }: State, page: number, pixelsPerPoint: number, approved: boolean): string {
  const scale = Math.min(MAX_SCALE, Math.round(pixelsPerPoint * devicePixelRatio * 1000) / 1000);
  return `/api/${rendered?.revision ?? 0}/${approved ? 'approved' : 'pages'}/${page}.png?scale=${scale}`;
}

/** Pixels a point; beyond this a page takes hundreds of megabytes. */
const MAX_SCALE = 10;

/** A picture that is loaded and decoded, so that it can take another's place at once; null where it cannot be had. */
export async function loadPicture(url: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}
