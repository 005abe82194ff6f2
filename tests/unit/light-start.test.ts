// What every start loads: an idle portal holds no library that most hours begin without.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const statement = /^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'(?<to>[^']+)'/gm;

/** The packages that a program's static imports lead to; what is imported when it is needed does not count. */
function loadedBy(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...fs.readFileSync(file, 'utf8').matchAll(statement)].flatMap(({ groups }) => {
    const to = groups?.['to'] ?? '';
    if (to.startsWith('.')) return loadedBy(path.join(path.dirname(file), to), seen);
    return to.startsWith('node:') ? [] : [to];
  });
}

test('the portal starts with these packages alone; each further one costs every department its memory', () => {
  const loaded = loadedBy(path.join(root, 'api/programs/server.ts'));
  expect([...new Set(loaded)].toSorted()).toEqual([
    '@hono/node-server',
    '@hono/zod-openapi',
    'aws4fetch',
    'better-auth',
    'better-auth/api',
    'better-auth/cookies',
    'better-auth/crypto',
    // Not the whole of better-auth/plugins, which loads every plugin there is.
    'better-auth/plugins/two-factor',
    'compression',
    'csv-stringify/sync',
    'hono/body-limit',
    'hono/client',
    'hono/http-exception',
    'hono/route',
    'kysely',
    'kysely/migration',
    'meilisearch',
    'pg',
    'pg-boss',
    'pino',
    'yaml',
    'zod',
  ]);
});
