// The fingerprint of the secret key in its database, and what else there tells whether a key is the right one.
import { sql } from 'kysely';
import type { Db } from './open.ts';

/** Undefined where none is kept yet, or its table is not made yet. */
export async function findFingerprint(db: Db): Promise<Buffer | undefined> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.key_fingerprint') is not null as there`.execute(db);
  if (!rows[0]?.there) return undefined;
  const found = await sql<{ fingerprint: Buffer }>`select fingerprint from key_fingerprint`.execute(db);
  return found.rows[0]?.fingerprint;
}

/** Whether cases were taken in, under some key; false before there is a table for them. */
export async function hasCases(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('public.cases') is not null as there`.execute(db);
  if (!rows[0]?.there) return false;
  return (await sql`select from cases limit 1`.execute(db)).rows.length > 0;
}

/** Keeps it where none is kept; of two processes at once the first one's stays. */
export async function putFingerprint(db: Db, fingerprint: Buffer): Promise<void> {
  await sql`insert into key_fingerprint (fingerprint) values (${fingerprint}) on conflict do nothing`.execute(
    db,
  );
}

/** A case with the name that the key gave it in the open file; undefined where none has one yet. */
export async function findNamedCase(db: Db) {
  const { rows } = await sql<{ caseId: string; round: number; publicId: string }>`
    select case_id, round, public_id from case_facts limit 1`.execute(db);
  return rows[0];
}
