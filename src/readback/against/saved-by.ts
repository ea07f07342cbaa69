/** Programs that save a file again and leave what it shows as it is, by the names that they enter in it; and paint's own. */
const PROGRAM =
  /^(?:PDFKit|qpdf|MuPDF|pikepdf|pypdf|pdfcpu|pdf-lib)(?: v?\d{1,3}(?:\.\d{1,3}){0,3}| \(https:\/\/github\.com\/Hopding\/pdf-lib\))?$/;

/** As a PDF has a moment (ISO 32000-1 §7.9.4), and as XMP has it. */
const MOMENT =
  /^D:20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:Z|[Z+-][01]\d'[0-5]\d'?)?$|^20\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-][01]\d:[0-5]\d)?)?$/;

/** Whether this is what a program enters of itself and its day; any other text there is a message. */
export function isSavedBy(text: string): boolean {
  return PROGRAM.test(text) || MOMENT.test(text);
}
