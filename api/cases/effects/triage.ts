// The steps of intake: classify, ask, refuse, guide out, transfer, merge, split.
import { currentCalendar } from '../../calendar/current.ts';
import { localDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import { Problem } from '../../http/problem.ts';
import { dueOf } from '../due.ts';
import { findOpenCase } from '../link-repository.ts';
import { trackOf } from '../schema.ts';
import { findColleague, replaceSubjects } from '../staff-repository.ts';
import type { Effect, Scene, Step } from './effect.ts';

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

export async function classify({ portal, trx, row }: Scene, input: Step<'classify'>): Promise<Effect> {
  if (input.procedure !== undefined && !portal.content.procedures.has(input.procedure))
    throw invalid('/procedure', 'Không có thủ tục này trong danh mục. Hãy chọn lại hoặc để trống.');
  const track = trackOf(input.contentCode);
  await replaceSubjects(trx, row.id, await subjectsOf({ portal, trx }, input));
  return {
    change: {
      contentCode: input.contentCode,
      track,
      restricted: track === 'conduct',
      procedureSlug: input.procedure ?? null,
      summary: input.summary,
    },
    data: { contentCode: input.contentCode, track, procedure: input.procedure ?? null },
  };
}

async function subjectsOf(
  { portal, trx }: Pick<Scene, 'portal' | 'trx'>,
  { subjectUnit, subjectId }: Step<'classify'>,
) {
  if (subjectId !== undefined) {
    const person = await findColleague(trx, subjectId);
    if (!person) throw invalid('/subjectId', 'Không có người này trong danh sách cán bộ.');
    return [{ unit: person.unit, staffId: person.id }];
  }
  if (subjectUnit === undefined) return [];
  if (!portal.content.units.some(({ code }) => code === subjectUnit))
    throw invalid('/subjectUnit', 'Không có đơn vị này.');
  return [{ unit: subjectUnit, staffId: '' }];
}

export function askSupplement({ row, now }: Scene, input: Step<'ask-supplement'>): Effect {
  return {
    change: { resumeStatus: row.status, pausedOn: localDate(now) },
    text: { kind: 'question', text: input.question },
  };
}

export function reject(_scene: Scene, input: Step<'reject'>): Effect {
  return { data: { ground: input.ground }, text: { kind: 'reason', text: input.reason } };
}

/** Khiếu nại and tố cáo are never handled here: guided out without a word on the content, and locked. */
export async function guideOut({ trx }: Scene, input: Step<'guide-out'>): Promise<Effect> {
  if (input.keeperId !== undefined && !(await findColleague(trx, input.keeperId)))
    throw invalid('/keeperId', 'Không có người này trong danh sách cán bộ.');
  const locked = input.kind !== 'other';
  return {
    change: { locked, restricted: locked, keeperId: input.keeperId ?? null },
    data: { kind: input.kind },
    text: { kind: 'guidance', text: input.guidance },
  };
}

export function transfer({ row, now }: Scene, input: Step<'transfer'>): Effect {
  const today = localDate(now);
  return {
    change: { outsideAgency: input.agency, outsideNumber: input.documentNumber, outsideOn: input.documentOn },
    // The one hard number of the decree: 5 working days (điểm d khoản 1 Điều 9). A late transfer is written as late.
    data: {
      agency: input.agency,
      documentNumber: input.documentNumber,
      documentOn: input.documentOn,
      late: row.transferDueOn !== null && today > row.transferDueOn,
    },
  };
}

/** Back from another agency: the clock starts anew with the latest transfer. */
export async function returnTransfer(
  { portal, now }: Scene,
  input: Step<'return-transfer'>,
): Promise<Effect> {
  const [handle, limit] = await Promise.all([
    deadlineInForce(portal, 'handle'),
    deadlineInForce(portal, 'transfer'),
  ]);
  const [calendar, today] = [currentCalendar(portal), localDate(now)];
  const basis = { rule: handle.code, from: today, workingDays: handle.amount };
  return {
    change: {
      clockStartedOn: today,
      dueBasis: JSON.stringify(basis),
      dueOn: dueOf(calendar, basis).on,
      transferDueOn: addWorkingDays(calendar, today, limit.amount).on,
      outsideAgency: null,
      outsideNumber: null,
      outsideOn: null,
    },
    text: { kind: 'reason', text: input.reason },
  };
}

export async function merge({ trx, row }: Scene, input: Step<'merge'>): Promise<Effect> {
  const main = await findOpenCase(trx, input.into);
  if (!main || main.id === row.id || main.mergedInto)
    throw invalid('/into', 'Không có hồ sơ đang mở nào mang mã này để gộp vào.');
  return {
    change: { mergedInto: main.id },
    data: { into: main.number },
    text: { kind: 'reason', text: input.reason },
  };
}
