// The columns of a sender and of a letter in statements, whether they lie encrypted or not: whoever reads them asks here.
import { sql, type AliasedRawBuilder, type RawBuilder } from 'kysely';
import { encryptedColumns, type EncryptedColumn } from '../crypto/encrypted-columns.ts';
import { decrypted, encryptedOrNull } from '../db/encrypted.ts';
import {
  contentNames,
  senderNames,
  type ContentColumns,
  type SenderColumns,
  type Stored,
} from './fields/table.ts';

type Aliased<Columns, Names extends keyof Columns, Or> = {
  [Name in Names]: AliasedRawBuilder<Columns[Name] | Or, Name & string>;
}[Names];
type SenderName = (typeof senderNames)[number];
type ContentName = (typeof contentNames)[number];

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isEncrypted = (name: string): name is EncryptedColumn => name in encryptedColumns;

/** One of these columns as plain text; `as`: the table's name in the statement. */
function column(table: 'case_senders' | 'case_contents', name: string, as: string): RawBuilder<unknown> {
  const full = `${table}.${snakeCase(name)}`;
  return isEncrypted(full) ? decrypted<unknown>(full, as) : sql.raw(`${as}.${snakeCase(name)}`);
}

/** Columns of a sender, all where none is named; `Or`: null where the sender may be missing. */
export const senderColumns = <Or = never, Name extends SenderName = SenderName>(
  names: readonly Name[] = senderNames as readonly SenderName[] as readonly Name[],
): Aliased<SenderColumns, Name, Or>[] =>
  names.map((name) => column('case_senders', name, 'case_senders').as(name)) as never;

export const senderColumn = <Name extends SenderName, Or = never>(
  name: Name,
): RawBuilder<SenderColumns[Name] | Or> => column('case_senders', name, 'case_senders') as never;

/** Every column of a letter's words; `Or`: null where they may be gone. */
export const contentColumns = <Or = never>(): Aliased<ContentColumns, ContentName, Or>[] =>
  contentNames.map((name) => column('case_contents', name, 'case_contents').as(name)) as never;

export const contentColumn = (name: ContentName, as = 'case_contents'): RawBuilder<string | null> =>
  column('case_contents', name, as) as RawBuilder<string | null>;

/** Of what was said, the fields that lie encrypted, for the rows of a case; the statement takes them for their texts. */
export function encryptedFields(
  caseId: string,
  stored: Pick<Stored, SenderName | ContentName>,
): Partial<Pick<Stored, SenderName | ContentName>> {
  const of = (table: string, names: readonly (SenderName | ContentName)[]) =>
    names.flatMap((name) => {
      const full = `${table}.${snakeCase(name)}`;
      const text = stored[name];
      return isEncrypted(full) && (typeof text === 'string' || text === null)
        ? [[name, encryptedOrNull(full, caseId, text)]]
        : [];
    });
  return Object.fromEntries([
    ...of('case_senders', senderNames),
    ...of('case_contents', contentNames),
  ]) as never;
}
