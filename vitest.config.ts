import { defineConfig } from 'vitest/config';

/** Tests run against the built package in `dist`: what ships, worker files included, is what is tested. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: '100%', hookTimeout: 60_000 },
});
