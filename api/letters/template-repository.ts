// The office's templates and what was said of them: one function, one query.
import type { Db, Transaction } from '../db/open.ts';
import { sql, type Insertable } from 'kysely';
import type { LetterTables } from './tables.ts';

/** Of two who write or judge the same template at the same moment, one waits for the other. */
export async function holdTemplate(trx: Transaction, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('letter-template'), hashtext(${code}))`.execute(trx);
}

/** The newest released version of each template that the office has written. */
export async function listReleased(db: Db | Transaction) {
  return await db
    .selectFrom('letterTemplates as template')
    .innerJoin('letterTemplateVerdicts as verdict', (join) =>
      join
        .onRef('verdict.code', '=', 'template.code')
        .onRef('verdict.version', '=', 'template.version')
        .on('verdict.released', '=', true),
    )
    .distinctOn('template.code')
    .select(['template.code', 'template.version', 'template.words', 'template.retired'])
    .orderBy('template.code')
    .orderBy('template.version', 'desc')
    .execute();
}

const versions = (db: Db | Transaction) =>
  db
    .selectFrom('letterTemplates as template')
    .leftJoin('letterTemplateVerdicts as verdict', (join) =>
      join.onRef('verdict.code', '=', 'template.code').onRef('verdict.version', '=', 'template.version'),
    )
    .innerJoin('staffUsers as author', 'author.id', 'template.authorId')
    .leftJoin('staffUsers as judge', 'judge.id', 'verdict.byId')
    .select([
      'template.code',
      'template.version',
      'template.words',
      'template.retired',
      'template.authorId',
      'template.writtenAt',
      'author.name as author',
      'verdict.released',
      'verdict.reason',
      'verdict.at as judgedAt',
      'judge.name as judge',
    ]);
export type FoundVersion = Awaited<ReturnType<typeof listVersions>>[number];

/** Every version of one template, the newest first. */
export async function listVersions(db: Db | Transaction, code: string) {
  return await versions(db).where('template.code', '=', code).orderBy('template.version', 'desc').execute();
}

/** The newest version of each template. */
export async function listNewest(db: Db) {
  return await versions(db)
    .distinctOn('template.code')
    .orderBy('template.code')
    .orderBy('template.version', 'desc')
    .execute();
}

export async function insertTemplate(
  trx: Transaction,
  row: Insertable<LetterTables['letterTemplates']>,
): Promise<void> {
  await trx.insertInto('letterTemplates').values(row).execute();
}

export async function insertVerdict(
  trx: Transaction,
  row: LetterTables['letterTemplateVerdicts'],
): Promise<void> {
  await trx.insertInto('letterTemplateVerdicts').values(row).execute();
}
