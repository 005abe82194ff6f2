// The embedded database of one data folder: made when missing, taken over when left running, kept alive, stopped.
import { tightenDataFolder } from '../data-folder.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { makeCluster, makeDataDir, placesIn, refuseOtherVersion } from './cluster.ts';
import { claim, release } from './owner.ts';
import {
  addressOf,
  findRunning,
  postmasterName,
  startPostmaster,
  stopPostmaster,
  type Cluster,
} from './postmaster.ts';
import { watch } from './watch.ts';

export type EmbeddedDatabase = { url: string; port: number; stop(): Promise<void> };

type Wish = {
  dataDir: string;
  /** The wanted port; another free one is taken when it is busy. */
  port: number;
  /** Further `name=value` settings of PostgreSQL. */
  settings?: string[];
  /** Told in Vietnamese what people at the keyboard should know. */
  say?: (sentence: string) => void;
};

export async function startEmbedded({
  dataDir,
  port: wanted,
  settings = [],
  say = () => {},
}: Wish): Promise<EmbeddedDatabase> {
  const folder = makeDataDir(dataDir);
  const places = placesIn(folder);
  const binaries = await findBinaries();
  refuseOtherVersion(places, binaries);
  claim(places);
  try {
    const account = chooseAccount(binaries.postgres, folder, places.dir);
    tightenDataFolder(folder, account);
    const cluster: Cluster = { places, binaries, account, settings };
    await makeCluster(places, binaries, account);
    const found = await findRunning(cluster);
    if (found) say(`Cơ sở dữ liệu còn chạy từ lần trước (cổng ${found}): dùng tiếp.`);
    const port = found ?? (await startPostmaster(cluster, wanted));
    return supervised(cluster, port);
  } catch (error) {
    release(places);
    throw error;
  }
}

function supervised(cluster: Cluster, port: number): EmbeddedDatabase {
  const watching = watch(cluster, port);
  // A Node that leaves without stopping (a crash) asks the database to close by itself.
  const onExit = () => signal(Number(postmasterName(cluster)?.split(' ')[0]));
  process.on('exit', onExit);
  return {
    url: addressOf(cluster, port),
    port,
    async stop() {
      process.off('exit', onExit);
      await watching.stop();
      await stopPostmaster(cluster);
      release(cluster.places);
    },
  };
}

// SIGINT is PostgreSQL's "fast shutdown".
function signal(pid: number): void {
  if (!pid) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It went by itself.
  }
}
