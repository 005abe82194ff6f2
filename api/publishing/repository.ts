// Queries over what was published when.
import { sql } from 'kysely';
import type { Db } from '../db/open.ts';

export type PublicationRow = {
  kind: string;
  key: string;
  hash: string | null;
  publishedAt: Date;
  snapshot: unknown;
};

/** The newest hash of every key of a kind; what was taken away is left out. */
export async function findPublished(db: Db, kind: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('publications')
    .distinctOn('key')
    .select(['key', 'hash'])
    .where('kind', '=', kind)
    .orderBy('key')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.flatMap(({ key, hash }) => (hash === null ? [] : [[key, hash] as const])));
}

export async function insertPublications(
  db: Db,
  kind: string,
  entries: { key: string; hash: string | null; snapshot: unknown }[],
  publishedAt: Date,
): Promise<void> {
  for (let start = 0; start < entries.length; start += 1000)
    await db
      .insertInto('publications')
      .values(
        entries.slice(start, start + 1000).map(({ key, hash, snapshot }) => ({
          kind,
          key,
          hash,
          snapshot: snapshot === undefined ? null : JSON.stringify(snapshot),
          publishedAt,
        })),
      )
      .execute();
}

/** Everything that was ever published of one key, newest first. */
export async function listPublications(db: Db, kind: string, key: string): Promise<PublicationRow[]> {
  return await db
    .selectFrom('publications')
    .select(['kind', 'key', 'hash', 'publishedAt', 'snapshot'])
    .where('kind', '=', kind)
    .where('key', '=', key)
    .orderBy('id', 'desc')
    .execute();
}

/** Everything that was ever published of one kind, oldest first. */
export async function listKind(db: Db, kind: string): Promise<PublicationRow[]> {
  return await db
    .selectFrom('publications')
    .select(['kind', 'key', 'hash', 'publishedAt', 'snapshot'])
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
}

/** The key under which a kind once had this hash. */
export async function findKeyOf(db: Db, kind: string, hash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('publications')
    .select('key')
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .limit(1)
    .executeTakeFirst();
  return row?.key;
}

/** Two processes that start together must not both write: held until the transaction ends. */
export async function seizePublications(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(8, 1)`.execute(db);
}

/** When each key of a kind was shown for the first time, and when what is shown of it changed last. */
export async function findPublishedTimes(
  db: Db,
  kind: string,
): Promise<Map<string, { firstAt: Date; lastAt: Date }>> {
  const rows = await db
    .selectFrom('publications')
    .select(({ fn }) => ['key', fn.min('publishedAt').as('firstAt'), fn.max('publishedAt').as('lastAt')])
    .where('kind', '=', kind)
    .where('hash', 'is not', null)
    .groupBy('key')
    .execute();
  return new Map(rows.map(({ key, firstAt, lastAt }) => [key, { firstAt, lastAt }]));
}
