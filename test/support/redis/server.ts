import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findFreePort } from '../s3/gateway.ts';

const PROGRAM = 'redis-server';
const START_MS = 20_000;

/** A Redis of the test's own on the loopback, which keeps what it was told when it is killed. */
export interface RedisServer {
  readonly url: string;
  /** Kills it with -9 and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whether Redis is on this machine. In CI it must be, and this throws. */
export function hasRedis(): boolean {
  const isThere = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, PROGRAM)));
  if (!isThere && process.env['CI'] !== undefined) {
    throw new Error('Unexpected absence of redis-server: in CI it must be there');
  }
  return isThere;
}

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-of-tests-'));
  const port = await findFreePort();
  const keep = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--dir', folder];
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    child = spawn(PROGRAM, ['--port', String(port), '--bind', '127.0.0.1', ...keep], { stdio: 'ignore' });
    const until = Date.now() + START_MS;
    while (!(await answers(port))) {
      if (Date.now() > until || child.exitCode !== null) throw new Error('Redis does not start');
      await new Promise((resolve) => setTimeout(resolve, 30));
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
    url: `redis://127.0.0.1:${port}`,
    async restart() {
      await stop();
      await start();
    },
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether it answers PING; while it loads its data it refuses. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString().startsWith('+PONG'));
    });
    socket.on('error', () => resolve(false));
  });
}
