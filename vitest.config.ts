import { defineConfig } from 'vitest/config';

/** Tests that start processes, fill disks or kill what they started: seconds each. */
const PROCESS_TESTS = [
  'test/start/**/*.test.ts',
  'test/scripts/**/*.test.ts',
  'test/examples/**/*.test.ts',
  'test/package/**/*.test.ts',
  'test/index/kill.test.ts',
  'test/index/full-disk.test.ts',
  'test/index/adverse-conditions.test.ts',
  'test/app/worker-pool.test.ts',
  'test/app/pooled-application.test.ts',
  'test/lab/robustness.test.ts',
  'test/lab/bench/bench-command.test.ts',
  'test/lab/evaluate/evaluate-command.test.ts',
];
/** Tests that drive the page in Chromium. */
const BROWSER_TESTS = ['test/web/end-to-end.test.ts'];

// One temporary folder for a run, removed at its end.
const globalSetup = './test/temporary-files.ts';
const shared = { globalSetup, testTimeout: 20_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...PROCESS_TESTS, ...BROWSER_TESTS],
        },
      },
      { test: { ...shared, name: 'process', include: PROCESS_TESTS } },
      { test: { ...shared, name: 'browser', include: BROWSER_TESTS } },
    ],
  },
});
