import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../.judges/versitygw', import.meta.url));
const KEY = 'key-of-tests';
const SECRET = 'secret-of-tests-s3';
const START_MS = 20_000;

/** An S3-compatible server on the loopback, with one bucket, whose objects are files that tests can look at. */
export interface Gateway {
  readonly bucket: string;
  /** What the AWS client finds the server by. */
  readonly environment: Readonly<Record<string, string>>;
  /** Objects below a prefix by name, as bytes. */
  readonly list: (prefix: string) => Readonly<Record<string, Buffer>>;
  /** Leaves the name of an object as a server does that is killed before the object is in its place; for `beside` only. */
  readonly plantGhost: (key: string) => void;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whether the server is on this machine. In CI it must be, and this throws. */
export function hasGateway(): boolean {
  const isThere = existsSync(PROGRAM);
  if (!isThere && process.env['CI'] !== undefined) {
    throw new Error('Unexpected absence of .judges/versitygw: in CI the S3 server must be there');
  }
  return isThere;
}

/**
 * `metadata` says where the server keeps what it knows of objects. In attributes of the files they appear with them; beside
 * the files they are there a moment before, and a server killed in that moment refuses the name for ever.
 */
export async function startGateway(metadata: 'attributes' | 'beside' = 'attributes'): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-of-tests-'));
  const bucket = 'invoices';
  mkdirSync(join(folder, 'data', bucket), { recursive: true });
  mkdirSync(join(folder, 'sidecar'));
  const port = await findFreePort();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const sidecar = metadata === 'beside' ? ['--sidecar', join(folder, 'sidecar')] : [];
    const words = ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', ...sidecar, join(folder, 'data')];
    child = spawn(PROGRAM, words, {
      env: { ...process.env, ROOT_ACCESS_KEY: KEY, ROOT_SECRET_KEY: SECRET },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const until = Date.now() + START_MS;
    while (!(await answers(port))) {
      if (Date.now() > until || child.exitCode !== null)
        throw new Error(
          'The S3 server does not start; it keeps notes in attributes of files, which must be possible in the folder for temporary files',
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function stop(): Promise<void> {
    const stopping = child;
    child = null;
    if (stopping === null || stopping.exitCode !== null) return;
    const ended = new Promise((resolve) => stopping.once('exit', resolve));
    stopping.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    bucket,
    environment: {
      AWS_ACCESS_KEY_ID: KEY,
      AWS_SECRET_ACCESS_KEY: SECRET,
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    },
    list(prefix) {
      const root = join(folder, 'data', bucket, prefix);
      if (!existsSync(root)) return {};
      // What is being written has such a name of the server's own.
      const names = readdirSync(root, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.includes('.sgwtmp.'))
        .map(({ name }) => name);
      return Object.fromEntries(names.toSorted().flatMap((name) => readIfThere(name, join(root, name))));
    },
    plantGhost(key) {
      const notes = join(folder, 'sidecar', bucket, key, 'meta');
      mkdirSync(notes, { recursive: true });
      writeFileSync(join(notes, 'etag'), '"of-nothing"');
    },
    start,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readIfThere(name: string, path: string): [string, Buffer][] {
  try {
    return [[name, readFileSync(path)]];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return true;
  } catch {
    return false;
  }
}
