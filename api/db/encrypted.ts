// Encrypted columns in statements: `decrypted` where one is read, `encrypted` where one is written. The connection does the rest.
import { sql, type RawBuilder } from 'kysely';
import { mark, toEncrypt, wishOf, type ToEncrypt, type Wanted } from '../crypto/column-cipher.ts';
import { encryptedColumns, partsOf, type EncryptedColumn } from '../crypto/encrypted-columns.ts';

declare const unread: unique symbol;
/** What stands in the database: to be read by `decrypted` alone. */
export type Encrypted = { readonly [unread]: true };

/** A column that is written by `encrypted` and read by `decrypted`. */
export type EncryptedText = import('kysely').ColumnType<Encrypted, ToEncrypt, ToEncrypt>;
export type EncryptedTextOrNull = import('kysely').ColumnType<
  Encrypted | null,
  ToEncrypt | null | undefined,
  ToEncrypt | null
>;

/**
 * The plain value of a column, null where it is null. `as`: the table's name in the statement; an encrypted value comes out
 * only where the statement's answer is read, so that the database can neither compare nor cut it.
 */
export function decrypted<Value = string | null>(
  name: EncryptedColumn,
  as?: string,
  wanted: Wanted = {},
): RawBuilder<Value> {
  const { table, column } = partsOf(name);
  const of = (one: string) => sql.raw(`${as ?? table}.${one}`);
  const row = sql.join(encryptedColumns[name].map(of), sql.raw(` || '/' || `));
  return sql<Value>`(${`${mark}${name}|${wishOf(wanted)}|`}::text || ${row} || '|' || ${of(column)})`;
}

/** A value for a column of the row with this key, in the order of its parts. */
export const encrypted = (name: EncryptedColumn, row: string | readonly (string | number)[], text: string) =>
  toEncrypt(name, typeof row === 'string' ? row : row.join('/'), text);

/** The same for what may be missing. */
export const encryptedOrNull = (
  name: EncryptedColumn,
  row: string | readonly (string | number)[],
  text: string | null | undefined,
): ToEncrypt | null => (text === null || text === undefined ? null : encrypted(name, row, text));
