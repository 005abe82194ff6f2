// Reads and changes accounts for the administrator, one function per query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Role } from './roles.ts';

/** Everybody, by name in Vietnamese order; open accounts first. */
export async function listAccounts(db: Db) {
  return await db
    .selectFrom('staffUsers')
    .select((select) => [
      'id',
      'name',
      'email',
      'role',
      'unit',
      'active',
      'twoFactorEnabled as hasSecondFactor',
      'mustChangePassword',
      select
        .selectFrom('securityEvents')
        .whereRef('securityEvents.actorId', '=', 'staffUsers.id')
        .where('securityEvents.kind', '=', 'sign-in')
        .select(({ fn }) => fn.max('securityEvents.at').as('at'))
        .as('lastSignInAt'),
    ])
    .orderBy('active', 'desc')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

export async function lockAccount(trx: Transaction, id: string) {
  return await trx
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'role', 'unit', 'active', 'twoFactorEnabled'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Change = Partial<{
  role: Role;
  unit: string;
  active: boolean;
  mustChangePassword: boolean;
  twoFactorEnabled: boolean;
}>;

export async function changeAccount(trx: Transaction, id: string, change: Change, now: Date): Promise<void> {
  await trx
    .updateTable('staffUsers')
    .set({ ...change, updatedAt: now })
    .where('id', '=', id)
    .execute();
}

export async function savePassword(trx: Transaction, userId: string, hash: string, now: Date): Promise<void> {
  await trx
    .updateTable('staffAccounts')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
}

export async function deleteSecondFactor(trx: Transaction, userId: string): Promise<void> {
  await trx.deleteFrom('staffTwoFactors').where('userId', '=', userId).execute();
}
