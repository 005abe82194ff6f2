// Taking a step on a case: lock the row, ask the rules, write, write the event, in one transaction.
import { localDate } from '../calendar/dates.ts';
import type { Transaction } from '../db/open.ts';
import { Problem } from '../http/problem.ts';
import type { Portal } from '../portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { insertAnswer } from './answer-repository.ts';
import { lockCase } from './event-repository.ts';
import { targetOf } from './lifecycle.ts';
import { findPersonalData } from './masking.ts';
import { recordStep, type Recorded } from './record.ts';
import { refusal } from './rules.ts';
import { trackOf, type TakeStep } from './schema.ts';
import {
  findApprover,
  findCaseId,
  findHandler,
  findLatestReply,
  findSender,
  insertReply,
} from './staff-repository.ts';

type Case = Awaited<ReturnType<typeof lockCase>>;
type Step<Name extends TakeStep['step']> = Extract<TakeStep, { step: Name }>;
/** What a step changes in the row, and what its event tells besides. */
type Effect = Pick<Recorded, 'change' | 'data' | 'text'>;
type Scene = { portal: Portal; trx: Transaction; viewer: Viewer; row: Case; now: Date };

/** Takes one step for a viewer and returns the new status; a refusal writes nothing. */
export async function takeStep(portal: Portal, viewer: Viewer, number: string, input: TakeStep) {
  const now = portal.now();
  const to = targetOf(input.step);
  return await portal.db.transaction().execute(async (trx) => {
    const id = await findCaseId(trx, viewer, number);
    if (!id) throw new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của bạn.');
    const row = await lockCase(trx, id);
    const refused = refusal(input, { ...row, approverId: await findApprover(trx, id) }, viewer);
    if (refused)
      throw new Problem(
        refused.code,
        refused.detail,
        refused.pointer ? [{ pointer: refused.pointer, detail: refused.detail }] : [],
      );
    if (row.version !== input.version)
      throw new Problem('stale', 'Hãy tải lại trang, xem thay đổi rồi làm lại.');
    const effect = await effectOf({ portal, trx, viewer, row, now }, input);
    const actor = { role: viewer.role, id: viewer.id };
    await recordStep(trx, portal, { row, step: input.step, to, actor, at: now, ...effect });
    return { status: to };
  });
}

async function effectOf(scene: Scene, input: TakeStep): Promise<Effect> {
  switch (input.step) {
    case 'classify':
      return classify(scene, input);
    case 'assign':
    case 'assign-conduct':
      return await assign(scene, input);
    case 'draft-reply':
      return await draftReply(scene, input);
    case 'approve':
      return await approve(scene);
    case 'publish':
      return await publish(scene, input);
    case 'return-draft':
    case 'return-reply':
    case 'close-private':
      return { text: { kind: 'reason', text: input.reason } };
    default:
      return {};
  }
}

function classify({ portal }: Scene, input: Step<'classify'>): Effect {
  if (input.procedure !== undefined && !portal.content.procedures.has(input.procedure))
    throw new Problem('invalid', undefined, [
      { pointer: '/procedure', detail: 'Không có thủ tục này trong danh mục. Hãy chọn lại hoặc để trống.' },
    ]);
  const track = trackOf(input.contentCode);
  return {
    change: {
      contentCode: input.contentCode,
      track,
      restricted: track === 'conduct',
      procedureSlug: input.procedure ?? null,
      summary: input.summary,
    },
    data: { contentCode: input.contentCode, track },
  };
}

async function assign({ trx }: Scene, input: Step<'assign' | 'assign-conduct'>): Promise<Effect> {
  const handler = await findHandler(trx, input.handlerId);
  if (!handler)
    throw new Problem('invalid', undefined, [
      { pointer: '/handlerId', detail: 'Chọn một công chức xử lý đang làm việc.' },
    ]);
  return {
    change: { handlerId: handler.id, unit: handler.unit },
    text: input.note ? { kind: 'note', text: input.note } : null,
    data: { unit: handler.unit },
  };
}

async function draftReply({ trx, viewer, row, now }: Scene, input: Step<'draft-reply'>): Promise<Effect> {
  const { body, outcome, criteria, verification = null } = input;
  await insertReply(trx, {
    caseId: row.id,
    body,
    outcome,
    criteria,
    verification,
    authorId: viewer.id,
    writtenAt: now,
  });
  return {};
}

async function approve({ trx, row, now }: Scene): Promise<Effect> {
  const reply = await findLatestReply(trx, row.id);
  if (!reply) throw new Problem('wrong-status', 'Hồ sơ chưa có dự thảo trả lời.');
  return { change: { answeredAt: now }, data: { replyVersion: reply.version } };
}

async function publish({ trx, viewer, row, now }: Scene, input: Step<'publish'>): Promise<Effect> {
  const [sender, reply] = [await findSender(trx, row.id), await findLatestReply(trx, row.id)];
  if (!reply || !row.answeredAt || !row.track)
    throw new Problem('wrong-status', 'Hồ sơ chưa có trả lời đã duyệt.');
  requireMasked(input, sender);
  await insertAnswer(trx, {
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
function requireMasked(input: Step<'publish'>, { name, address, phone, email }: Sender): void {
  const known = { name, address, phone: phone ?? undefined, email: email ?? undefined };
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
