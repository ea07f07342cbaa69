/**
 * One SHA-256 for each source, whatever the machine thinks of time and language: renders every sample under three
 * versions of Node, three time zones and three locales, twice under the first, and compares what comes out.
 *
 *   npm run determinism
 *
 * Node's versions are had from the package registry, into `.judges/node/`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../../.judges/node/', import.meta.url));

const VERSIONS = ['20', '22', '24'];
/** Either side of the date line, and half an hour beside the others. */
const ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'];
/** Other letters, other order of letters, other figures. */
const LOCALES = ['C', 'sv_SE.UTF-8', 'ar_EG.UTF-8'];

const nodes = VERSIONS.map((version) => ({ version, file: install(version) }));
const runs = nodes.flatMap(({ version, file }) =>
  ZONES.flatMap((zone) => LOCALES.map((locale) => ({ version, file, zone, locale }))),
);
const [first] = runs;
let expected = null;
let failures = 0;
for (const run of [first, ...runs]) {
  const lines = print(run);
  expected ??= lines;
  const different = lines.filter((line, i) => line !== expected[i]);
  if (different.length > 0 || lines.length !== expected.length) failures += 1;
  const verdict = different.length === 0 ? 'same' : `${different.length} differ, such as ${different[0]}`;
  process.stdout.write(`Node ${run.version} ${run.zone} ${run.locale}: ${lines.length} documents, ${verdict}\n`);
}
process.stdout.write(`${runs.length + 1} runs, ${failures} with other bytes\n`);
process.exitCode = failures === 0 ? 0 : 1;

function print({ file, zone, locale }) {
  const env = { PATH: process.env.PATH, TZ: zone, LC_ALL: locale, LANG: locale };
  const output = execFileSync(file, [`${here}print-hashes.mjs`], { encoding: 'utf8', env, maxBuffer: 1 << 26 });
  return output.trimEnd().split('\n');
}

/** The newest release of a line, as the registry has it for this machine. */
function install(version) {
  const file = `${folder}node_modules/n${version}/bin/node`;
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(`${folder}package.json`)) writeFileSync(`${folder}package.json`, '{ "private": true }\n');
    const name = `n${version}@npm:node-${process.platform}-${process.arch}@${version}`;
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', name], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
  return file;
}
