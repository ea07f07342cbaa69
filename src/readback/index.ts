/**
 * Floor 4: what a finished file says. Comes in: bytes, of any origin. Goes out: `Reading`, plain data with text,
 * positions, marks, structure and metadata. Never here: what any of it means.
 */

export { createDirectReader } from './direct-reader.ts';
export { readTrustedFace, type TrustedFace } from './glyphs/trusted-face.ts';
export { parseXml, type XmlNode } from './parse-xml.ts';
export type * from './read-document.ts';
export { createReader, type Reader, type ReaderOptions, type ReadOptions, readDocument } from './reader.ts';
