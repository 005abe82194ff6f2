// What the measuring needs: the real server on a data folder of its own, and a second portal to copy statements from.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadContent } from '../../api/content/load.ts';
import { findEmbedded } from '../../api/db/embedded/attach.ts';
import { migrate } from '../../api/db/migrate.ts';
import { openDatabase } from '../../api/db/open.ts';
import { readEnvironment } from '../../api/env.ts';
import { assemblePortal } from '../../api/start/open-portal.ts';
import { onServer, withDatabase } from '../support/server.ts';
import { startServer } from '../support/server-process.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Opens the stage; `close` stops the server with its database and removes every file. */
export async function openStage() {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-bench-')));
  await fs.chmod(folder, 0o755);
  const dataDir = path.join(folder, 'data');
  const server = await startServer(dataDir);
  const url = (await findEmbedded(dataDir)) ?? '';
  const copyUrl = withDatabase(url, 'reference');
  await onServer(url, (client) => client.query('create database reference'));
  const db = openDatabase(copyUrl, 1);
  await migrate(db);
  const copy = await assemblePortal({
    db,
    env: readEnvironment({ LOG_LEVEL: 'silent' }),
    keys: { master: Buffer.from('a key of the bench, 32 bytes or more') },
    content: await loadContent(),
    now: () => new Date(),
  });

  async function stopServer(): Promise<void> {
    await db.destroy();
    server.kill('SIGTERM');
    await server.ended;
  }
  return {
    folder,
    dataDir,
    pid: server.pid,
    origin: server.origin,
    /** The portal's own database. */
    url,
    /** The same tables on the same database server, for pgbench to fill. */
    copyUrl,
    copy,
    stopServer,
    async close() {
      await stopServer();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
