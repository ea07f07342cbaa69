/** Programs that we did not write, called by tests to judge the files that we make. */
export { queryXml } from './libxml.ts';
export { readMupdfText } from './mupdf.ts';
export {
  type FontLine,
  listFonts,
  rasterise,
  readInfo,
  readLayout,
  readStructure,
  readText,
  readXmp,
} from './poppler.ts';
export { findSyntaxErrors, readPlainObjects } from './qpdf.ts';
export { inTemporaryFolder, withPdf } from './temporary-folder.ts';
export { hasJudges, type Judge, readTool } from './tools.ts';
export { type Flavour, findBreaches, judgeConformance, type Verdict } from './verapdf.ts';
