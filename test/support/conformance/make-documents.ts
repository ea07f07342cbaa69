import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine, type Engine, Fault } from '#dist/index.js';
import type { JudgedXml } from '../judges/phive.ts';
import type { Case } from './cases.ts';

/** A document that was made, on the disk, and the XML that it carries. */
export interface Made {
  readonly name: string;
  readonly file: string;
  readonly xml: JudgedXml | null;
}

export interface Making {
  readonly made: readonly Made[];
  /** What cannot be an e-invoice, by the fault's code and the field that it names. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  /** What should have become a document and did not. */
  readonly breaches: readonly string[];
}

/** Renders every case into the folder. What Peppol cannot carry is refused by name; anything else must be made. */
export async function makeDocuments(
  cases: readonly Case[],
  folder: string,
  tell: (line: string) => void,
): Promise<Making> {
  const made: Made[] = [];
  const breaches: string[] = [];
  const refused = new Map<string, string[]>();
  for (const [index, each] of cases.entries()) {
    let engine: Engine | null = null;
    try {
      engine = await createEngine(each.options);
      made.push(await makeDocument(engine, each, folder));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code, path, message, place } = error;
      if (code.startsWith('EINVOICE_')) {
        const reason = `${code} (${path ?? ''})`;
        refused.set(reason, [...(refused.get(reason) ?? []), each.name]);
      } else {
        breaches.push(`${each.name}: ${code} ${message} (${place?.file ?? ''}:${place?.line ?? ''})`);
      }
    } finally {
      await engine?.close();
    }
    if (index % 100 === 99) tell(`${index + 1} of ${cases.length} documents`);
  }
  return { made, refused, breaches };
}

async function makeDocument(engine: Engine, { name, source, options }: Case, folder: string): Promise<Made> {
  const { pdf, eInvoice } = engine.render(source);
  const file = join(folder, `${name}.pdf`);
  await writeFile(file, pdf);
  const rules = options.eInvoice === 'cii' ? 'cii' : (options.kind ?? 'invoice');
  return { name, file, xml: eInvoice === null ? null : { name, rules, bytes: eInvoice.bytes } };
}
