import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { templateFaults } from '../faults.ts';
import { type Brand, parseBrand } from './parse-brand.ts';

/** Enough for any logo on paper; more is a photograph by mistake. */
const MAX_LOGO_BYTES = 2 * 1024 * 1024;
const MAX_BRAND_BYTES = 256 * 1024;
/** What a PNG and a JPEG file begin with. */
const SIGNATURES = [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from([0xff, 0xd8, 0xff])];
/** Every document draws a drawing's paths again. */
const MAX_SVG_BYTES = 256 * 1024;

/** A brand with what its file points at. */
export interface LoadedBrand {
  readonly brand: Brand;
  /** PNG, JPEG or SVG bytes as they lie on disk, not yet decoded; null where the brand has no logo. */
  readonly logo: Uint8Array | null;
  /** Folder that the brand's paths are relative to. */
  readonly directory: string;
}

/**
 * Reads a brand file and its logo from disk.
 *
 * @throws BRAND_NOT_JSON, BRAND_…; node's own error where the file cannot be read
 */
export function loadBrand(path: string): LoadedBrand {
  const file = basename(path);
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (text.length > MAX_BRAND_BYTES) {
    throw templateFaults.BRAND_INVALID_VALUE({
      message: `${file} has ${text.length} characters, expected at most ${MAX_BRAND_BYTES}`,
    });
  }
  const directory = dirname(resolve(path));
  const brand = findTemplateFolder(parseBrand(parseJson(text, path, file), { file }), directory);
  return { brand, logo: brand.logo === null ? null : loadLogo(brand.logo, directory, file), directory };
}

/** A template that is a folder beside the brand file is named by its whole path, since only here is known beside what. */
function findTemplateFolder(brand: Brand, directory: string): Brand {
  const { name } = brand.template;
  if (name === null || !existsSync(resolve(directory, name, 'template.json'))) return brand;
  return { ...brand, template: { ...brand.template, name: resolve(directory, name) } };
}

/** Reads a brand's logo, which must lie in the brand's folder or below, links followed. */
export function loadLogo(logo: string, directory: string, file: string): Uint8Array {
  const refuse = (message: string, cause?: unknown) =>
    templateFaults.BRAND_LOGO({ message: `${file}: logo "${logo}" ${message}`, path: 'logo', cause });
  let path: string;
  try {
    path = realpathSync(resolve(directory, logo));
  } catch (cause) {
    throw refuse('cannot be found', cause);
  }
  if (!path.startsWith(realpathSync(directory) + sep)) throw refuse('lies outside the brand’s folder');
  const status = statSync(path);
  if (!status.isFile()) throw refuse('is not a file');
  if (status.size > MAX_LOGO_BYTES) throw refuse(`has ${status.size} bytes, expected at most ${MAX_LOGO_BYTES}`);
  const bytes = readFileSync(path);
  if (isSvg(bytes)) {
    if (bytes.length <= MAX_SVG_BYTES) return bytes;
    throw refuse(`has ${bytes.length} bytes, expected at most ${MAX_SVG_BYTES} of a drawing`);
  }
  if (SIGNATURES.some((signature) => bytes.subarray(0, signature.length).equals(signature))) return bytes;
  throw refuse('is neither a PNG nor a JPEG nor an SVG');
}

/** Whether a logo is a drawing: XML, after a byte order mark and white space. */
export function isSvg(logo: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|!--|!DOCTYPE|svg)/.test(
    Buffer.from(logo.subarray(0, 200)).toString('latin1'),
  );
}

function parseJson(text: string, path: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
    const before = Number.isNaN(offset) ? '' : text.slice(0, offset);
    throw templateFaults.BRAND_NOT_JSON({
      message: `${file} is not JSON: ${reason}`,
      place: { file: path, line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') },
      cause,
    });
  }
}
