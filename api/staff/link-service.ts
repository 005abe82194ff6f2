// One-use links by which an officer sets a password: made for an invitation or a confirmed reset, opened, used.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { readToken, tokenFor } from '../crypto/link-token.ts';
import type { Transaction } from '../db/open.ts';
import { addressOf } from '../notify/portal-address.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { localDate } from '../dates/dates.ts';
import { changeAccount, savePassword } from './account-repository.ts';
import type { LinkToTell, LinkView } from './account-schema.ts';
import { stateOf, type LinkKind } from './account-words.ts';
import { findLink, saveLink, takeLink } from './link-repository.ts';
import { judgePassword } from './own-account-service.ts';
import { deleteSessions, listSessionIds } from './repository.ts';
import { recordSecurity } from './security-service.ts';
import { hashPassword } from './tools/passwords.ts';
import { hourMs } from '../dates/lengths.ts';

export const linkAddress = ({ keys, env }: Pick<Portal, 'keys' | 'env'>, id: string): string =>
  addressOf(env, `/can-bo/dat-mat-khau?ma=${tokenFor(keys, 'staff-link', { id, round: 0 })}`);

/**
 * Makes the link of an account. With a mail server it goes to its owner alone; without one it is told to who made it,
 * this once, to be handed over.
 */
export async function makeLink(
  trx: Transaction,
  portal: Portal,
  { userId, email, kind, madeBy }: { userId: string; email: string; kind: LinkKind; madeBy: string | null },
): Promise<z.infer<typeof LinkToTell>> {
  const { env, content, jobs } = portal;
  const madeAt = portal.now();
  const until = new Date(madeAt.getTime() + content.notices.staff.linkHours * hourMs);
  const id = randomUUID();
  await saveLink(trx, { id, userId, kind, madeBy, madeAt, until });
  const isMailed = env.SMTP_URL !== undefined;
  if (isMailed)
    await jobs.enqueue(trx, 'staff-letter', { staffId: userId, letter: kind, about: id }, { key: id });
  return { email, link: isMailed ? null : linkAddress(portal, id), until: until.toISOString() };
}

const deadLink = () =>
  new Problem(
    'not-found',
    'Đường dẫn này không đúng, đã dùng hoặc đã hết hạn. Hãy nhờ quản trị hệ thống gửi đường dẫn mới.',
  );

async function openLink(portal: Portal, token: string) {
  const named = readToken(portal.keys, 'staff-link', token);
  const found = named && (await findLink(portal.db, named.id));
  const now = portal.now();
  if (!found || found.usedAt !== null || found.until <= now || !found.active) throw deadLink();
  return { id: named.id, ...found };
}

/** Whose link it is; opening changes nothing, for programs that look through mail open links too. */
export async function viewLink(portal: Portal, token: string): Promise<z.infer<typeof LinkView>> {
  const { name, email, kind, until } = await openLink(portal, token);
  return { name, email, kind, until: until.toISOString() };
}

/** Sets the password, once; whoever was signed in with an older one is out. */
export async function useLink(
  portal: Portal,
  { token, newPassword }: { token: string; newPassword: string },
  address: string,
): Promise<{ email: string; mayEnter: boolean }> {
  const link = await openLink(portal, token);
  await judgePassword(portal, link, newPassword);
  const hash = await hashPassword(newPassword);
  const now = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    if (!(await takeLink(trx, link.id, now))) throw deadLink();
    await deleteSessions(trx, await listSessionIds(trx, link.userId));
    await savePassword(trx, link.userId, hash, now);
    await changeAccount(trx, link.userId, { mustChangePassword: false }, now);
    const kind = link.kind === 'invitation' ? 'invitation-taken' : 'password-set';
    await recordSecurity(portal, { kind, actorId: link.userId, address }, trx);
  });
  return { email: link.email, mayEnter: stateOf(link, localDate(now)) === 'open' };
}
