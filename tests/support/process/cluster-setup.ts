// Once per run: a migrated cluster, stopped, which each portal of the browser tests takes a copy of instead of making its own.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../../api/db/embedded/start.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { openDatabase } from '../../../api/db/open.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster?: string;
  }
}

// The machine does not fail here; a database that is killed keeps what it has said without it.
const hurried = 'fsync = off\nfull_page_writes = off\n';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-cluster-')));
  await fs.chmod(folder, 0o755);
  const database = await startEmbedded({ dataDir: folder, port: 0 });
  const db = openDatabase(database.url, 1);
  await migrate(db).finally(() => db.destroy());
  await database.stop();
  await fs.appendFile(path.join(folder, 'pg/postgresql.auto.conf'), hurried);
  project.provide('cluster', folder);
  return () => fs.rm(folder, { recursive: true });
}

/** Lays a copy of that cluster into a new data folder, with the owners of its files. */
export async function layCluster(cluster: string, dataDir: string): Promise<void> {
  await fs.mkdir(dataDir, { recursive: true });
  await fs.chmod(dataDir, 0o755);
  await promisify(execFile)('cp', ['-a', `${cluster}/.`, dataDir]);
}
