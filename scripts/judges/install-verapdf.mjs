/**
 * Fetches veraPDF, the judge of PDF/A and PDF/UA, into `.judges/`: one self-contained jar from Maven Central, pinned by
 * version and checksum. Needs Java and Maven; does nothing where the right file is there already.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// 1.28.2 is the newest with a command line; 1.30 is a library only.
const COORDINATES = 'org.verapdf.apps:greenfield-apps:1.28.2';
const SHA1 = '7484fd844c7f2fc5c7f554f25511e2a1b2a7dc00';
const MAVEN_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.judges');
const jar = join(folder, 'verapdf.jar');

if (isGenuine(jar)) {
  process.stdout.write(`${jar} is there\n`);
} else {
  const downloads = join(folder, 'download');
  mkdirSync(downloads, { recursive: true });
  execFileSync(
    'mvn',
    ['-B', '-q', `${MAVEN_PLUGIN}:copy`, `-Dartifact=${COORDINATES}`, `-DoutputDirectory=${downloads}`],
    {
      stdio: 'inherit',
      timeout: 300_000,
    },
  );
  const [, artifact, version] = COORDINATES.split(':');
  const downloaded = join(downloads, `${artifact}-${version}.jar`);
  if (!isGenuine(downloaded)) throw new Error(`${downloaded} does not have the checksum ${SHA1}`);
  renameSync(downloaded, jar);
  process.stdout.write(`${jar} installed\n`);
}

function isGenuine(file) {
  return existsSync(file) && createHash('sha1').update(readFileSync(file)).digest('hex') === SHA1;
}
