// The database of this process: the one given by DATABASE_URL, else the embedded one in the data folder.
import { sql } from 'kysely';
import type { DataKeys } from '../crypto/data-keys.ts';
import type { Environment } from '../portal/env.ts';
import { log } from '../http/log.ts';
import { makeRunRole, runAddress } from './embedded/run-role.ts';
import { startEmbedded } from './embedded/start.ts';
import { forAnswers, withoutLimit, type Patience } from './connection.ts';
import { openDatabase, type Db } from './open.ts';
import { grantRunRights } from './rights.ts';

export type Connection = {
  /** As the owner of the tables: for migrating, and for programs at the keyboard. */
  db: Db;
  embedded: boolean;
  /** For the portal's own work, once everything is migrated: as a role that cannot touch what is written for ever. */
  forRun(): Promise<Db>;
  /** From then on both open and write encrypted columns. */
  useKeys(keys: DataKeys): void;
  close(): Promise<void>;
};

const oldestVersion = 18;

/** Opens it; `say` is told what people at the keyboard should know. Throws a sentence where it cannot be used. */
export async function connect(env: Environment, say: (sentence: string) => void): Promise<Connection> {
  if (env.DATABASE_URL) return await connectGiven(env, env.DATABASE_URL);
  const { DATA_DIR: dataDir } = env;
  const server = await startEmbedded({ dataDir, port: env.DATABASE_PORT, say });
  let keys: DataKeys | undefined;
  const dataKeys = () => keys;
  const db = open(server.url, env, dataKeys, withoutLimit);
  let run: Db | undefined;
  return {
    db,
    embedded: true,
    useKeys: (given) => void (keys = given),
    async forRun() {
      await makeRunRole(db, dataDir);
      run = open(runAddress(dataDir, server.url), env, dataKeys);
      await giveRights(db, run);
      return run;
    },
    async close() {
      await Promise.all([run?.destroy(), db.destroy()]);
      await server.stop();
    },
  };
}

/** Without MIGRATION_DATABASE_URL one role does all, and only the triggers protect what is written for ever. */
async function connectGiven(env: Environment, url: string): Promise<Connection> {
  let keys: DataKeys | undefined;
  const dataKeys = () => keys;
  const run = open(url, env, dataKeys);
  const db = open(env.MIGRATION_DATABASE_URL ?? url, env, dataKeys, withoutLimit);
  const close = async () => {
    await Promise.all([run.destroy(), db.destroy()]);
  };
  try {
    await requireVersion(db, env.MIGRATION_DATABASE_URL ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL');
    if (env.MIGRATION_DATABASE_URL) await requireVersion(run, 'DATABASE_URL');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    db,
    embedded: false,
    useKeys: (given) => void (keys = given),
    async forRun() {
      if (env.MIGRATION_DATABASE_URL) await giveRights(db, run);
      return run;
    },
    close,
  };
}

async function giveRights(owner: Db, run: Db): Promise<void> {
  const roleOf = async (db: Db) => {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
    return rows[0]?.role ?? '';
  };
  const [ownerRole, runRole] = await Promise.all([roleOf(owner), roleOf(run)]);
  if (ownerRole === runRole)
    throw new Error(
      'MIGRATION_DATABASE_URL và DATABASE_URL dùng cùng một vai trò. Hãy tạo vai trò riêng cho lúc chạy, hoặc bỏ MIGRATION_DATABASE_URL.',
    );
  await grantRunRights(owner, runRole);
}

async function requireVersion(db: Db, setting: string): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int / 10000 as version`
    .execute(db)
    .catch((error: unknown) => explainAway(error, setting));
  const version = rows[0]?.version ?? 0;
  if (version < oldestVersion)
    throw new Error(`${setting} trỏ tới PostgreSQL ${version}; cần PostgreSQL ${oldestVersion} trở lên.`);
}

// The address itself is not repeated: it carries a password.
function explainAway(error: unknown, setting: string): never {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  throw new Error(
    `Không vào được cơ sở dữ liệu ở ${setting}${code}. Hãy kiểm tra máy chủ, cổng, tên và mật khẩu. (Cannot connect.)`,
    { cause: error },
  );
}

const open = (
  url: string,
  env: Environment,
  dataKeys: () => DataKeys | undefined,
  patience: Patience = forAnswers,
) =>
  openDatabase(url, env.DATABASE_POOL, {
    dataKeys,
    prepares: env.DATABASE_PREPARE,
    patience,
    onLost: (error) =>
      log.warn({ code: 'code' in error ? error.code : error.name }, 'database connection lost'),
  });
