import { Fault } from './base/index.ts';
import { parseSvgFile } from './document/index.ts';
import { type Drawing, toDrawing } from './drawing/index.ts';
import { type PreparedImage, prepareImage } from './paint/index.ts';
import { isSvg, LOGO_RESOURCE, type LoadedBrand, templateFaults } from './template/index.ts';

/** A brand's logo, ready for every document: pixels that paint embeds, or a drawing that layout places. */
export type Logo =
  | { readonly kind: 'image'; readonly image: PreparedImage }
  | { readonly kind: 'drawing'; readonly drawing: Drawing };

/**
 * Decodes or reads the logo once for all documents; null for a brand without one.
 *
 * @throws Fault LOGO_INVALID, BRAND_LOGO (template)
 */
export function prepareLogo({ logo, brand }: LoadedBrand): Logo | null {
  if (logo === null) return null;
  const name = brand.logo ?? LOGO_RESOURCE;
  return isSvg(logo)
    ? { kind: 'drawing', drawing: readDrawing(logo, name) }
    : { kind: 'image', image: prepareImage(logo, name) };
}

/** A drawing's faults name the brand's key beside their place in the file. */
function readDrawing(logo: Uint8Array, name: string): Drawing {
  try {
    return toDrawing(parseSvgFile(Buffer.from(logo).toString('utf8'), name));
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { message, place, hint } = fault;
    throw templateFaults.BRAND_LOGO({ message: `logo "${name}": ${message}`, path: 'logo', place, hint, cause: fault });
  }
}
