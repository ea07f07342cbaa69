import { readTool, runTool } from './tools.ts';

/** What qpdf finds wrong with a file's syntax; empty is what a test wants. */
export async function findSyntaxErrors(file: string): Promise<string> {
  const { status, stdout, stderr } = await runTool('qpdf', ['--check', file]);
  return status === 0 && /No syntax or stream encoding errors found/.test(stdout) ? '' : `${stdout}${stderr}`;
}

/** The file with every stream inflated and every object on lines of its own. */
export async function readPlainObjects(file: string): Promise<string> {
  return readTool('qpdf', ['--qdf', '--no-original-object-ids', '--object-streams=disable', file, '-']);
}
