// The steps that end a case: approve, publish, the result of another agency.
import { localDate, vietnameseDate } from '../../../dates/dates.ts';
import { Problem } from '../../../problems/problem.ts';
import { saveAnswer } from '../../reading/answer-repository.ts';
import { findPublicAnswer } from '../../privacy/erase-repository.ts';
import { erasePerson } from '../../privacy/erase-service.ts';
import { lockCase } from '../../event-repository.ts';
import { listMergedIds, listUnansweredMerged } from '../link-repository.ts';
import { unmaskedIn, type Person } from '../../privacy/outgoing.ts';
import { recordStep } from '../record-service.ts';
import { listSealedAnswers, listSealedReplies } from '../../seals/sealed-repository.ts';
import { findLatestReply, insertReply, listPersons } from '../rows-repository.ts';
import type { Posted } from '../table.ts';
import type { Effect, Scene } from './effect.ts';

/**
 * The reply goes to the sender. Who was merged into the case gets a letter of their own: `mergedBody`, else the reply
 * itself, and only with nobody's personal data in it.
 */
export async function approve({ portal, trx, row, now }: Scene, input: Posted<'approve'>): Promise<Effect> {
  const reply = await findLatestReply(trx, row.id);
  if (!reply?.body) throw new Problem('wrong-status', 'Hồ sơ chưa có dự thảo trả lời.');
  const waiting = await listUnansweredMerged(trx, row.id);
  const body = input.mergedBody ?? reply.body;
  if (waiting.length > 0)
    requireNobody({ mergedBody: body }, (await listPersons(trx, [row.id, ...waiting])).map(unnamed), {
      confirmed: input.confirmedMasked,
      advice: `Trả lời này còn gửi cho ${waiting.length} người gửi hồ sơ gộp và có dữ liệu cá nhân. Viết bản riêng cho họ, che đi, hoặc xác nhận nếu không phải.`,
    });
  for (const id of waiting) {
    const merged = await lockCase(trx, id);
    if (merged.status !== 'merged') continue;
    const version = await insertReply(trx, {
      caseId: id,
      body,
      outcome: reply.outcome,
      criteria: reply.criteria,
      verification: null,
      authorId: reply.authorId,
      writtenAt: now,
    });
    await recordStep(trx, portal, {
      row: merged,
      step: 'answer-merged',
      to: 'merged',
      actor: { role: 'HT', id: null },
      at: now,
      change: { answeredAt: now },
      data: { main: row.number, replyVersion: version },
      sealed: await listSealedReplies(trx, [id], version),
    });
  }
  return {
    change: {
      answeredAt: now,
      letterNumber: input.letterNumber ?? null,
      letterOn: input.letterNumber ? localDate(now) : null,
    },
    data: { replyVersion: reply.version },
  };
}

export async function publish({ trx, viewer, row, now }: Scene, input: Posted<'publish'>): Promise<Effect> {
  const reply = await findLatestReply(trx, row.id);
  if (!reply || !row.answeredAt || !row.track)
    throw new Problem('wrong-status', 'Hồ sơ chưa có trả lời đã duyệt.');
  const { title, summary, answer, changed = null, changedDocument = null } = input;
  if (changedDocument !== null && changed === null)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/changed',
        detail: 'Văn bản này làm điều gì thay đổi? Viết một, hai câu, hoặc bỏ trống số văn bản.',
      },
    ]);
  const persons = await listPersons(trx, [row.id, ...(await listMergedIds(trx, row.id))]);
  requireNobody(textsOf({ title, summary, answer, changed, changedDocument }), persons, {
    confirmed: input.confirmedMasked,
    advice: 'Còn dấu vết dữ liệu cá nhân. Hãy che đi, hoặc xác nhận nếu không phải.',
  });
  const version = await saveAnswer(trx, {
    caseId: row.id,
    number: row.number,
    track: row.track,
    contentCode: row.contentCode,
    procedureSlug: row.procedureSlug,
    title,
    summary,
    answer,
    changed,
    changedDocument,
    changedAt: changed === null ? null : now,
    outcome: reply.outcome,
    unit: row.unit,
    receivedOn: localDate(row.receivedAt),
    answeredOn: localDate(row.answeredAt),
    publishedAt: now,
    publisherId: viewer.id,
    writtenAt: now,
  });
  return { change: { publishedAt: now }, sealed: await listSealedAnswers(trx, [row.id], version) };
}

/** A new version of the public answer, which now tells what changed; told again it stands in place of what was told before. */
export async function tellChange({ trx, row, now }: Scene, input: Posted<'tell-change'>): Promise<Effect> {
  const published = await findPublicAnswer(trx, row.id);
  if (!published) throw new Problem('wrong-status', 'Hồ sơ chưa có câu trả lời công khai.');
  const { version: _, ...answer } = published;
  const { changed, changedDocument = null } = input;
  const persons = await listPersons(trx, [row.id, ...(await listMergedIds(trx, row.id))]);
  requireNobody(textsOf({ changed, changedDocument }), persons, {
    confirmed: input.confirmedMasked,
    advice: 'Còn dấu vết dữ liệu cá nhân. Hãy che đi, hoặc xác nhận nếu không phải.',
  });
  const version = await saveAnswer(trx, {
    ...answer,
    changed,
    changedDocument,
    changedAt: now,
    writtenAt: now,
  });
  return { sealed: await listSealedAnswers(trx, [row.id], version) };
}

const textsOf = (texts: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter((pair): pair is [string, string] => pair[1] !== null));

// A wish to be named is one for what is published, not for letters to others.
const unnamed = (person: Person): Person => ({ ...person, mayBeNamed: false });

/** What certainly is somebody's never goes out; what only looks personal needs a person's word. */
function requireNobody(
  texts: Record<string, string>,
  persons: readonly Person[],
  { confirmed, advice }: { confirmed: boolean; advice: string },
): void {
  const errors = unmaskedIn(texts, persons, { confirmed });
  if (errors.length > 0) throw new Problem('invalid', advice, errors);
}

export function recordOutsideResult({ now }: Scene, input: Posted<'record-outside-result'>): Effect {
  return {
    change: { answeredAt: now, outsideNumber: input.documentNumber, outsideOn: input.documentOn },
    data: { documentOn: input.documentOn },
    text: { kind: 'result', text: input.result },
  };
}

/** Never before it came, never ahead of today. */
export function reportBack({ row, now }: Scene, input: Posted<'report-back'>): Effect {
  const { reportedOn, reportNumber = null } = input;
  const wrong = (detail: string) => new Problem('invalid', undefined, [{ pointer: '/reportedOn', detail }]);
  if (reportedOn > localDate(now)) throw wrong('Ngày báo cáo không thể ở tương lai.');
  if (row.originOn !== null && reportedOn < row.originOn)
    throw wrong(`Ngày báo cáo phải từ ngày hồ sơ được chuyển đến, ${vietnameseDate(row.originOn)}.`);
  return { change: { reportedOn, reportNumber }, data: { reportedOn } };
}

/** At the person's request (Luật 91/2025/QH15 Điều 4): what was written goes, the case and its events stay. */
export const erase = ({ portal, trx, row, now }: Scene, input: Posted<'erase'>): Promise<Effect> =>
  erasePerson(portal, trx, row, { reason: input.reason, at: now });
