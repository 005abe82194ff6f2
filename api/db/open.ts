// Opens the one pool of the process. A database that dies must not take Node with it.
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import { planOnce } from './plan-once.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

// A date is a date in Asia/Ho_Chi_Minh, never an instant: keep "YYYY-MM-DD".
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens a pool on a connection string.
 * `onLost` is told when an idle or busy connection breaks (the database went away).
 */
export function openDatabase(url: string, max = 10, onLost: (error: Error) => void = () => {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    // A database that hangs must not hang the portal: an answer or a refusal within this time.
    query_timeout: 30_000,
    keepAlive: true,
  });
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    client.on('error', onLost);
    planOnce(client);
  });
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '08004',
  '53300',
  '53100',
]);

/** Whether an error says that the database is away (answered as 503), not that the statement was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && awayCodes.has(String(error.code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/i.test(
    error.message,
  );
}

/** Whether an error says that a row with the same unique key was there first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
