// The rows around a case that its steps read and write: one function, one query.
import { sql } from 'kysely';
import { decrypted, encrypted } from '../../db/encrypted.ts';
import type { Transaction } from '../../db/open.ts';
import { isGoodOn } from '../../staff/repository.ts';
import { may, relationsOf } from '../../staff/rights.ts';
import { senderColumns } from '../columns-repository.ts';
import { maskedNames, saidBy } from '../fields/table.ts';
import type { StepName } from '../lifecycle.ts';
import type { Person } from '../privacy/outgoing.ts';
import type { Criteria, Outcome, Verification } from '../schema.ts';

/** What the rules ask of a case's past: who approved, whether a supplement was ever asked. */
export async function findStanding(trx: Transaction, caseId: string) {
  const events = await trx
    .selectFrom('caseEvents')
    .select(['step', 'actorId'])
    .where('caseId', '=', caseId)
    .where('step', 'in', ['approve', 'answer-merged', 'ask-supplement', 'draft-reply', 'submit-reply'])
    .orderBy('seq')
    .execute();
  const last = (step: StepName) => events.findLast((event) => event.step === step)?.actorId ?? null;
  return {
    approverId: last('approve'),
    draftedBy: last('draft-reply'),
    submittedBy: last('submit-reply'),
    isAnswered: events.some(({ step }) => step === 'approve' || step === 'answer-merged'),
    wasAsked: events.some(({ step }) => step === 'ask-supplement'),
  };
}

export async function insertReply(
  trx: Transaction,
  reply: {
    caseId: string;
    body: string;
    outcome: Outcome;
    criteria: Criteria;
    verification: Verification | null;
    authorId: string;
    writtenAt: Date;
  },
): Promise<number> {
  // The case is locked, so that the number stays free.
  const { version } = await trx
    .selectFrom('caseReplies')
    .select(sql<number>`coalesce(max(version), 0) + 1`.as('version'))
    .where('caseId', '=', reply.caseId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('caseReplies')
    .values({
      ...reply,
      body: encrypted('case_replies.body', [reply.caseId, version], reply.body),
      criteria: JSON.stringify(reply.criteria),
      version,
    })
    .execute();
  return version;
}

export async function findLatestReply(trx: Transaction, caseId: string) {
  return await trx
    .selectFrom('caseReplies')
    .select(['version', 'outcome', 'criteria', 'authorId'])
    .select(decrypted('case_replies.body').as('body'))
    .where('caseId', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The senders of cases, the first case's own first: only that one's wish to be named is theirs to have. */
export async function listPersons(trx: Transaction, caseIds: string[]): Promise<Person[]> {
  const rows = await trx
    .selectFrom('caseSenders')
    .select(['caseId', 'nameAtPublication', ...senderColumns(maskedNames)])
    .where('caseId', 'in', caseIds)
    .execute();
  return rows.map(({ caseId, nameAtPublication, ...person }) => ({
    ...person,
    mayBeNamed: caseId === caseIds[0] && nameAtPublication === 'show',
  }));
}

/** The sender as a new case of the same person needs it. */
export async function findSenderWhole(trx: Transaction, caseId: string) {
  const row = await trx
    .selectFrom('caseSenders')
    .select(['language', ...senderColumns()])
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { language, ...sender } = row;
  return { language, said: saidBy(sender) };
}

/** A handler by id whose account is good on a day: only who may handle cases can be given one. */
export async function findHandler(trx: Transaction, id: string, day: string) {
  const person = await findColleague(trx, id, day);
  return person && may(person, 'handle-case') ? person : undefined;
}

/** The head of a unit whose account is good on a day. */
export async function findHead(trx: Transaction, unit: string, day: string) {
  const people = await trx
    .selectFrom('staffUsers')
    .select(['id', 'role'])
    .where('unit', '=', unit)
    .where(isGoodOn(day))
    .execute();
  return people.find((person) => relationsOf(person.role, 'see-case').includes('own-unit'));
}

/** In which role somebody gave the case to whom has it now. */
export async function findGiver(trx: Transaction, caseId: string) {
  const row = await trx
    .selectFrom('caseEvents')
    .select('actorRole')
    .where('caseId', '=', caseId)
    .where('step', 'in', ['assign', 'assign-conduct', 'reassign', 'hand-over'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.actorRole;
}

export async function findColleague(trx: Transaction, id: string, day: string) {
  return await trx
    .selectFrom('staffUsers')
    .select(['id', 'name', 'unit', 'role'])
    .where(sql<boolean>`id::text = ${id}`)
    .where(isGoodOn(day))
    .executeTakeFirst();
}

export async function listSubjects(trx: Transaction, caseId: string) {
  return await trx
    .selectFrom('caseSubjects')
    .select(['unit', 'staffId'])
    .where('caseId', '=', caseId)
    .execute();
}

export async function replaceSubjects(
  trx: Transaction,
  caseId: string,
  subjects: { unit: string; staffId: string }[],
): Promise<void> {
  await trx.deleteFrom('caseSubjects').where('caseId', '=', caseId).execute();
  if (subjects.length > 0)
    await trx
      .insertInto('caseSubjects')
      .values(subjects.map((subject) => ({ caseId, ...subject })))
      .execute();
}

export async function listUnits(trx: Transaction, caseId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('caseUnits')
    .select('unit')
    .where('caseId', '=', caseId)
    .orderBy('unit')
    .execute();
  return rows.map(({ unit }) => unit);
}

export async function replaceUnits(trx: Transaction, caseId: string, units: string[]): Promise<void> {
  await trx.deleteFrom('caseUnits').where('caseId', '=', caseId).execute();
  if (units.length > 0)
    await trx
      .insertInto('caseUnits')
      .values(units.map((unit) => ({ caseId, unit })))
      .execute();
}
