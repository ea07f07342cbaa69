/**
 * Fetches Mustang, the judge of Factur-X hybrids, into `.judges/`: one jar of 59 MB, pinned by version and checksum. For
 * the long conformance run only; continuous integration does without.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ARTIFACT = 'org.mustangproject:Mustang-CLI:2.26.0:jar';
const SHA1 = '8755fc333032f802ad7dcf3930201edfe64014e2';
// Its parent cannot be resolved, so nothing but the jar is asked for; later versions of the plugin insist on the parent.
const MAVEN_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:2.10:get';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.judges');
const jar = join(folder, 'mustang.jar');

if (isGenuine(jar)) {
  process.stdout.write(`${jar} is there\n`);
} else {
  mkdirSync(folder, { recursive: true });
  const fresh = join(folder, 'mustang.download');
  execFileSync('mvn', ['-B', '-q', MAVEN_PLUGIN, '-Dtransitive=false', `-Dartifact=${ARTIFACT}`, `-Ddest=${fresh}`], {
    stdio: 'inherit',
    timeout: 600_000,
  });
  if (!isGenuine(fresh)) throw new Error(`${fresh} does not have the checksum ${SHA1}`);
  renameSync(fresh, jar);
  process.stdout.write(`${jar} installed\n`);
}

function isGenuine(file) {
  return existsSync(file) && createHash('sha1').update(readFileSync(file)).digest('hex') === SHA1;
}
