// Rows with encrypted columns, whatever their table: which are still to be encrypted under a key, and writing them anew.
import { sql, type RawBuilder } from 'kysely';
import {
  encryptedColumnNames,
  encryptedColumns,
  partsOf,
  startOf,
  type EncryptedColumn,
} from '../crypto/encrypted-columns.ts';
import { decrypted, encrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';

/** A table, the columns that its rows are known by, and those that lie encrypted. */
export type EncryptedTable = { table: string; key: readonly string[]; columns: EncryptedColumn[] };

export const encryptedTables: readonly EncryptedTable[] = [
  ...Map.groupBy(encryptedColumnNames, (name) => partsOf(name).table),
].map(([table, columns]) => ({ table, columns, key: encryptedColumns[columns[0] as EncryptedColumn] }));

// A key begins with a UUID; a number may follow.
const typed = (parts: readonly string[]): RawBuilder<unknown> =>
  sql.join(parts.map((part, at) => (at === 0 ? sql`${part}::uuid` : sql`${part}::int`)));
const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
/** The key of a row as one text, as encrypted values are bound to it. */
const rowOf = ({ key }: EncryptedTable): RawBuilder<string> =>
  sql`${sql.join(
    key.map((name) => sql`${sql.ref(name)}::text`),
    sql` || '/' || `,
  )}`;

// `null or true` is true, `null or false` is null: a row whose other columns are done is not due.
const isDue = ({ columns }: EncryptedTable, keyId: number): RawBuilder<boolean> => {
  const start = startOf(keyId);
  return sql`coalesce(${sql.join(
    columns.map((name) => sql`left(${sql.ref(partsOf(name).column)}, ${start.length}) <> ${start}`),
    sql` or `,
  )}, false)`;
};

/** The next rows of a table in the order of their keys, and which of them hold anything not under the key. */
export async function listRows(
  db: Db,
  one: EncryptedTable,
  { keyId, after, most }: { keyId: number; after: string | null; most: number },
): Promise<{ row: string; due: boolean }[]> {
  const beyond = after === null ? sql`true` : sql`(${refs(one.key)}) > (${typed(after.split('/'))})`;
  const { rows } = await sql<{ row: string; due: boolean }>`
    select ${rowOf(one)} as row, ${isDue(one, keyId)} as due
    from ${sql.table(one.table)} where ${beyond} order by ${refs(one.key)} limit ${most}`.execute(db);
  return rows;
}

/**
 * Writes what the rows hold anew, under the newest key; rows that somebody is changing are left for another time. Returns
 * how many were written, left, and hold a value that does not open, which stays as it is.
 */
export async function encryptRows(
  trx: Transaction,
  one: EncryptedTable,
  keyId: number,
  keys: readonly string[],
): Promise<{ done: number; left: number; unopened: number }> {
  const wanted = one.columns.map(
    (name, at) => sql`${decrypted(name, undefined, { orNull: true })} as ${sql.raw(`text${at}`)},
      ${sql.ref(partsOf(name).column)} is not null as ${sql.raw(`is${at}`)}`,
  );
  const { rows } = await sql<Record<string, unknown> & { row: string }>`
    select ${rowOf(one)} as row, ${sql.join(wanted)}
    from ${sql.table(one.table)}
    where (${refs(one.key)}) in (${sql.join(keys.map((key) => sql`(${typed(key.split('/'))})`))})
      and ${isDue(one, keyId)}
    for update skip locked`.execute(trx);
  let [done, unopened] = [0, 0];
  for (const found of rows) {
    const given = one.columns.flatMap((name, at) => {
      const text = found[`text${at}`];
      if (typeof text === 'string')
        return [sql`${sql.ref(partsOf(name).column)} = ${encrypted(name, found.row, text)}`];
      return [];
    });
    if (one.columns.some((_, at) => found[`is${at}`] === true && found[`text${at}`] === null)) unopened += 1;
    if (given.length === 0) continue;
    await sql`
      update ${sql.table(one.table)} set ${sql.join(given)}
      where (${refs(one.key)}) = (${typed(found.row.split('/'))})`.execute(trx);
    done += 1;
  }
  return { done, left: keys.length - rows.length, unopened };
}
