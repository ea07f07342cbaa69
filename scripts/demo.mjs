// `npm run demo`: renders the documentation's sample order, proves it, and prints the report and where the file is.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const source = 'fixtures/documentation-sample/source.json';
const brand = 'fixtures/documentation-sample/brand.json';
const file = 'out/16788-000018.pdf';

mkdirSync('out', { recursive: true });
run('render', source, '--brand', brand, '-o', file, '--force');
run('validate', file, '--source', source, '--brand', brand);
process.stdout.write(`
The order is the sample of Dintero's documentation, its payment details too; what the documentation leaves out
was filled in by us, as fixtures/README.md says. Open ${file}.
`);

function run(...words) {
  process.stdout.write(`$ fakturapress ${words.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['dist/cli/main.js', ...words], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 7);
}
