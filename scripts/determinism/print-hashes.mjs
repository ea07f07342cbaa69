/**
 * Renders every sample of the package with every template that it has, and prints one line of name, template and SHA-256
 * for each; a refusal prints its code instead. What another Node, zone or locale prints must be the same to the letter.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../dist/index.js';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const templates = fileURLToPath(new URL('../../templates/', import.meta.url));
const names = readdirSync(templates).filter((name) => existsSync(`${templates}${name}/template.json`));

for (const sample of readdirSync(fixtures).toSorted()) {
  const source = `${fixtures}${sample}/source.json`;
  if (!existsSync(source)) continue;
  const brand = `${fixtures}${sample}/brand.json`;
  for (const template of names) process.stdout.write(`${sample} ${template} ${await print(source, brand, template)}\n`);
}

async function print(source, brand, template) {
  try {
    const engine = await createEngine({ template, ...(existsSync(brand) ? { brand } : {}) });
    const { sha256 } = engine.render(readFileSync(source));
    await engine.close();
    return sha256;
  } catch (fault) {
    if (typeof fault?.code === 'string') return fault.code;
    throw fault;
  }
}
