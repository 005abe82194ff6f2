// Changing a case: lock the row, update it, append the event; only inside a transaction.
import { createHash, randomBytes } from 'node:crypto';
import { sql, type Updateable } from 'kysely';
import { decrypted, encrypted, encryptedOrNull } from '../db/encrypted.ts';
import type { Transaction } from '../db/open.ts';
import type { Actor, Status, StepName } from './lifecycle.ts';
import { canonicalJson } from '../text/canonical.ts';
import { sealsOf, sealsWhole, type SealedRow } from './seals/seal.ts';
import type { CaseTables, EventTextKind } from './tables.ts';

export type NewEvent = {
  caseId: string;
  step: StepName;
  fromStatus: Status;
  toStatus: Status;
  actorRole: Actor;
  actorId: string | null;
  at: Date;
  dueBefore: string | null;
  dueAfter: string | null;
  /** Facts without personal data. */
  data?: Record<string, unknown> | null;
  /** What somebody wrote: kept apart and erasable; the event holds its salted commitment only. */
  text?: { kind: EventTextKind; text: string } | null;
  /** What the step wrote beside its words: the event holds a seal of each column, its salt stands apart. */
  sealed?: readonly SealedRow[];
};

/** SHA-256 over salt and text: proves later that a text is the one of then, and tells nothing once the salt is erased. */
export const commitment = (salt: Buffer, text: string): Buffer =>
  createHash('sha256').update(salt).update(text, 'utf8').digest();

export const newSalt = (): Buffer => randomBytes(16);

/** Beside all columns of a case, in the place of the encrypted one. */
export const plainSummary = decrypted('cases.summary').as('summary');

export async function lockCase(trx: Transaction, id: string) {
  return await trx
    .selectFrom('cases')
    .selectAll()
    .select(plainSummary)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
export type LockedCase = Awaited<ReturnType<typeof lockCase>>;

export type CaseChange = Omit<Updateable<CaseTables['cases']>, 'summary'> & { summary?: string | null };

/** Writes a change and returns the row as it then stands. */
export async function updateCase(
  trx: Transaction,
  id: string,
  { summary, ...change }: CaseChange,
): Promise<LockedCase> {
  return await trx
    .updateTable('cases')
    .set({
      ...change,
      ...(summary !== undefined && { summary: encryptedOrNull('cases.summary', id, summary) }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returningAll()
    .returning(plainSummary)
    .executeTakeFirstOrThrow();
}

/**
 * Appends an event under the next running number of the case and returns it; the case's row lock keeps that number
 * free. The database adds the hash of the case's previous event and its own.
 */
export async function insertEvent(
  trx: Transaction,
  { data, text, sealed = [], ...event }: NewEvent,
): Promise<number> {
  const salt = text ? newSalt() : undefined;
  const sealSalt = newSalt();
  const said = text ? [{ table: 'case_event_texts', values: { kind: text.kind } }] : [];
  const seals = sealsOf(sealSalt, [...said, ...sealed], { whole: sealsWhole(event.step) });
  const isSealed = Object.keys(seals).length > 0;
  const { seq } = await trx
    .insertInto('caseEvents')
    .values({
      ...event,
      data: data ? canonicalJson(data) : null,
      commitment: text && salt ? commitment(salt, text.text) : null,
      seals: isSealed ? canonicalJson(seals) : null,
      seq: sql<number>`(select max(seq) + 1 from case_events where case_id = ${event.caseId})`,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  if (text && salt)
    await trx
      .insertInto('caseEventTexts')
      .values({
        caseId: event.caseId,
        seq,
        salt,
        kind: text.kind,
        text: encrypted('case_event_texts.text', [event.caseId, seq], text.text),
      })
      .execute();
  if (isSealed)
    await trx.insertInto('caseSeals').values({ caseId: event.caseId, seq, salt: sealSalt }).execute();
  return seq;
}

/** The number of the newest event of a case, or those of the events after one. */
export async function findLastSeq(trx: Transaction, caseId: string): Promise<number> {
  const { seq } = await trx
    .selectFrom('caseEvents')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(seq);
}

export async function listEventsAfter(
  trx: Transaction,
  caseId: string,
  seq: number,
): Promise<{ seq: number; at: Date }[]> {
  return await trx
    .selectFrom('caseEvents')
    .select(['seq', 'at'])
    .where('caseId', '=', caseId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
}
