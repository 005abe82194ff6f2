// The steps that end a case: approve, publish, the result of another agency.
import { eraseAttachments } from '../../attachments/repository.ts';
import { localDate } from '../../calendar/dates.ts';
import { Problem } from '../../http/problem.ts';
import { saveAnswer } from '../answer-repository.ts';
import { erasePersonalRows } from '../erase-repository.ts';
import { lockCase } from '../event-repository.ts';
import { listMergedIds } from '../link-repository.ts';
import { findPersonalData } from '../masking.ts';
import { recordStep } from '../record.ts';
import { findLatestReply, findSender } from '../staff-repository.ts';
import type { Effect, Scene, Step } from './effect.ts';

/** The reply goes to the sender, and to the sender of every case that was merged into this one. */
export async function approve({ portal, trx, row, now }: Scene, input: Step<'approve'>): Promise<Effect> {
  const reply = await findLatestReply(trx, row.id);
  if (!reply) throw new Problem('wrong-status', 'Hồ sơ chưa có dự thảo trả lời.');
  for (const id of await listMergedIds(trx, row.id)) {
    const merged = await lockCase(trx, id);
    if (merged.status !== 'merged') continue;
    const change = { answeredAt: now };
    await recordStep(trx, portal, {
      row: merged,
      step: 'answer-merged',
      to: 'merged',
      actor: { role: 'HT', id: null },
      at: now,
      change,
      data: { main: row.number },
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

export async function publish({ trx, viewer, row, now }: Scene, input: Step<'publish'>): Promise<Effect> {
  const [sender, reply] = [await findSender(trx, row.id), await findLatestReply(trx, row.id)];
  if (!reply || !row.answeredAt || !row.track)
    throw new Problem('wrong-status', 'Hồ sơ chưa có trả lời đã duyệt.');
  requireMasked(input, sender);
  await saveAnswer(trx, {
    caseId: row.id,
    number: row.number,
    track: row.track,
    contentCode: row.contentCode,
    procedureSlug: row.procedureSlug,
    summary: input.summary,
    answer: input.answer,
    outcome: reply.outcome,
    unit: row.unit,
    receivedOn: localDate(row.receivedAt),
    answeredOn: localDate(row.answeredAt),
    publishedAt: now,
    publisherId: viewer.id,
  });
  return { change: { publishedAt: now } };
}

type Sender = Awaited<ReturnType<typeof findSender>>;

/** What certainly is the sender's never goes out; what only looks personal needs a person's word. */
function requireMasked(input: Step<'publish'>, sender: Sender): void {
  const known = {
    // A sender who asked to be named may be; everything else of theirs still never goes out.
    name: sender?.nameAtPublication === 'show' ? '' : (sender?.name ?? ''),
    address: sender?.address,
    phone: sender?.phone ?? undefined,
    email: sender?.email ?? undefined,
  };
  const errors = (['summary', 'answer'] as const).flatMap((field) =>
    findPersonalData(input[field], known)
      .filter((finding) => finding.certain || !input.confirmedMasked)
      .map((finding) => ({ pointer: `/${field}`, detail: `“${finding.text}”: ${finding.advice}` })),
  );
  if (errors.length > 0)
    throw new Problem(
      'invalid',
      'Còn dấu vết dữ liệu cá nhân. Hãy che đi, hoặc xác nhận nếu không phải.',
      errors,
    );
}

export function recordOutsideResult({ now }: Scene, input: Step<'record-outside-result'>): Effect {
  return {
    change: { answeredAt: now, outsideNumber: input.documentNumber, outsideOn: input.documentOn },
    data: { documentNumber: input.documentNumber, documentOn: input.documentOn },
    text: { kind: 'result', text: input.result },
  };
}

/** At the person's request (Luật 91/2025/QH15 Điều 4): what was written goes, the case and its events stay. */
export async function erase({ trx, row, now }: Scene, input: Step<'erase'>): Promise<Effect> {
  await erasePersonalRows(trx, row.id);
  await eraseAttachments(trx, row.id, now);
  return { change: { erasedAt: now }, text: { kind: 'reason', text: input.reason } };
}
