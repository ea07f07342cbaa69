/** Programs that we did not write, called by tests to judge the files that we make. */
export { queryXml } from './libxml.ts';
export { readMupdfText } from './mupdf.ts';
export {
  readAttachments,
  readInfoDictionary,
  readPageStructure,
  readTags,
  type TaggedText,
} from './pdfjs.ts';
export { findXmlBreaches, type JudgedXml } from './phive.ts';
export { listFonts, rasterise, readInfo, readLayout, readStructure, readText, readXmp } from './poppler.ts';
export { findSyntaxErrors, readPlainObjects } from './qpdf.ts';
export { inTemporaryFolder, withPdf } from './temporary-folder.ts';
export { hasJudges, readTool } from './tools.ts';
export { findBreaches, judgeConformance } from './verapdf.ts';
export { decodeBarcodes } from './zbar.ts';
