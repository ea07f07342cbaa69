/**
 * Fetches phive, the judge of Peppol and EN 16931 invoices, with its rules into `.judges/phive/` and compiles its main
 * class there. Needs a JDK and Maven; does nothing where the same pom has been installed already.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAVEN_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, 'phive');
const folder = join(here, '..', '..', '.judges', 'phive');
const stamp = join(folder, 'installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(sources, 'pom.xml')))
  .update(readFileSync(join(sources, 'Judge.java')))
  .digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  process.stdout.write(`${folder} is there\n`);
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'classes'), { recursive: true });
  const options = { stdio: 'inherit', timeout: 600_000 };
  const pom = join(sources, 'pom.xml');
  const libraries = join(folder, 'lib');
  execFileSync(
    'mvn',
    ['-B', '-q', '-f', pom, `${MAVEN_PLUGIN}:copy-dependencies`, `-DoutputDirectory=${libraries}`],
    options,
  );
  execFileSync(
    'javac',
    ['-cp', `${join(libraries, '*')}${delimiter}.`, '-d', join(folder, 'classes'), join(sources, 'Judge.java')],
    options,
  );
  writeFileSync(stamp, wanted);
  process.stdout.write(`${folder} installed\n`);
}
