import { runCommandLine } from '#dist/cli/program.js';
import type { StandIn } from '../support/dintero/index.ts';

/** Runs a command line against a stand-in, in this process; the environment can be changed. */
export async function runAgainst(
  dintero: StandIn,
  words: readonly string[],
  change: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }> {
  const { accountId, clientId, clientSecret } = dintero.world.settings;
  const out: Uint8Array[] = [];
  let stderr = '';
  const exit = await runCommandLine(words, '0', {
    stdout: (chunk) => out.push(Buffer.from(chunk)),
    stderr: (chunk) => {
      stderr += chunk;
    },
    color: false,
    unicode: true,
    clock: () => performance.now(),
    environment: {
      DINTERO_CHECKOUT_URL: dintero.origin,
      DINTERO_ACCOUNT_ID: accountId,
      DINTERO_CLIENT_ID: clientId,
      DINTERO_CLIENT_SECRET: clientSecret,
      ...change,
    },
  });
  return { exit, stdout: Buffer.concat(out).toString('utf8'), stderr };
}
