// Four kinds of tests: pure (unit), the API on a real PostgreSQL (api), the process itself (start), the browser (e2e).
import { defineConfig } from 'vitest/config';

const env = { LOG_LEVEL: 'silent', TZ: 'UTC' };
const root = new URL('..', import.meta.url).pathname;

// Generous on purpose: a busy machine is no failure.
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      { root, test: { name: 'unit', env, include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        root,
        test: {
          name: 'api',
          env,
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'start',
          env,
          include: ['tests/start/**/*.test.ts'],
          setupFiles: ['tests/support/leave-nothing.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/chromium-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
