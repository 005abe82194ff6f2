// A reset needs two officers: one asks, another confirms, and the owner of the account is told by mail of both.
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Transaction } from '../db/open.ts';
import { isUniqueViolation } from '../db/open.ts';
import { changeAccount, deleteSecondFactor, lockAccount, savePassword } from './account-repository.ts';
import type { AskView } from './account-schema.ts';
import { askKinds, type AskKind } from './account-words.ts';
import { decideAsk, endOverAsks, insertAsk, listAsks, lockAsk } from './ask-repository.ts';
import { makeLink } from './link-service.ts';
import { deleteSessions, listSessionIds } from './repository.ts';
import { personsOf } from './mandates.ts';
import { may } from './rights.ts';
import type { Viewer } from './roles.ts';
import { recordSecurity } from './security-service.ts';
import { deleteIdentity } from './sign-on-repository.ts';
import { hashPassword, randomPassword } from './tools/passwords.ts';
import { hourMs } from '../dates/lengths.ts';

type By = { viewer: Viewer; address: string };
type Told = Awaited<ReturnType<typeof makeLink>> | null;

/** Whether the viewer, or in whose place they act, asked for it or is whom it is about. */
const isParty = (viewer: Viewer, ...parties: string[]): boolean =>
  personsOf(viewer).some((id) => parties.includes(id));

/** What waits for a second word; `subjectId`: about one account. */
export async function viewAsks(
  portal: Pick<Portal, 'db' | 'now'>,
  viewer: Viewer,
  subjectId?: string,
): Promise<AskView[]> {
  const rows = await listAsks(portal.db, portal.now(), subjectId);
  return rows.map(({ askedAt, until, askedById, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    until: until.toISOString(),
    mayConfirm: may(viewer, 'second-word') && !isParty(viewer, askedById, row.subjectId),
  }));
}

/** Writes down what is asked, and tells the owner of the account; nothing of the account changes yet. */
export async function askReset(
  trx: Transaction,
  portal: Portal,
  { viewer, address }: By,
  { subjectId, kind, reason }: { subjectId: string; kind: AskKind; reason: string },
): Promise<void> {
  const askedAt = portal.now();
  const until = new Date(askedAt.getTime() + portal.content.notices.staff.askHours * hourMs);
  await endOverAsks(trx, subjectId, askedAt);
  const asked = { subjectId, kind, reason, askedBy: viewer.id, askedAt, until };
  const about = await insertAsk(trx, asked).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem(
      'wrong-status',
      `“${askKinds[kind]}” của tài khoản này đang chờ người thứ hai xác nhận.`,
    );
  });
  const detail = { what: askKinds[kind] };
  await recordSecurity(portal, { kind: 'reset-asked', actorId: viewer.id, subjectId, address, detail }, trx);
  const letter = { staffId: subjectId, letter: 'reset-asked', about } as const;
  await portal.jobs.enqueue(trx, 'staff-letter', letter, { key: `asked/${about}` });
}

/** The second word. Yes does it at once and ends every session; no leaves the account as it was. */
export async function decideReset(
  portal: Portal,
  { viewer, address }: By,
  id: string,
  decision: 'confirm' | 'decline',
): Promise<Told> {
  // Before the transaction: it takes a while, and nobody ever learns this password.
  const unknownHash = decision === 'confirm' ? await hashPassword(randomPassword()) : '';
  const now = portal.now();
  return await portal.db.transaction().execute(async (trx): Promise<Told> => {
    const ask = await lockAsk(trx, id);
    if (!ask) throw new Problem('not-found', 'Không có đề nghị này.');
    if (ask.outcome !== null || ask.until <= now)
      throw new Problem('wrong-status', 'Đề nghị này đã có người trả lời hoặc đã hết hạn.');
    if (decision === 'confirm' && isParty(viewer, ask.askedBy, ask.subjectId))
      throw new Problem('wrong-status', 'Người xác nhận phải khác người đề nghị và khác chủ tài khoản.');
    const account = await lockAccount(trx, ask.subjectId);
    if (!account) throw new Problem('not-found', 'Không có tài khoản này.');
    const outcome = decision === 'confirm' ? ('confirmed' as const) : ('declined' as const);
    await decideAsk(trx, id, { outcome, decidedBy: viewer.id, decidedAt: now });
    const happening = { actorId: viewer.id, subjectId: account.id, address };
    const detail = { what: askKinds[ask.kind] };
    await recordSecurity(portal, { ...happening, kind: `reset-${outcome}`, detail }, trx);
    const letter = { staffId: account.id, letter: `reset-${outcome}`, about: id } as const;
    await portal.jobs.enqueue(trx, 'staff-letter', letter, { key: `${outcome}/${id}` });
    if (outcome === 'declined') return null;
    await deleteSessions(trx, await listSessionIds(trx, account.id));
    if (ask.kind === 'second-factor') {
      await deleteSecondFactor(trx, account.id);
      await changeAccount(trx, account.id, { twoFactorEnabled: false }, now);
      await recordSecurity(portal, { ...happening, kind: 'second-factor-removed' }, trx);
      return null;
    }
    await savePassword(trx, account.id, unknownHash, now);
    // What stands in place of the password goes with it.
    await deleteIdentity(trx, account.id);
    await recordSecurity(portal, { ...happening, kind: 'password-reset' }, trx);
    const whose = { userId: account.id, email: account.email, madeBy: viewer.id };
    return await makeLink(trx, portal, { ...whose, kind: 'password' });
  });
}
