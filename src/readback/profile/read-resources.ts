import { createHash } from 'node:crypto';
import { isReference, nameOf, type PdfDictionary, type PdfObject, type PdfStream } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import type { GraphicsState } from '../sight/graphics-state.ts';
import { demand, demandDictionary, demandKeys, demandName, demandNumber, demandStream } from './outside-profile.ts';
import { type ProfileFont, readFont } from './read-fonts.ts';

const RESOURCE_KEYS: ReadonlySet<string> = new Set(['Font', 'XObject', 'ExtGState']);
const STATE_KEYS: ReadonlySet<string> = new Set(['ca', 'CA']);

const CHANNELS: ReadonlyMap<string, number> = new Map([
  ['DeviceGray', 1],
  ['DeviceRGB', 3],
  ['DeviceCMYK', 4],
]);

/** What the names in content streams stand for. */
export class ProfileResources {
  readonly #file: ObjectFile;
  readonly #resources: PdfDictionary;
  readonly #fonts = new Map<string, ProfileFont>();
  readonly #pictures = new Map<string, string>();

  constructor(file: ObjectFile, resources: PdfDictionary) {
    demandKeys(resources, RESOURCE_KEYS, 'resources');
    this.#file = file;
    this.#resources = resources;
  }

  font(name: string | null): ProfileFont {
    const key = name ?? '';
    const known = this.#fonts.get(key);
    if (known !== undefined) return known;
    const font = readFont(this.#file, this.#find('Font', key));
    this.#fonts.set(key, font);
    return font;
  }

  /** The name of a font that text on a page has been set in. */
  fontNameOf(id: string): string {
    return [...this.#fonts.values()].find((font) => font.id === id)?.name ?? '';
  }

  /** What a graphics state parameter dictionary sets, which is opacity alone. */
  opacity(name: string | null): Pick<GraphicsState, 'fillOpacity' | 'strokeOpacity'> {
    const state = demandDictionary(this.#file.resolve(this.#find('ExtGState', name ?? '')), 'a graphics state');
    demandKeys(state, STATE_KEYS, 'a graphics state');
    const [fillOpacity, strokeOpacity] = ['ca', 'CA'].map((key) => demandNumber(state.entries.get(key), key));
    return { fillOpacity: fillOpacity ?? 1, strokeOpacity: strokeOpacity ?? 1 };
  }

  /** What tells a picture apart: a hash of all that it is made of. */
  picture(name: string | null): string {
    const key = name ?? '';
    const known = this.#pictures.get(key);
    if (known !== undefined) return known;
    const hash = createHash('sha256');
    const image = demandStream(this.#file.resolve(this.#find('XObject', key)), 'a picture');
    demandName(image.dictionary.entries.get('Subtype'), 'Image');
    for (const entry of [image, this.#file.resolve(image.dictionary.entries.get('SMask') ?? null)]) {
      if (entry === null) continue;
      const { dictionary, bytes } = demandStream(entry, 'a picture');
      this.#demandPixels(demandStream(entry, 'a picture'));
      for (const [entryKey, value] of dictionary.entries) {
        demand(typeof value === 'number' || nameOf(value) !== null || isReference(value), 'a picture of another kind');
        hash.update(`${entryKey} ${typeof value === 'number' ? value : (nameOf(value) ?? '')} `);
      }
      hash.update(bytes);
    }
    const picture = hash.digest('hex');
    this.#pictures.set(key, picture);
    return picture;
  }

  /** As many as its size and colours make, eight bits each; of a JPEG its own header tells. */
  #demandPixels(picture: PdfStream): void {
    const { entries } = picture.dictionary;
    const [width, height] = ['Width', 'Height'].map((key) => demandNumber(entries.get(key), key));
    const channels = CHANNELS.get(nameOf(entries.get('ColorSpace')) ?? '');
    demand(entries.get('BitsPerComponent') === 8 && channels !== undefined, 'a picture of other colours');
    if (nameOf(entries.get('Filter')) === 'DCTDecode') return;
    demand(this.#file.content(picture).length === (width ?? 0) * (height ?? 0) * channels, 'a picture of another size');
  }

  #find(kind: string, name: string): PdfObject {
    const found = demandDictionary(this.#file.resolve(this.#resources.entries.get(kind) ?? null), `/${kind}`);
    const entry = found.entries.get(name);
    demand(entry !== undefined, `no /${name} in /${kind}`);
    return entry;
  }
}
