// Reads and writes staff accounts, one function per query.
import { sql, type RawBuilder } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Role } from './roles.ts';

/** Whether a row of `staff_users` is an account that is open and good on a day (YYYY-MM-DD in Việt Nam): `stateOf`. */
export const isGoodOn = (day: string): RawBuilder<boolean> =>
  sql`(staff_users.active and coalesce(staff_users.valid_from <= ${day}::date, true)
    and coalesce(staff_users.valid_until >= ${day}::date, true))`;

/** Accounts that are good on a day by unit and name (Vietnamese order); no e-mail. */
export function listColleagues(db: Db, day: string) {
  return db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'role', 'unit'])
    .where(isGoodOn(day))
    .orderBy('unit')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

/** Accounts that are good on a day, with their e-mail: to be written to. */
export async function listGood(db: Db | Transaction, day: string) {
  return await db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'role', 'unit'])
    .where(isGoodOn(day))
    .orderBy('id')
    .execute();
}

export async function findGood(db: Db, id: string, day: string) {
  return await db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'role', 'unit'])
    .where('id', '=', id)
    .where(isGoodOn(day))
    .executeTakeFirst();
}

/** Everybody who has or had an account, by name in Vietnamese order; no e-mail. */
export function listPeople(db: Db) {
  return db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'role'])
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

export async function anyStaffUser(db: Db): Promise<boolean> {
  return (await db.selectFrom('staffUsers').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function hasStaffUser(db: Db, email: string): Promise<boolean> {
  return (
    (await db.selectFrom('staffUsers').select('id').where('email', '=', email).executeTakeFirst()) !==
    undefined
  );
}

export type NewStaffAccount = {
  email: string;
  name: string;
  role: Role;
  unit: string;
  passwordHash: string;
  mustChangePassword?: boolean;
};

/** Inserts the user and its password, as better-auth keeps them; `email` in lower case. Returns the new id. */
export async function insertStaffAccount(trx: Transaction, account: NewStaffAccount): Promise<string> {
  const { passwordHash, ...user } = account;
  const { id } = await trx.insertInto('staffUsers').values(user).returning('id').executeTakeFirstOrThrow();
  await trx
    .insertInto('staffAccounts')
    .values({ userId: id, accountId: id, providerId: 'credential', password: passwordHash })
    .execute();
  return id;
}

export async function isGood(db: Db, userId: string, day: string): Promise<boolean> {
  const found = await db
    .selectFrom('staffUsers')
    .select('id')
    .where('id', '=', userId)
    .where(isGoodOn(day))
    .executeTakeFirst();
  return found !== undefined;
}

/** The password hash of an account, as better-auth keeps it. */
export async function findPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('staffAccounts')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

export async function findUserIdByEmail(db: Db | Transaction, email: string): Promise<string | undefined> {
  const row = await db.selectFrom('staffUsers').select('id').where('email', '=', email).executeTakeFirst();
  return row?.id;
}

export async function findStaffEmail(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('staffUsers').select('email').where('id', '=', id).executeTakeFirst();
  return row?.email;
}

export async function savePasswordChanged(db: Db, userId: string): Promise<void> {
  await db.updateTable('staffUsers').set({ mustChangePassword: false }).where('id', '=', userId).execute();
}

export async function listSessionIds(db: Db | Transaction, userId: string): Promise<string[]> {
  const rows = await db.selectFrom('staffSessions').select('id').where('userId', '=', userId).execute();
  return rows.map(({ id }) => id);
}

export async function deleteSessions(db: Db | Transaction, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('staffSessions').where('id', 'in', ids).execute();
}

export async function findTotpSecret(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('staffTwoFactors')
    .select('secret')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.secret;
}

/**
 * Takes the time step of a code for an account, once: false when a code of this step or a later one was taken before. One
 * statement, so that of two at the same moment one is refused.
 */
export async function takeTotpStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staffTwoFactors')
    .set({ lastStep: String(step) })
    .where('userId', '=', userId)
    .where((either) => either.or([either('lastStep', 'is', null), either('lastStep', '<', String(step))]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
