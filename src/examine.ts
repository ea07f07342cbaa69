import { encodeSymbol } from './barcode/index.ts';
import { Fault } from './base/index.ts';
import { createEngine } from './engine.ts';
import { loadSamples } from './samples.ts';
import { listTemplates } from './template/index.ts';

/** One part that the package leans on, tried for real. */
export interface Check {
  readonly name: string;
  readonly healthy: boolean;
  /** What was seen, or what is wrong. */
  readonly detail: string;
}

const LEAST_NODE = [20, 19] as const;

/** Tries Node, templates, fonts, barcodes, and the whole way from a sample to a proven document. */
export async function examine(nodeVersion: string): Promise<readonly Check[]> {
  return [
    await attempt('node', async () => checkNode(nodeVersion)),
    await attempt('templates', async () => listTemplates().join(' ')),
    await attempt('barcodes', async () => `${encodeSymbol('qrcode', 'fakturapress').columns} modules encoded`),
    await attempt('renders and reads back', renderSample),
  ];
}

async function attempt(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, healthy: true, detail: await work() };
  } catch (error) {
    const detail = error instanceof Fault ? `${error.message} (${error.code})` : String(error);
    return { name, healthy: false, detail };
  }
}

function checkNode(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (!enough) throw new Error(`${version}, expected ${LEAST_NODE.join('.')} or newer`);
  return version;
}

async function renderSample(): Promise<string> {
  const sample = loadSamples().find(({ name }) => name === 'documentation-sample');
  if (sample === undefined) throw new Error('the package lacks its documentation sample');
  const engine = await createEngine({ brand: sample.brand });
  try {
    const { pdf, pageCount } = engine.render(sample.source);
    const { verdict, facts } = await engine.validate(pdf, sample.source);
    if (verdict !== 'valid') throw new Error('the documentation sample does not match its own session');
    return `${pageCount} page, ${Object.keys(facts).length} facts proven`;
  } finally {
    await engine.close();
  }
}
