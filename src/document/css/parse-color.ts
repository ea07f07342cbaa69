import convertor from 'css-tree/convertor';
import parse from 'css-tree/parser';
import { Fault } from '../../base/index.ts';
import { readColor, type StyleColor } from '../values/color.ts';
import { ValueReader } from '../values/value-reader.ts';
import { readComponents } from './read-components.ts';

/** Reads a colour as CSS writes it, from outside a style sheet; null where it is none. */
export function parseColor(text: string): StyleColor | null {
  const node = convertor.toPlainObject(parse(text, { context: 'value', onParseError: () => undefined }));
  if (node.type !== 'Value') return null;
  try {
    const reader = new ValueReader(readComponents(node.children, { file: '' }));
    const color = readColor(reader);
    return reader.isDone ? color : null;
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}
