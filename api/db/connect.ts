// The database of this process: the one given by DATABASE_URL, else the embedded one in the data folder.
import { sql } from 'kysely';
import type { Environment } from '../env.ts';
import { log } from '../http/log.ts';
import { startEmbedded } from './embedded/start.ts';
import { openDatabase, type Db } from './open.ts';

export type Connection = { db: Db; embedded: boolean; close(): Promise<void> };

const oldestVersion = 18;

/** Opens it; `say` is told what people at the keyboard should know. Throws a sentence where it cannot be used. */
export async function connect(env: Environment, say: (sentence: string) => void): Promise<Connection> {
  if (env.DATABASE_URL) return connectGiven(env, env.DATABASE_URL);
  const server = await startEmbedded({ dataDir: env.DATA_DIR, port: env.DATABASE_PORT, say });
  const db = open(server.url, env);
  return {
    db,
    embedded: true,
    async close() {
      await db.destroy();
      await server.stop();
    },
  };
}

async function connectGiven(env: Environment, url: string): Promise<Connection> {
  const db = open(url, env);
  try {
    await requireVersion(db);
    return { db, embedded: false, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function requireVersion(db: Db): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int / 10000 as version`
    .execute(db)
    .catch(explainAway);
  const version = rows[0]?.version ?? 0;
  if (version < oldestVersion)
    throw new Error(`DATABASE_URL trỏ tới PostgreSQL ${version}; cần PostgreSQL ${oldestVersion} trở lên.`);
}

// The address itself is not repeated: it carries a password.
function explainAway(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  throw new Error(
    `Không vào được cơ sở dữ liệu ở DATABASE_URL${code}. Hãy kiểm tra máy chủ, cổng, tên và mật khẩu. (Cannot connect.)`,
    { cause: error },
  );
}

const open = (url: string, { DATABASE_POOL }: Environment) =>
  openDatabase(url, DATABASE_POOL, (error) =>
    log.warn({ code: 'code' in error ? error.code : error.name }, 'database connection lost'),
  );
