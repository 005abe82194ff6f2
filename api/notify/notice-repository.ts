// What a notice needs of a case, read anew for every try: a sender may have changed their mind since.
import { sql } from 'kysely';
import { decrypted } from '../db/encrypted.ts';
import { stands } from '../db/undone.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Occasion } from './occasions.ts';

// A box that sent a letter back gets no more of them.
const liveEmail = sql<
  string | null
>`case when case_senders.email_refused_at is null then ${decrypted('case_senders.email')} end`;

/** Where a sender is to be told; undefined when they did not agree, left no address, or the case is not told at all. */
export async function findAddress(db: Db | Transaction, caseId: string) {
  const row = await db
    .selectFrom('caseSenders')
    .innerJoin('cases', 'cases.id', 'caseSenders.caseId')
    .leftJoin('confirmedAddresses', 'confirmedAddresses.caseId', 'cases.id')
    .select([
      liveEmail.as('email'),
      decrypted('case_senders.phone').as('phone'),
      'caseSenders.language',
      'confirmedAddresses.addressHash as confirmedAddress',
    ])
    .where('caseSenders.caseId', '=', caseId)
    .where('consentsToNotices', '=', true)
    // Tố cáo and the like: no message at all (Luật Tố cáo Đ8.3).
    .where('cases.locked', '=', false)
    .where('cases.status', '<>', 'guided_out')
    .executeTakeFirst();
  return row?.email || row?.phone ? row : undefined;
}

// The letter that this very step sent, to this very sender.
const replyBody = (bringReply: readonly string[]) => sql<string | null>`(
  select ${decrypted('case_replies.body', 'r')} from case_replies r where r.case_id = cases.id and case_events.step = any(${bringReply})
    and r.version = (case_events.data::json ->> 'replyVersion')::int)`;
// A case merged into a restricted one is answered by that one's words.
const isRestricted = sql<boolean>`(cases.restricted or exists (
  select from cases main where main.id = cases.merged_into and (main.restricted or main.locked)))`;

/** The facts of one event of a case, as far as its sender may know them; `bringReply`: the steps that send a reply. */
export async function findNotice(
  db: Db,
  { caseId, seq }: { caseId: string; seq: number },
  bringReply: readonly string[],
) {
  return await db
    .selectFrom('caseEvents')
    .innerJoin('cases', 'cases.id', 'caseEvents.caseId')
    .leftJoin('caseEventTexts', (join) =>
      join
        .onRef('caseEventTexts.caseId', '=', 'caseEvents.caseId')
        .onRef('caseEventTexts.seq', '=', 'caseEvents.seq'),
    )
    .select([
      'cases.number',
      'cases.status',
      'cases.stageDueOn',
      'caseEvents.step',
      'caseEvents.fromStatus',
      'caseEvents.toStatus',
      'caseEvents.dueAfter',
      'caseEventTexts.kind as wordsKind',
      decrypted('case_event_texts.text').as('words'),
      isRestricted.as('restricted'),
      replyBody(bringReply).as('reply'),
    ])
    .where('caseEvents.caseId', '=', caseId)
    .where('caseEvents.seq', '=', seq)
    // What was undone is told to nobody.
    .where(stands('case_events'))
    .executeTakeFirst();
}

type Bounce = { caseId: string; email: string; at: Date; actorId?: string };

/**
 * Notes that letters to this address come back, and that officers are to be told; nothing where the sender has another one by
 * now, or where it is known. `actorId`: the officer who says so.
 */
export async function markEmailBounced(db: Db, { caseId, email, at, actorId }: Bounce): Promise<void> {
  const occasion: Occasion = 'bounced';
  await db.transaction().execute(async (trx) => {
    const sender = await trx
      .selectFrom('caseSenders')
      .select(decrypted('case_senders.email').as('email'))
      .where('caseId', '=', caseId)
      .where('emailRefusedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (sender?.email !== email) return;
    await trx.updateTable('caseSenders').set({ emailRefusedAt: at }).where('caseId', '=', caseId).execute();
    await sql`
      insert into officer_happenings (case_id, occasion, actor_id, at)
      values (${caseId}, ${occasion}, ${actorId ?? null}, ${at})`.execute(trx);
  });
}

/** Forgets the notices of a case that wait, or that failed for good. */
export async function cancelNotices(trx: Transaction, caseId: string): Promise<void> {
  await sql`delete from jobs.job where data ->> 'caseId' = ${caseId} and state <> 'active'`.execute(trx);
}
