// Four kinds of tests: pure (unit), the API on a real PostgreSQL (api), the process itself (start), the browser (e2e).
import { defineConfig } from 'vitest/config';
import { workersOf } from './support/workers.ts';

const env = { LOG_LEVEL: 'silent', TZ: 'UTC' };
const root = new URL('..', import.meta.url).pathname;
const setupFiles = ['tests/support/leave-nothing.ts'];

// Generous on purpose: a busy machine is no failure.
export default defineConfig({
  root,
  test: {
    maxWorkers: workersOf(process.env),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          env,
          setupFiles,
          include: ['tests/unit/**/*.test.ts'],
          // What they try is imported once per worker: nothing in it remembers one file for the next.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'api',
          env,
          setupFiles,
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          // The same: every file opens a portal of its own on its own database.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'start',
          env,
          setupFiles,
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          setupFiles,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/chromium-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
