// Reads and changes accounts for the administrator, one function per query.
import { sql } from 'kysely';
import type { Db, Transaction } from '../db/open.ts';
import type { Role } from './roles.ts';

const openLink = (now: Date) => sql<Date | null>`(
  select l.until from staff_links l
  where l.user_id = staff_users.id and l.used_at is null and l.until > ${now})`;
/** Nobody has set a password by the invitation yet. */
const isInvited = sql<boolean>`exists (
  select from staff_links l where l.user_id = staff_users.id and l.kind = 'invitation' and l.used_at is null)`;

/** Everybody, by name in Vietnamese order; open accounts first. `id`: that one alone. */
export async function listAccounts(db: Db, now: Date, id?: string) {
  return await db
    .selectFrom('staffUsers')
    .select((select) => [
      'id',
      'name',
      'email',
      'role',
      'unit',
      'active',
      'validFrom',
      'validUntil',
      'twoFactorEnabled as hasSecondFactor',
      'mustChangePassword',
      openLink(now).as('linkUntil'),
      isInvited.as('isInvited'),
      select
        .selectFrom('staffSessions')
        .whereRef('staffSessions.userId', '=', 'staffUsers.id')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('openSessions'),
      select
        .selectFrom('securityEvents')
        .whereRef('securityEvents.actorId', '=', 'staffUsers.id')
        .where('securityEvents.kind', '=', 'sign-in')
        .select(({ fn }) => fn.max('securityEvents.at').as('at'))
        .as('lastSignInAt'),
      select
        .selectFrom('officerMail')
        .whereRef('officerMail.staffId', '=', 'staffUsers.id')
        .select('officerMail.refusedAt')
        .as('mailRefusedAt'),
      select
        .selectFrom('staffPasskeys')
        .whereRef('staffPasskeys.userId', '=', 'staffUsers.id')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('passkeys'),
      select
        .exists(
          select
            .selectFrom('staffIdentities')
            .select('staffIdentities.userId')
            .whereRef('staffIdentities.userId', '=', 'staffUsers.id'),
        )
        .as('hasSignOn'),
    ])
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .orderBy('active', 'desc')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
}

export async function lockAccount(trx: Transaction, id: string) {
  return await trx
    .selectFrom('staffUsers')
    .select([
      'id',
      'name',
      'email',
      'role',
      'unit',
      'active',
      'validFrom',
      'validUntil',
      'twoFactorEnabled',
      isInvited.as('isInvited'),
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes of who rules over accounts go one after the other, so that two cannot shut each other out. */
export async function holdAdministrators(trx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('minh-bach/administrators'))`.execute(trx);
}

/** How many accounts of a role are open, have a password and no last day, besides one. */
export async function countLasting(
  trx: Transaction,
  { role, besides }: { role: Role; besides: string },
): Promise<number> {
  const { count } = await trx
    .selectFrom('staffUsers')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('role', '=', role)
    .where('id', '<>', besides)
    .where('active', '=', true)
    .where('validUntil', 'is', null)
    .where(sql<boolean>`not ${isInvited}`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type Change = Partial<{
  role: Role;
  unit: string;
  active: boolean;
  mustChangePassword: boolean;
  twoFactorEnabled: boolean;
  validFrom: string | null;
  validUntil: string | null;
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

/** The authenticator app, its recovery codes and every passkey. */
export async function deleteSecondFactor(trx: Transaction, userId: string): Promise<void> {
  await trx.deleteFrom('staffPasskeys').where('userId', '=', userId).execute();
  await trx.deleteFrom('staffTwoFactors').where('userId', '=', userId).execute();
}

/** The sessions of an account, the last used first. */
export async function listSessions(db: Db, userId: string) {
  return await db
    .selectFrom('staffSessions')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', sql<Date>`now()`)
    .orderBy('updatedAt', 'desc')
    .execute();
}
