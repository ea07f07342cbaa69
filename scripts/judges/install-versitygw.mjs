/**
 * Builds versitygw, a real S3-compatible server that tests run against, into `.judges/`, pinned by version and by Go's
 * checksum database. Needs Go; does nothing where it is there already.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULE = 'github.com/versity/versitygw/cmd/versitygw@v1.8.0';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.judges');
const program = join(folder, 'versitygw');

if (existsSync(program)) {
  process.stdout.write(`${program} is there\n`);
} else {
  mkdirSync(folder, { recursive: true });
  // Without symbols, which are two thirds of it.
  execFileSync('go', ['install', '-ldflags=-s -w', MODULE], {
    stdio: 'inherit',
    timeout: 600_000,
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
  });
  process.stdout.write(`${program} installed\n`);
}
