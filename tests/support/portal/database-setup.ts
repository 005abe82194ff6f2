// Once per run: one PostgreSQL, and in it a migrated database that every test file copies.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../../api/db/embedded/start.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { openDatabase } from '../../../api/db/open.ts';
import { grantRunRights } from '../../../api/db/rights.ts';
import { onServer, runRole, withDatabase } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

// Durability is what tests/start proves; here it would only cost time.
const hurried = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

// Roles belong to the whole server, which may serve several runs.
const makeRunRole = `do $$ begin
  create role ${runRole.name} login password '${runRole.password}';
exception when duplicate_object or unique_violation then null; end $$`;

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env['DATABASE_URL_TEST']);
  const template = `template_${randomUUID().replaceAll('-', '')}`;
  await onServer(server.url, async (client) => {
    await client.query(makeRunRole);
    await client.query(`create database ${template}`);
  });
  const db = openDatabase(withDatabase(server.url, template), 1);
  await migrate(db)
    .then(() => grantRunRights(db, runRole.name))
    .finally(() => db.destroy());
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    await onServer(server.url, (client) => client.query(`drop database ${template}`));
    await server.stop();
  };
}

async function openServer(given?: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (given) return { url: given, stop: async () => {} };
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-tests-'));
  await fs.chmod(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: folder, port: 0, settings: hurried });
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
