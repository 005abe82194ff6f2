// Four kinds of tests: pure (unit), the API on a real PostgreSQL (api), the process itself (start), the browser (e2e).
import { defineConfig } from 'vitest/config';

const env = { LOG_LEVEL: 'silent', TZ: 'UTC' };
const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      { root, test: { name: 'unit', env, include: ['tests/unit/**/*.test.ts'] } },
      {
        root,
        test: {
          name: 'api',
          env,
          include: ['tests/api/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'start',
          env,
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
