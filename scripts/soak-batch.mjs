// The long form of the batch's tests: 300 runs of 500 records, each killed with SIGKILL at a random moment and resumed,
// and every error at every call of the disk. BATCH_SEED=n gives other moments. Takes hours.
import { spawnSync } from 'node:child_process';

const words = ['node_modules/vitest/vitest.mjs', 'run', 'test/batch/kill.test.ts', 'test/batch/disk-failures.test.ts'];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, BATCH_SOAK: '1' } });
process.exitCode = status ?? 1;
