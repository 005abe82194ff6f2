// What officers want to get and what the office has set, one function per query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Occasion } from '../notify/occasions.ts';
import type { RungSince } from './rungs.ts';

const fresh = {
  off: [] as Occasion[],
  digest: true,
  digestAt: null as string | null,
  refusedAt: null as Date | null,
};
export type Wishes = typeof fresh;

/** By officer; who has said nothing is not in it. */
export async function listWishes(db: Db | Transaction): Promise<Map<string, Wishes>> {
  const rows = await db.selectFrom('officerMail').selectAll().execute();
  return new Map(rows.map(({ staffId, ...wishes }) => [staffId, wishes]));
}

export async function findWishes(db: Db | Transaction, staffId: string): Promise<Wishes> {
  const row = await db
    .selectFrom('officerMail')
    .select(['off', 'digest', 'digestAt', 'refusedAt'])
    .where('staffId', '=', staffId)
    .executeTakeFirst();
  return row ?? fresh;
}

export async function saveWishes(
  db: Db,
  staffId: string,
  wishes: { off?: Occasion[]; digest?: boolean; digestAt?: string | null },
): Promise<void> {
  await db
    .insertInto('officerMail')
    .values({ staffId, digestAt: null, refusedAt: null, ...wishes })
    .onConflict((conflict) => conflict.column('staffId').doUpdateSet(wishes))
    .execute();
}

const settings = (db: Db | Transaction) =>
  db
    .selectFrom('officeMail')
    .leftJoin('staffUsers', 'staffUsers.id', 'officeMail.changedBy')
    .select([
      sql<string>`office_mail.id::text`.as('id'),
      'digestAt',
      'headDays',
      'chiefDays',
      'legalBasis',
      'staffUsers.name as changedBy',
      'changedAt',
    ])
    .orderBy('officeMail.id', 'desc');

/** The settings in force first, then what was before. */
export async function listOffice(db: Db | Transaction, most: number) {
  return await settings(db).limit(most).execute();
}

export async function findOffice(db: Db | Transaction) {
  return await settings(db).limit(1).executeTakeFirstOrThrow();
}

/** Since when the days of each rung have been as they are now. */
export async function findRungsSince(db: Db | Transaction): Promise<RungSince> {
  const since = (column: 'head_days' | 'chief_days') => {
    const days = sql.ref(column);
    return sql<Date>`(select min(changed_at) from office_mail where id > coalesce((
      select max(id) from office_mail where ${days} is distinct from (
        select ${days} from office_mail order by id desc limit 1)), 0))`;
  };
  const { rows } = await sql<RungSince>`
    select ${since('head_days')} as head, ${since('chief_days')} as chief`.execute(db);
  if (!rows[0]) throw new Error('the office has set nothing');
  return rows[0];
}

/** One change after the other. */
export async function holdOffice(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('minh-bach/office-mail'))`.execute(trx);
}

export async function insertOffice(
  trx: Transaction,
  row: {
    digestAt: string;
    headDays: number | null;
    chiefDays: number | null;
    legalBasis: string;
    changedBy: string;
    changedAt: Date;
  },
): Promise<void> {
  await trx.insertInto('officeMail').values(row).execute();
}
