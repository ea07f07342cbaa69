import { readTool } from './tools.ts';

/** The text as MuPDF reads it. */
export async function readMupdfText(file: string): Promise<string> {
  return readTool('mutool', ['draw', '-q', '-F', 'txt', file]);
}
