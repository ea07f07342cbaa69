import { type Box, RecentMap, roundPoints } from '../../base/index.ts';
import type { RasterDocument, Rasterizer } from '../../raster/index.ts';
import type { ReadSymbol } from '../read-document.ts';
import { type Decode, loadDecoder } from './decoder.ts';

/** A part of a page that is looked at for barcodes. */
export interface Region {
  readonly page: number;
  /** In points from the visible page's top left corner. */
  readonly box: Box;
  /** See `SymbolCandidates`. */
  readonly fingerprint: string | null;
}

/** Pixels a point: 200 dpi, at which decoders read modules of 0.25 mm. */
const SCALE = 200 / 72;

/** Light that a barcode needs around it, in points; outside its region there may be none drawn. */
const MARGIN = 16;

/** Pictures that come again, such as logos, are looked at once. */
const REMEMBERED = 64;

/**
 * Reads barcodes from drawn pages, as a payer's telephone does. Rasterizer and decoder are loaded with the first page
 * that has something to look at.
 */
export class SymbolReader {
  readonly #rasterizer: () => Promise<Rasterizer>;
  #decode: Promise<Decode> | null = null;
  readonly #known = new RecentMap<readonly Omit<ReadSymbol, 'page'>[]>(REMEMBERED);

  constructor(rasterizer: () => Promise<Rasterizer>) {
    this.#rasterizer = rasterizer;
  }

  async read(pdf: Uint8Array, regions: readonly Region[]): Promise<readonly ReadSymbol[]> {
    const answers = new Map(regions.map((region) => [region, this.#recall(region)]));
    const unknown = regions.filter((region) => answers.get(region) === undefined);
    if (unknown.length > 0) {
      this.#decode ??= loadDecoder();
      const decode = await this.#decode;
      const document = await (await this.#rasterizer()).open(pdf);
      try {
        for (const region of unknown) {
          const symbols = await readRegion(document, region, decode);
          answers.set(region, symbols);
          if (region.fingerprint !== null) this.#known.set(region.fingerprint, symbols);
        }
      } finally {
        document.close();
      }
    }
    return [...answers].flatMap(([{ page }, symbols]) => (symbols ?? []).map((symbol) => ({ page, ...symbol })));
  }

  #recall({ fingerprint }: Region): readonly Omit<ReadSymbol, 'page'>[] | undefined {
    return fingerprint === null ? undefined : this.#known.get(fingerprint);
  }
}

async function readRegion(
  document: RasterDocument,
  { page, box }: Region,
  decode: Decode,
): Promise<readonly Omit<ReadSymbol, 'page'>[]> {
  const left = Math.max(0, Math.floor((box.x - MARGIN) * SCALE));
  const top = Math.max(0, Math.floor((box.y - MARGIN) * SCALE));
  const right = Math.ceil((box.x + box.width + MARGIN) * SCALE);
  const bottom = Math.ceil((box.y + box.height + MARGIN) * SCALE);
  const drawn = document.drawPart(page, SCALE, { left, top, width: right - left, height: bottom - top });
  if (drawn.rgba.length === 0) return [];
  const symbols = await decode(drawn);
  return symbols.map((symbol) => ({
    ...symbol,
    box: {
      x: roundPoints((symbol.box.x + left) / SCALE),
      y: roundPoints((symbol.box.y + top) / SCALE),
      width: roundPoints(symbol.box.width / SCALE),
      height: roundPoints(symbol.box.height / SCALE),
    },
  }));
}
