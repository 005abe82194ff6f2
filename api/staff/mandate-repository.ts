// Further roles and standing in for somebody, one function per query.
import { sql, type Insertable, type RawBuilder } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Role } from './roles.ts';
import type { StaffTables } from './tables.ts';

const inForce = (day: string): RawBuilder<boolean> =>
  sql`(staff_mandates.ended_at is null and staff_mandates.from_on <= ${day}::date
    and coalesce(staff_mandates.until_on >= ${day}::date, true))`;
/** The role and the unit of a mandate: those of the principal as they are now, or its own. */
const role = sql<Role>`coalesce(staff_mandates.role, principal.role)`;
const unit = sql<string>`coalesce(staff_mandates.unit, principal.unit)`;

const all = (db: Db | Transaction) =>
  db
    .selectFrom('staffMandates')
    .innerJoin('staffUsers as deputy', 'deputy.id', 'staffMandates.userId')
    .leftJoin('staffUsers as principal', 'principal.id', 'staffMandates.principalId')
    .select([
      'staffMandates.id',
      'staffMandates.userId',
      'deputy.name as user',
      'staffMandates.principalId',
      'principal.name as principal',
      role.as('role'),
      unit.as('unit'),
      'staffMandates.fromOn',
      'staffMandates.untilOn',
      'staffMandates.reason',
    ]);

/** What an officer may act in on a day; nobody stands in for a closed account. `id`: that one alone. */
export async function listMandatesInForce(db: Db, userId: string, day: string, id?: string) {
  return await all(db)
    .where('staffMandates.userId', '=', userId)
    .where(inForce(day))
    .where(sql<boolean>`coalesce(principal.active, true)`)
    .$if(id !== undefined, (query) => query.where(sql<boolean>`staff_mandates.id::text = ${id}`))
    .orderBy('staffMandates.fromOn')
    .execute();
}

/** Everybody's, as `listMandatesInForce` of each. */
export async function listAllInForce(db: Db | Transaction, day: string) {
  return await all(db)
    .where(inForce(day))
    .where(sql<boolean>`coalesce(principal.active, true)`)
    .orderBy('staffMandates.fromOn')
    .execute();
}

/** Those of an officer and those in whose place somebody stands, that are not over on a day. */
export async function listMandatesOf(db: Db | Transaction, personId: string, day: string) {
  return await all(db)
    .where((either) =>
      either.or([either('staffMandates.userId', '=', personId), either('principalId', '=', personId)]),
    )
    .where('staffMandates.endedAt', 'is', null)
    .where(sql<boolean>`coalesce(staff_mandates.until_on >= ${day}::date, true)`)
    .orderBy('staffMandates.fromOn')
    .execute();
}

export async function insertMandate(
  trx: Transaction,
  mandate: Insertable<StaffTables['staffMandates']>,
): Promise<string> {
  const { id } = await trx
    .insertInto('staffMandates')
    .values(mandate)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends one mandate of a person, or all of and for them; says whose sessions may have worked in one. */
export async function endMandates(
  trx: Transaction,
  { personId, id }: { personId: string; id?: string },
  by: { endedAt: Date; endedBy: string },
) {
  return await trx
    .updateTable('staffMandates')
    .set(by)
    .where('endedAt', 'is', null)
    .where((either) => either.or([either('userId', '=', personId), either('principalId', '=', personId)]))
    .$if(id !== undefined, (query) => query.where(sql<boolean>`id::text = ${id}`))
    .returning(['id', 'userId', 'principalId', 'role'])
    .execute();
}

/** In which mandate a session works from now on; null: in the own role. */
export async function setActing(db: Db, sessionId: string, acting: string | null): Promise<void> {
  await db.updateTable('staffSessions').set({ acting }).where('id', '=', sessionId).execute();
}

/** A mandate as its letter needs it. */
export async function findMandate(db: Db, id: string) {
  return await all(db).where('staffMandates.id', '=', id).executeTakeFirst();
}
