// The portal as people run it, on an empty data folder of its own: its accounts, its database, all that it wrote down.
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { placesIn } from '../../api/db/embedded/cluster.ts';
import { demoFile } from '../../api/staff/demo-service.ts';
import type { Role } from '../../api/staff/roles.ts';
import { eventually } from './eventually.ts';
import { temporaryFolder } from './folder.ts';
import { onServer } from './server.ts';
import { postmasterOf } from './postmaster.ts';
import { startServer } from './server-process.ts';

export type RunningPortal = Awaited<ReturnType<typeof openRunningPortal>>;

/**
 * Starts the real server, of this repository or of a copy, and waits until it is ready; `stop` it in afterAll. `before`:
 * a portal that has been stopped and whose data is taken over.
 */
export async function openRunningPortal(
  env: Record<string, string> = {},
  folder?: string,
  before?: { dataDir: string },
  into?: string,
) {
  const dataDir = before?.dataDir ?? into ?? path.join(await temporaryFolder(), 'data');
  const server = await startServer(dataDir, { LOG_LEVEL: 'debug', ...env }, folder);
  const isReady = async () => (await fetch(`${server.origin}/api/ready`)).ok;
  await eventually('the portal is ready', isReady);
  const places = placesIn(dataDir);
  const accounts = fs.readFileSync(path.join(dataDir, demoFile), 'utf8');

  return {
    origin: server.origin,
    pid: server.pid,
    ended: server.ended,
    dataDir,
    isReady,
    /** The demonstration account of a role. */
    account(role: Role) {
      const [, email = '', password = ''] =
        new RegExp(`^${role}\\t(\\S+)\\t(\\S+)$`, 'm').exec(accounts) ?? [];
      return { email, password };
    },
    /** A visit to its database, for what no page can do or show. */
    onDatabase<T>(visit: (client: pg.Client) => Promise<T>): Promise<T> {
      const password = fs.readFileSync(places.secret, 'utf8').trim();
      const port = fs.readFileSync(places.pid, 'utf8').split('\n')[3];
      return onServer(`postgres://app:${password}@127.0.0.1:${port}/postgres`, visit);
    },
    /** Does something while the database is dead and cannot be started again; afterwards it can, and is awaited. */
    async withoutDatabase(work: () => Promise<void>): Promise<void> {
      const control = path.join(places.dir, 'global/pg_control');
      fs.renameSync(control, `${control}.away`);
      try {
        process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
        await eventually('the portal is not ready', async () => !(await isReady()));
        await work();
      } finally {
        fs.renameSync(`${control}.away`, control);
      }
      await eventually('the portal is ready again', isReady, 60_000);
    },
    /** Everything that the server and its database have written down: standard output, errors, logs. */
    writtenDown: () => server.said() + fs.readFileSync(places.log, 'utf8'),
    async stop(): Promise<void> {
      server.kill('SIGTERM');
      await server.ended;
    },
  };
}
