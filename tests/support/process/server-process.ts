// The real server as a process of its own, on a data folder of the test.
import { startChild } from './child.ts';

export type ServerProcess = Awaited<ReturnType<typeof startServer>>;

/** Starts the portal on any free port and waits until it says its address. */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
  how: { folder?: string; stays?: boolean } = {},
) {
  const child = serverChild(dataDir, env, how);
  const [, origin = ''] = await child.tells(/(http:\/\/localhost:\d+)\/ *\n/);
  return { ...child, origin };
}

/** The same without waiting, for starts that are refused. */
export const serverChild = (
  dataDir: string,
  env: Record<string, string> = {},
  how: { folder?: string; stays?: boolean } = {},
) =>
  startChild('api/programs/server.ts', [], {
    env: { PORT: '0', DATABASE_PORT: '0', DATA_DIR: dataDir, SUBMISSIONS_PER_10_MINUTES: '0', ...env },
    ...how,
  });
