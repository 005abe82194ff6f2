// One-stop figures in the database: every import is kept, the newest one of a month counts.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { DossierRow } from './row.ts';

const columns = [
  'field',
  'online',
  'direct',
  'carried',
  'early',
  'onTime',
  'late',
  'pending',
  'pendingLate',
] as const;

/** The rows that count, of the months from `from` to `to`. */
export async function listDossiers(
  db: Db | Transaction,
  from: string,
  to: string,
): Promise<(DossierRow & { month: string })[]> {
  return await db
    .selectFrom('dossierRows')
    .innerJoin('dossierImports', 'dossierImports.id', 'dossierRows.importId')
    .select(['dossierImports.month', ...columns])
    .where('dossierImports.month', '>=', from)
    .where('dossierImports.month', '<=', to)
    .where(
      sql<boolean>`not exists (select from dossier_imports newer
        where newer.month = dossier_imports.month and newer.id > dossier_imports.id)`,
    )
    .orderBy('dossierImports.month')
    .orderBy(sql`field collate "vi-x-icu"`)
    .execute();
}

export type NewImport = {
  month: string;
  fileName: string;
  reason: string | null;
  importedBy: string;
  importedAt: Date;
};

export async function insertImport(
  trx: Transaction,
  given: NewImport,
  rows: readonly DossierRow[],
): Promise<number> {
  const { id } = await trx
    .insertInto('dossierImports')
    .values(given)
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('dossierRows')
    .values(rows.map((row) => ({ ...row, importId: id })))
    .execute();
  return id;
}

/** One writer of a month at a time; whoever comes second sees the first one's import. */
export async function holdMonth(trx: Transaction, month: string): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('minh-bach/dossiers'))`.execute(trx);
  const row = await trx
    .selectFrom('dossierImports')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('month', '=', month)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** All imports, the newest first, with who made them and the sum of what was received. */
export async function listImports(db: Db, limit: number) {
  return await db
    .selectFrom('dossierImports')
    .leftJoin('staffUsers', 'staffUsers.id', 'dossierImports.importedBy')
    .select([
      'dossierImports.id',
      'dossierImports.month',
      'dossierImports.fileName',
      'dossierImports.reason',
      'dossierImports.importedAt',
      'staffUsers.name as importedBy',
      sql<number>`(select count(*)::int from dossier_rows r where r.import_id = dossier_imports.id)`.as(
        'rows',
      ),
      sql<number>`(select coalesce(sum(online + direct + carried), 0)::int from dossier_rows r where r.import_id = dossier_imports.id)`.as(
        'received',
      ),
      sql<boolean>`not exists (select from dossier_imports newer
        where newer.month = dossier_imports.month and newer.id > dossier_imports.id)`.as('counts'),
    ])
    .orderBy('dossierImports.id', 'desc')
    .limit(limit)
    .execute();
}
