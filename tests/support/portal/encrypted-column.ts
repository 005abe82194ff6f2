// What an encrypted column of a running portal says, for tests that look into its database from outside.
import type pg from 'pg';
import { decryptValue } from '../../../api/crypto/column-cipher.ts';
import { openDataKeys } from '../../../api/crypto/data-keys.ts';
import { encryptedColumns, partsOf, type EncryptedColumn } from '../../../api/crypto/encrypted-columns.ts';
import { openKeys } from '../../../api/crypto/keys.ts';

/** The keys of the rows, their parts joined by `/`, whose column says this. */
export async function rowsSaying(
  client: pg.ClientBase,
  dataDir: string,
  name: EncryptedColumn,
  said: string,
): Promise<string[]> {
  const { table, column } = partsOf(name);
  const keys = openDataKeys(openKeys(dataDir), dataDir);
  const { rows } = await client.query<{ row: string; value: string }>(
    `select ${encryptedColumns[name].join(` || '/' || `)}::text as row, ${column} as value from ${table}
     where ${column} is not null`,
  );
  return rows.flatMap(({ row, value }) => (decryptValue(keys, name, row, value) === said ? [row] : []));
}
