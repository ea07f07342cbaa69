import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorise } from './order.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

/** What killing `fakturapress issue` over and over came to. */
export interface KillReport {
  readonly rounds: number;
  /** Rounds in which the process was still alive to be killed. */
  readonly killed: number;
  /** Of the killed: before any capture had arrived, and after. */
  readonly beforeCapture: number;
  readonly afterCapture: number;
  /** One sentence for each round that went wrong. */
  readonly failures: readonly string[];
}

/** When to kill: so long after the process started, or after its first request arrived. */
interface Kill {
  readonly afterMs: number;
  readonly hasBegun: () => boolean;
}

/**
 * Starts `issue`, kills it with SIGKILL at a random moment, and starts it again to its end; each round on a transaction
 * of its own. Right is: one capture was sent and taken, though its event comes late, and the file holds the bytes that
 * the last run proved. Tells how it stands after every round.
 */
export async function killIssue(
  rounds: number,
  cli: string,
  brand: string,
  tell: (report: KillReport) => void = () => undefined,
): Promise<KillReport> {
  const dintero = await startStandIn({ captureStatus: 202, initiateAfterMs: 300, detailsAfterMs: 150 });
  const folder = mkdtempSync(join(tmpdir(), 'fakturapress-kill-'));
  const { accountId, clientId, clientSecret } = dintero.world.settings;
  const environment = {
    ...process.env,
    DINTERO_CHECKOUT_URL: dintero.origin,
    DINTERO_ACCOUNT_ID: accountId,
    DINTERO_CLIENT_ID: clientId,
    DINTERO_CLIENT_SECRET: clientSecret,
    FAKTURAPRESS_STATE_DIR: join(folder, 'state'),
  };
  const run = (id: string, file: string, kill: Kill | null) =>
    runIssue([cli, 'issue', id, '--brand', brand, '-o', file, '--json'], environment, kill);

  const failures: string[] = [];
  let [killed, beforeCapture, afterCapture] = [0, 0, 0];
  try {
    const [toFirstRequest, fromFirstRequest] = await measure(dintero, (id) =>
      run(id, join(folder, 'measure.pdf'), null),
    );
    for (let round = 0; round < rounds; round += 1) {
      const id = authorise(dintero);
      const file = join(folder, `${round}.pdf`);
      // Most of a process's life is its start; three rounds of four are killed while it talks, renders and writes.
      const kill =
        round % 4 === 0
          ? { afterMs: Math.random() * toFirstRequest, hasBegun: () => true }
          : { afterMs: Math.random() * fromFirstRequest, hasBegun: () => dintero.count(`GET ${id}`) > 0 };
      const first = await run(id, file, kill);
      if (first.signal === 'SIGKILL') {
        killed += 1;
        if (dintero.world.captures.has(id)) afterCapture += 1;
        else beforeCapture += 1;
      }
      const last = await run(id, file, null);
      const wrong = judge(last, file, dintero.world.captures.get(id) ?? 0, dintero.count(`POST ${id}/capture`));
      if (wrong !== null) failures.push(`round ${round}: ${wrong}`);
      tell({ rounds: round + 1, killed, beforeCapture, afterCapture, failures });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await dintero.close();
  }
  return { rounds, killed, beforeCapture, afterCapture, failures };
}

/** Milliseconds from the start to the first request about a transaction, and from there to the end. */
async function measure(dintero: StandIn, run: (id: string) => Promise<unknown>): Promise<readonly [number, number]> {
  const id = authorise(dintero);
  const started = performance.now();
  let firstRequest = started;
  const watch = setInterval(() => {
    if (firstRequest === started && dintero.count(`GET ${id}`) > 0) firstRequest = performance.now();
  }, 2);
  await run(id);
  clearInterval(watch);
  return [firstRequest - started, performance.now() - firstRequest];
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
}

function judge({ code, stdout }: Ended, file: string, captures: number, sent: number): string | null {
  if (captures !== 1) return `captured ${captures} times`;
  if (sent !== 1) return `capture was sent ${sent} times`;
  if (code !== 0) return `exit ${code}: ${stdout}`;
  const { verdict, sha256 } = JSON.parse(stdout) as { verdict: string; sha256: string };
  if (verdict !== 'valid') return `verdict ${verdict}`;
  if (!existsSync(file)) return 'no document';
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  return found === sha256 ? null : 'the document is not the proven one';
}

function runIssue(words: readonly string[], env: NodeJS.ProcessEnv, kill: Kill | null): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    let timer: NodeJS.Timeout | undefined;
    const watch = setInterval(() => {
      if (kill === null || timer !== undefined || !kill.hasBegun()) return;
      timer = setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
    }, 2);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve({ code, signal, stdout });
    });
  });
}
