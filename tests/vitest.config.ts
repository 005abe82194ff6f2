// Four kinds of tests: pure (unit), the API on a real PostgreSQL (api), the process itself (start), the browser (e2e).
import { defineConfig } from 'vitest/config';
import { closingLines } from './support/run/closing-lines.ts';
import { patiently } from './support/run/patience.ts';
import { workersOf } from './support/run/workers.ts';

const root = new URL('..', import.meta.url).pathname;
// What pages are built of, as astro.config.mjs has it.
const resolve = { alias: { '@content': `${root}content` } };
const env = { LOG_LEVEL: 'silent', TZ: 'UTC' };
// What a check asks again and again, such as expect.poll, gets more than its usual second.
const expect = { poll: { timeout: patiently(15_000) } };
const setupFiles = ['tests/support/run/leave-nothing.ts'];

export default defineConfig({
  root,
  test: {
    maxWorkers: workersOf(process.env),
    reporters: ['default', closingLines()],
    projects: [
      {
        root,
        resolve,
        test: {
          name: 'unit',
          env,
          expect,
          setupFiles,
          include: ['tests/unit/**/*.test.ts'],
          // What they try is imported once per worker: nothing in it remembers one file for the next.
          isolate: false,
          testTimeout: patiently(30_000),
        },
      },
      {
        root,
        test: {
          name: 'api',
          env,
          expect,
          setupFiles,
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/portal/database-setup.ts'],
          // The same: every file opens a portal of its own on its own database.
          isolate: false,
          testTimeout: patiently(60_000),
          hookTimeout: patiently(120_000),
        },
      },
      {
        root,
        test: {
          name: 'start',
          env,
          expect,
          setupFiles,
          include: ['tests/start/**/*.test.ts'],
          isolate: false,
          globalSetup: ['tests/support/process/build-setup.ts'],
          testTimeout: patiently(180_000),
          hookTimeout: patiently(120_000),
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          expect,
          setupFiles,
          include: ['tests/e2e/**/*.test.ts'],
          // One browser, and where a file is content with it one portal, for all files of a worker.
          isolate: false,
          globalSetup: [
            'tests/support/process/build-setup.ts',
            'tests/support/process/cluster-setup.ts',
            'tests/support/browser/chromium-setup.ts',
          ],
          testTimeout: patiently(120_000),
          hookTimeout: patiently(120_000),
        },
      },
    ],
  },
});
