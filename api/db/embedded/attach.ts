// Finds the embedded database that the portal has running, for a second process that works beside it.
import fs from 'node:fs';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { placesIn } from './cluster.ts';
import { addressOf, findRunning } from './postmaster.ts';

/** The connection string of the database running in a data folder; undefined when none runs there. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  if (!fs.existsSync(dataDir)) return undefined;
  const folder = fs.realpathSync(dataDir);
  const places = placesIn(folder);
  if (!fs.existsSync(places.pid)) return undefined;
  const binaries = await findBinaries();
  const account = chooseAccount(binaries.postgres, folder, places.dir);
  const cluster = { places, binaries, account, settings: [] };
  const port = await findRunning(cluster);
  return port === undefined ? undefined : addressOf(cluster, port);
}
