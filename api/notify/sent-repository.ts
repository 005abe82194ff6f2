// Who takes a message in hand, and that it has gone: one row per message.
import type { Db } from '../db/open.ts';

/** A try that has not ended by then is taken for dead, and another may send. */
const leaseMs = 10 * 60_000;
const lapsed = (now: Date) => new Date(now.getTime() - leaseMs);

export type Claim = 'claimed' | 'sent' | 'busy';
export type NoticeKey = { caseId: string; seq: number; channel: 'email' | 'sms' };

/** Takes a notice in hand, unless it is sent or somebody else has it in hand. */
export async function claimNotice(db: Db, key: NoticeKey, now: Date): Promise<Claim> {
  const claimed = await db
    .insertInto('sentNotices')
    .values({ ...key, claimedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['caseId', 'seq', 'channel'])
        .doUpdateSet({ claimedAt: now })
        .where('sentNotices.sentAt', 'is', null)
        .where('sentNotices.claimedAt', '<=', lapsed(now)),
    )
    .returning('seq')
    .executeTakeFirst();
  if (claimed) return 'claimed';
  const row = await db
    .selectFrom('sentNotices')
    .select('sentAt')
    .where('caseId', '=', key.caseId)
    .where('seq', '=', key.seq)
    .where('channel', '=', key.channel)
    .executeTakeFirst();
  return row?.sentAt ? 'sent' : 'busy';
}

export async function markNoticeSent(db: Db, { caseId, seq, channel }: NoticeKey, now: Date): Promise<void> {
  await db
    .updateTable('sentNotices')
    .set({ sentAt: now })
    .where('caseId', '=', caseId)
    .where('seq', '=', seq)
    .where('channel', '=', channel)
    .execute();
}

/** Gives a notice back that could not be sent. */
export async function releaseNotice(db: Db, { caseId, seq, channel }: NoticeKey): Promise<void> {
  await db
    .deleteFrom('sentNotices')
    .where('caseId', '=', caseId)
    .where('seq', '=', seq)
    .where('channel', '=', channel)
    .where('sentAt', 'is', null)
    .execute();
}
