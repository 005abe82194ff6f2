// Passkeys of officers, one function per query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { JudgedKey } from './tools/webauthn.ts';

/** The keys of an account, the oldest first. */
export async function listPasskeys(db: Db, userId: string) {
  return await db
    .selectFrom('staffPasskeys')
    .select(['id', 'name', 'credentialId', 'transports', 'createdAt', 'lastUsedAt', 'synced'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function countPasskeys(db: Db | Transaction, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('staffPasskeys')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findPasskey(db: Db, credentialId: Buffer) {
  return await db
    .selectFrom('staffPasskeys')
    .innerJoin('staffUsers', 'staffUsers.id', 'staffPasskeys.userId')
    .select(['staffPasskeys.id', 'staffPasskeys.userId', 'staffPasskeys.publicKey', 'staffUsers.email'])
    .where('staffPasskeys.credentialId', '=', credentialId)
    .executeTakeFirst();
}

/**
 * Notes a use. False where the key's counter has not gone on, or the key is gone: one statement, so that of two with one
 * counter one is refused (Web Authentication, Level 3, §6.1.1; keys that do not count say 0 for ever).
 */
export async function takeSignCount(
  db: Db,
  id: string,
  { signCount, synced, now }: { signCount: number; synced: boolean; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staffPasskeys')
    .set({ signCount, synced, lastUsedAt: now })
    .where('id', '=', id)
    .where(sql<boolean>`(sign_count < ${signCount} or (sign_count = 0 and ${signCount} = 0))`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertPasskey(
  trx: Transaction,
  passkey: JudgedKey & { userId: string; name: string; createdAt: Date },
): Promise<void> {
  await trx
    .insertInto('staffPasskeys')
    .values({ ...passkey, lastUsedAt: null })
    .execute();
}

/** Takes one key of an account away; false where it has none such. */
export async function deletePasskey(trx: Transaction, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('staffPasskeys')
    .where('userId', '=', userId)
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whether an authenticator app is set up for an account. */
export async function hasAuthenticatorApp(db: Db, userId: string): Promise<boolean> {
  const found = await db
    .selectFrom('staffTwoFactors')
    .select('id')
    .where('userId', '=', userId)
    .where('verified', '=', true)
    .executeTakeFirst();
  return found !== undefined;
}

/** Writes down whether the account has a second factor, an app or a passkey; says it. */
export async function settleSecondFactor(trx: Transaction, userId: string, now: Date): Promise<boolean> {
  const { twoFactorEnabled } = await trx
    .updateTable('staffUsers')
    .set({
      twoFactorEnabled: sql<boolean>`exists (select from staff_passkeys p where p.user_id = staff_users.id)
        or exists (select from staff_two_factors f where f.user_id = staff_users.id and f.verified)`,
      updatedAt: now,
    })
    .where('id', '=', userId)
    .returning('twoFactorEnabled')
    .executeTakeFirstOrThrow();
  return twoFactorEnabled;
}
