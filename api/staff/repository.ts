// Reads and writes staff accounts, one function per query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Role } from './roles.ts';

/** Active accounts by unit and name (Vietnamese order); no e-mail. */
export function listColleagues(db: Db) {
  return db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'role', 'unit'])
    .where('active', '=', true)
    .orderBy('unit')
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

export type NewStaffAccount = { email: string; name: string; role: Role; unit: string; passwordHash: string };

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

export async function isActive(db: Db, userId: string): Promise<boolean> {
  const user = await db.selectFrom('staffUsers').select('active').where('id', '=', userId).executeTakeFirst();
  return user?.active === true;
}

/** Adds one log-in attempt to an account's window, or opens the window; one statement, so none is lost. */
export function addAttempt(db: Db, account: Buffer, now: Date) {
  return db
    .insertInto('staffSignInThrottle')
    .values({ account, attempts: 1, startedAt: now })
    .onConflict((conflict) =>
      conflict.column('account').doUpdateSet({ attempts: sql`staff_sign_in_throttle.attempts + 1` }),
    )
    .returning(['attempts', 'startedAt'])
    .executeTakeFirstOrThrow();
}

export async function deleteAttemptsBefore(db: Db, instant: Date): Promise<void> {
  await db.deleteFrom('staffSignInThrottle').where('startedAt', '<=', instant).execute();
}

export async function deleteAttemptsOf(db: Db, account: Buffer): Promise<void> {
  await db.deleteFrom('staffSignInThrottle').where('account', '=', account).execute();
}
