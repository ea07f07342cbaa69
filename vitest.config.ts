import { defineConfig } from 'vitest/config';

/**
 * Tests run against the built package in `dist`: what ships, worker files included, is what is tested. Files share their
 * processes, since loading the package anew for each took a quarter of the time.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    isolate: false,
  },
});
