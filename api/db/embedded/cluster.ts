// The cluster's files: made aside and renamed, so that only a complete one ever has the final name.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { mustRunAs, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { explainDisk } from './disk.ts';

/** Where everything of one embedded database lies, under the data folder. */
export type Places = { dir: string; secret: string; owner: string; pid: string; log: string };

export function placesIn(dataDir: string): Places {
  const dir = path.join(dataDir, 'pg');
  return {
    dir,
    secret: `${dir}.secret`,
    owner: `${dir}.owner`,
    pid: path.join(dir, 'postmaster.pid'),
    log: path.join(dir, 'server.log'),
  };
}

/** Makes the data folder, for now passable for every account that may run the database; returns its real path. */
export function makeDataDir(dataDir: string): string {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
    return fs.realpathSync(dataDir);
  } catch (error) {
    explainDisk(error, dataDir);
  }
}

/** Throws where the cluster was made by another major version; nothing is touched. */
export function refuseOtherVersion(places: Places, { major }: Binaries): void {
  const file = path.join(places.dir, 'PG_VERSION');
  if (!fs.existsSync(file)) return;
  const found = fs.readFileSync(file, 'utf8').trim();
  if (found === String(major)) return;
  throw new Error(
    `Dữ liệu trong ${places.dir} là của PostgreSQL ${found}, còn bản đi kèm là ${major}. Không có gì bị thay đổi. ` +
      `Hãy dùng bản phần mềm cũ để xuất dữ liệu, hoặc đặt DATA_DIR sang thư mục khác. (Data of another major version.)`,
  );
}

/** Makes a new cluster where there is none. */
export async function makeCluster(places: Places, binaries: Binaries, account: Account): Promise<void> {
  if (fs.existsSync(path.join(places.dir, 'PG_VERSION'))) return;
  const aside = `${places.dir}.init`;
  try {
    fs.rmSync(aside, { recursive: true, force: true });
    fs.mkdirSync(aside, { mode: 0o700 });
    fs.rmSync(places.secret, { force: true });
    fs.writeFileSync(places.secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    for (const file of [aside, places.secret]) own(file, account);
    await mustRunAs(account, binaries.initdb, [
      `--pgdata=${aside}`,
      '--username=app',
      '--auth=scram-sha-256',
      `--pwfile=${places.secret}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
    fs.renameSync(aside, places.dir);
  } catch (error) {
    explainDisk(error, places.dir);
  }
}

function own(file: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}
