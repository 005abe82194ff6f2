// The portal as people run it, on an empty data folder of its own: its accounts, its database, all that it wrote down.
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { inject } from 'vitest';
import { placesIn } from '../../../api/db/embedded/cluster.ts';
import { demoFile } from '../../../api/staff/demo-service.ts';
import type { Role } from '../../../api/staff/roles.ts';
import { eventually } from '../run/eventually.ts';
import { temporaryFolder } from '../run/folder.ts';
import { onServer } from '../portal/server.ts';
import { layCluster } from './cluster-setup.ts';
import { postmasterOf } from './postmaster.ts';
import { startServer } from './server-process.ts';

export type RunningPortal = Awaited<ReturnType<typeof openRunningPortal>>;

/** `folder`: a copy of the repository; `dataDir`: data that is taken over, or made there. */
type How = { folder?: string; dataDir?: string; stays?: boolean };

let shared: Promise<RunningPortal> | undefined;

/**
 * The portal that the files of a worker have in common, on the morning of 20/11/2026. For files that neither stop it nor
 * count what others left in it; nobody stops it, it goes with the worker.
 */
export const sharedPortal = (): Promise<RunningPortal> =>
  (shared ??= openRunningPortal(
    { CLOCK: '2026-11-20T08:30:00+07:00' },
    { dataDir: fs.mkdtempSync(path.join(inject('sharedFolder'), 'data-')), stays: true },
  ));

/** The demonstration account of a role, as a first start has written it down. */
export function accountIn(dataDir: string, role: Role): { email: string; password: string } {
  const accounts = fs.readFileSync(path.join(dataDir, demoFile), 'utf8');
  const [, email = '', password = ''] = new RegExp(`^${role}\\t(\\S+)\\t(\\S+)$`, 'm').exec(accounts) ?? [];
  return { email, password };
}

/** Starts the real server and waits until it is ready; `stop` it in afterAll. */
export async function openRunningPortal(
  env: Record<string, string> = {},
  { dataDir: given, ...how }: How = {},
) {
  const dataDir = given ?? path.join(await temporaryFolder(), 'data');
  const cluster = inject('cluster');
  // What a first start makes of an empty folder is for tests/start.
  if (cluster && !fs.existsSync(path.join(dataDir, 'pg'))) await layCluster(cluster, dataDir);
  const server = await startServer(
    dataDir,
    // The officers of a desk are signed in once.
    { LOG_LEVEL: 'debug', SESSION_IDLE_MINUTES: '480', ...env },
    how,
  );
  const isReady = async () => (await fetch(`${server.origin}/api/ready`)).ok;
  await eventually('the portal is ready', isReady);
  const places = placesIn(dataDir);

  return {
    origin: server.origin,
    pid: server.pid,
    ended: server.ended,
    dataDir,
    isReady,
    /** The demonstration account of a role. */
    account: (role: Role) => accountIn(dataDir, role),
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
