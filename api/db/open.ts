// Opens the one pool of the process. A database that dies must not take Node with it.
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import { equip, forAnswers, onlyAtRest, setPatience, type Patience } from './connection.ts';
import type { DataKeys } from '../crypto/data-keys.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

// A date is a date in Asia/Ho_Chi_Minh, never an instant: keep "YYYY-MM-DD".
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

type Wish = {
  /** Told when an idle or busy connection breaks (the database went away). */
  onLost?: (error: Error) => void;
  /** Whether statements are prepared under a name; not behind a pooler that keeps none (DATABASE_PREPARE). */
  prepares?: boolean;
  patience?: Patience;
  /** What opens encrypted columns; asked with each statement, since a database is opened before its keys. */
  dataKeys?: () => DataKeys | undefined;
};

/** Opens a pool of at most `max` connections on a connection string. */
export function openDatabase(
  url: string,
  max = 10,
  { onLost = () => {}, prepares = true, patience = forAnswers, dataKeys = () => undefined }: Wish = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    // A database that hangs must not hang the portal: an answer or a refusal within this time.
    query_timeout: patience.client,
    keepAlive: true,
    onConnect: (client) => setPatience(client, patience),
  });
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    client.on('error', onLost);
    equip(client, { prepares, patience, dataKeys });
  });
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: onlyAtRest(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  // Refused by the database with everything undone: too slow, too long in line, read-only, told to stop.
  '25006',
  '25P03',
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  // Its disk or memory.
  '58030',
  // A pooler that keeps no prepared statements (DATABASE_PREPARE): the statement was not run.
  '26000',
  '42P05',
]);
const awayClasses = new Set(['08', '53']);

const isAwayCode = (code: string) =>
  awayCodes.has(code) || (/^[0-9A-Z]{5}$/.test(code) && awayClasses.has(code.slice(0, 2)));

/** Whether an error says that the database is away or overloaded (answered as 503), not that the statement was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && isAwayCode(String(error.code))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return /Connection terminated|timeout exceeded when trying to connect|is not queryable|Client has encountered a connection error|Query read timeout/i.test(
    error.message,
  );
}

/** Whether an error says that a row with the same unique key was there first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
