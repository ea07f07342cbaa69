// The long form of the flow's own test: a thousand whole issues, from capture to proof, on one token.
import { spawnSync } from 'node:child_process';

const words = ['node_modules/vitest/vitest.mjs', 'run', 'test/issue/behaviours.test.ts', '-t', 'use one token'];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, ISSUE_SOAK: '1' } });
process.exitCode = status ?? 1;
