import type { AtrulePlain } from 'css-tree';
import type { Place } from '../../base/index.ts';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import { longhandOf } from '../properties/longhands.ts';
import { INITIAL_CONTEXT } from '../values/resolver.ts';
import { ValueReader } from '../values/value-reader.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { componentsOf, isStraySemicolon, refuseInBlock } from './read-declarations.ts';
import type { FontFace } from './style-sheet.ts';
import { FONT_FACE_DESCRIPTORS } from './subset-css.ts';

const RELATIVE_FILE = /^(?!.*(?:^|\/)\.\.(?:\/|$))[\w-][\w .-]*(?:\/[\w-][\w .-]*)*$/;

/**
 * Reads `@font-face`: one family, one file beside the style sheet, one weight, one style.
 *
 * @throws Fault CSS_UNKNOWN_PROPERTY, CSS_UNKNOWN_VALUE
 */
export function readFontFace(node: AtrulePlain, source: CssSource): FontFace {
  const place = placeOf(source, node);
  let family: string | null = null;
  let file: string | null = null;
  let weight = 400;
  let style: FontFace['style'] = 'normal';
  for (const child of node.block?.children ?? []) {
    if (isStraySemicolon(child)) continue;
    if (child.type !== 'Declaration') throw refuseInBlock(child, source, '@font-face');
    const reader = new ValueReader(componentsOf(child, source));
    const name = child.property.toLowerCase();
    switch (name) {
      case 'font-family':
        family = readFamily(reader);
        break;
      case 'src':
        file = readFile(reader);
        break;
      case 'font-weight':
        weight = longhandOf('font-weight').value.read(reader)?.(INITIAL_CONTEXT) ?? Number.NaN;
        break;
      case 'font-style':
        style = longhandOf('font-style').value.read(reader)?.(INITIAL_CONTEXT) ?? style;
        break;
      default:
        throw documentFaults.CSS_UNKNOWN_PROPERTY({
          message: `unknown descriptor "${child.property}" in @font-face`,
          place: placeOf(source, child),
          hint: didYouMean(name, FONT_FACE_DESCRIPTORS, `Supported: ${FONT_FACE_DESCRIPTORS.join(', ')}`),
        });
    }
    if (!reader.isDone) throw reader.refuse(child.property, expectedOf(name));
  }
  if (family === null) throw missing('font-family', place);
  if (file === null) throw missing('src', place);
  return { family, weight, style, file, place };
}

/** One name, quoted or not. */
function readFamily(reader: ValueReader): string | null {
  const mark = reader.mark();
  const [family = null, second] = longhandOf('font-family').value.read(reader)?.(INITIAL_CONTEXT) ?? [];
  if (second !== undefined) reader.back(mark);
  return family;
}

/** One url() of a file in the template's folder, with or without its format. */
function readFile(reader: ValueReader): string | null {
  const component = reader.peek();
  if (component?.kind !== 'url' || !RELATIVE_FILE.test(component.url)) {
    throw reader.refuse('src', expectedOf('src'));
  }
  reader.take();
  reader.call('format');
  return component.url;
}

function expectedOf(name: string): string {
  if (name === 'src') return 'one url() of a file in the template folder, such as url(fonts/Inter-Regular.ttf)';
  if (name === 'font-weight') return 'one weight, such as 400';
  if (name === 'font-style') return 'normal or italic';
  return 'one name';
}

function missing(descriptor: string, place: Place): Error {
  return documentFaults.CSS_UNKNOWN_VALUE({ message: `@font-face has no ${descriptor}`, place });
}
