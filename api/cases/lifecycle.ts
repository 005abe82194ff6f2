// The life of a case: states S0-S18 and every step between them, as data with its legal source.
// Sources: Nghị định 20/2008/NĐ-CP (Nghị định số 20/2008/NĐ-CP), the measuring rules of Quyết định 766/QĐ-TTg (Quyết định số 766/QĐ-TTg), and where
// no text rules, a proposal of the office ("nội bộ"), which the screens name as such.
import { z } from 'zod';
import { Role } from '../staff/roles.ts';

/** A citizen (CD), the system (HT), or a staff role. */
export const Actor = z.enum(['CD', 'HT', ...Role.options]);
export type Actor = z.infer<typeof Actor>;

export const PublicStatus = z.enum([
  'received',
  'accepted',
  'awaiting-supplement',
  'handling',
  'transferred',
  'answered',
  'not-accepted',
  'withdrawn',
]);
export type PublicStatus = z.infer<typeof PublicStatus>;

type State = {
  code: string;
  label: string;
  /** What the sender sees; null: never seen by a sender. */
  shownAs: PublicStatus | null;
  /** Reporting group of the national portal (Quyết định số 766/QĐ-TTg). */
  group: 'waiting' | 'handling' | 'handled' | 'none';
  clock: 'running' | 'paused' | 'stopped';
  /** Code of the deadline that runs while in this state (content/deadlines.yaml). */
  deadline: string | null;
  source: string;
};

// prettier-ignore
export const states = {
  draft: { code: 'S0', label: 'Nháp', shownAs: null, group: 'none', clock: 'stopped', deadline: null, source: 'nội bộ' },
  submitted: { code: 'S1', label: 'Mới tiếp nhận, chờ phân loại', shownAs: 'received', group: 'waiting', clock: 'running', deadline: 'triage', source: 'điểm b, c, d khoản 1 Điều 9, khoản 2 Điều 12 Nghị định số 20/2008/NĐ-CP' },
  need_info: { code: 'S2', label: 'Yêu cầu bổ sung', shownAs: 'awaiting-supplement', group: 'handled', clock: 'paused', deadline: 'supplement-wait', source: 'Điều 7, điểm a khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; Quyết định số 766/QĐ-TTg' },
  rejected: { code: 'S3', label: 'Không tiếp nhận', shownAs: 'not-accepted', group: 'handled', clock: 'stopped', deadline: null, source: 'gạch đầu dòng thứ nhất điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; Quyết định số 766/QĐ-TTg' },
  guided_out: { code: 'S4', label: 'Đã hướng dẫn (khiếu nại, tố cáo, kiến nghị khác)', shownAs: 'not-accepted', group: 'handled', clock: 'stopped', deadline: null, source: 'Điều 1 Nghị định số 20/2008/NĐ-CP; Điều 25-28 Luật Tiếp công dân; Điều 24-25 Luật Tố cáo' },
  transferred: { code: 'S5', label: 'Đã chuyển cơ quan có thẩm quyền', shownAs: 'transferred', group: 'handled', clock: 'stopped', deadline: null, source: 'gạch đầu dòng thứ hai và thứ tư điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  conduct_review: { code: 'S6', label: 'Phản ánh về hành vi, chờ lãnh đạo giao', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'assign', source: 'khoản 1 Điều 5, gạch đầu dòng thứ hai điểm d khoản 1 Điều 9, khoản 1 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  accepted: { code: 'S7', label: 'Đã tiếp nhận, thuộc thẩm quyền', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'assign', source: 'gạch đầu dòng thứ ba điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  assigned: { code: 'S8', label: 'Đã phân công, đang xử lý', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'handle', source: 'Điều 14 Nghị định số 20/2008/NĐ-CP; Quyết định số 766/QĐ-TTg' },
  collecting: { code: 'S9', label: 'Chưa đủ cơ sở, tiếp tục tập hợp', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'handle', source: 'gạch đầu dòng thứ nhất điểm b khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  reply_draft: { code: 'S10', label: 'Dự thảo trả lời', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'handle', source: 'điểm c, d khoản 2 Điều 14, Điều 15 Nghị định số 20/2008/NĐ-CP' },
  approving: { code: 'S11', label: 'Trình lãnh đạo duyệt', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'handle', source: 'điểm d khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  extended: { code: 'S12', label: 'Gia hạn', shownAs: 'handling', group: 'handling', clock: 'running', deadline: 'extension', source: 'nội bộ (Nghị định số 20/2008/NĐ-CP không quy định)' },
  answered: { code: 'S13', label: 'Đã trả lời, chờ công khai', shownAs: 'answered', group: 'handled', clock: 'running', deadline: 'publish', source: 'điểm đ khoản 2 Điều 14, Điều 19 Nghị định số 20/2008/NĐ-CP; Quyết định số 766/QĐ-TTg' },
  published: { code: 'S14', label: 'Đã công khai', shownAs: 'answered', group: 'handled', clock: 'stopped', deadline: null, source: 'Điều 19 Nghị định số 20/2008/NĐ-CP; chỉ số 5.3 Quyết định số 766/QĐ-TTg' },
  closed_private: { code: 'S14n', label: 'Đã trả lời, không công khai', shownAs: 'answered', group: 'handled', clock: 'stopped', deadline: null, source: 'Điều 19 Nghị định số 20/2008/NĐ-CP; Điều 16 Luật 91/2025/QH15' },
  merged: { code: 'S15', label: 'Gộp với hồ sơ trùng', shownAs: 'handling', group: 'handled', clock: 'stopped', deadline: null, source: 'nội bộ' },
  rated: { code: 'S16', label: 'Đã đánh giá', shownAs: 'answered', group: 'handled', clock: 'stopped', deadline: null, source: 'chỉ số 5.3 Quyết định số 766/QĐ-TTg' },
  reopened: { code: 'S17', label: 'Tiếp tục phản ánh', shownAs: 'received', group: 'waiting', clock: 'running', deadline: 'triage', source: 'chỉ số 5.3 Quyết định số 766/QĐ-TTg; khoản 3 Điều 17 Nghị định số 20/2008/NĐ-CP' },
  archived: { code: 'S18', label: 'Lưu hồ sơ', shownAs: 'answered', group: 'handled', clock: 'stopped', deadline: null, source: 'điểm đ khoản 1 Điều 9, điểm e khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
} as const satisfies Record<string, State>;

export type Status = keyof typeof states;
export const Status = z.enum(Object.keys(states) as [Status, ...Status[]]);

/** The states in which the department still owes something. */
const open = Status.options.filter((status) => status !== 'draft' && states[status].clock !== 'stopped');

type Step = {
  from: readonly Status[];
  /** More than one target: the step returns the case to where it came from. None: the case stays where it is. */
  to: readonly Status[];
  by: readonly Actor[];
  /** Who must sign what `by` prepares; they may also take the step by themselves. */
  signedBy?: readonly Actor[];
  label: string;
  source: string;
};

// prettier-ignore
export const steps = {
  submit: { from: ['draft'], to: ['submitted'], by: ['CD', 'TN', 'MC'], label: 'Gửi, vào sổ', source: 'điểm b khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  classify: { from: ['submitted'], to: ['submitted'], by: ['TN'], label: 'Phân loại', source: 'điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  'ask-supplement': { from: ['submitted', 'assigned'], to: ['need_info'], by: ['TN', 'XL'], label: 'Yêu cầu bổ sung', source: 'Điều 7, điểm a khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; Quyết định số 766/QĐ-TTg' },
  supply: { from: ['need_info'], to: ['submitted', 'assigned'], by: ['CD'], label: 'Bổ sung', source: 'Điều 12 Nghị định số 20/2008/NĐ-CP' },
  'expire-supplement': { from: ['need_info'], to: ['rejected'], by: ['HT'], label: 'Hết hạn bổ sung', source: 'nội bộ' },
  reject: { from: ['submitted'], to: ['rejected'], by: ['TN'], signedBy: ['CVP'], label: 'Không tiếp nhận', source: 'gạch đầu dòng thứ nhất điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  'reopen-rejected': { from: ['rejected'], to: ['submitted'], by: ['CVP'], label: 'Mở lại theo yêu cầu của người gửi', source: 'nội bộ' },
  'guide-out': { from: open, to: ['guided_out'], by: ['TN', 'XL', 'TP', 'LD', 'CVP'], label: 'Hướng dẫn khiếu nại, tố cáo', source: 'Điều 1 Nghị định số 20/2008/NĐ-CP; Điều 25-28 Luật Tiếp công dân; Điều 24 Luật Tố cáo' },
  lock: { from: open, to: [], by: ['TN', 'XL', 'TP', 'LD', 'CVP'], label: 'Khóa hồ sơ (tố cáo, khiếu nại)', source: 'Điều 8, Điều 56 Luật Tố cáo' },
  unlock: { from: [...open, 'guided_out'], to: [...open], by: ['LD'], label: 'Mở khóa hồ sơ', source: 'nội bộ' },
  'dismiss-signal': { from: open, to: [], by: ['TN', 'LD', 'CVP'], label: 'Bỏ dấu hiệu tố cáo, khiếu nại', source: 'Điều 24 Luật Tố cáo; nội bộ' },
  'take-back': { from: ['conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving'], to: ['submitted'], by: ['TN', 'LD', 'CVP'], label: 'Thu hồi tiếp nhận, phân loại lại', source: 'điểm c, d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  transfer: { from: ['submitted', 'conduct_review', 'assigned'], to: ['transferred'], by: ['TN'], signedBy: ['LD', 'CVP'], label: 'Chuyển cơ quan có thẩm quyền', source: 'gạch đầu dòng thứ hai và thứ tư điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  'record-outside-result': { from: ['transferred'], to: ['closed_private'], by: ['TN'], label: 'Ghi kết quả của cơ quan khác', source: 'Điều 19 Nghị định số 20/2008/NĐ-CP' },
  'return-transfer': { from: ['transferred'], to: ['submitted'], by: ['TN'], label: 'Cơ quan nhận chuyển trả', source: 'điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  'refer-conduct': { from: ['submitted'], to: ['conduct_review'], by: ['TN'], label: 'Trình lãnh đạo (về hành vi)', source: 'khoản 1 Điều 5, khoản 1 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  'assign-conduct': { from: ['conduct_review'], to: ['assigned'], by: ['LD'], label: 'Giao xử lý (về hành vi)', source: 'khoản 1 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  accept: { from: ['submitted'], to: ['accepted'], by: ['TN'], label: 'Tiếp nhận', source: 'gạch đầu dòng thứ ba điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  assign: { from: ['accepted'], to: ['assigned'], by: ['CVP', 'LD'], label: 'Phân công', source: 'Điều 14 Nghị định số 20/2008/NĐ-CP' },
  collect: { from: ['assigned'], to: ['collecting'], by: ['XL'], signedBy: ['LD'], label: 'Tiếp tục tập hợp', source: 'gạch đầu dòng thứ nhất điểm b khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  resume: { from: ['collecting', 'extended'], to: ['assigned'], by: ['XL', 'LD', 'HT'], label: 'Xử lý tiếp', source: 'điểm b khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  'draft-reply': { from: ['assigned', 'collecting', 'reply_draft'], to: ['reply_draft'], by: ['XL'], label: 'Dự thảo trả lời', source: 'điểm c, d khoản 2 Điều 14, Điều 15 Nghị định số 20/2008/NĐ-CP' },
  'return-draft': { from: ['reply_draft'], to: ['assigned'], by: ['TP'], label: 'Trả lại để làm lại', source: 'Điều 14 Nghị định số 20/2008/NĐ-CP' },
  'submit-reply': { from: ['reply_draft'], to: ['approving'], by: ['TP'], label: 'Trình lãnh đạo', source: 'điểm d khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  'return-reply': { from: ['approving'], to: ['reply_draft'], by: ['LD'], label: 'Trả lại dự thảo', source: 'điểm d khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  approve: { from: ['approving'], to: ['answered'], by: ['LD'], label: 'Duyệt và trả lời', source: 'điểm d, đ khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  extend: { from: ['assigned'], to: ['extended'], by: ['LD'], label: 'Gia hạn', source: 'nội bộ (Nghị định số 20/2008/NĐ-CP không quy định)' },
  publish: { from: ['answered'], to: ['published'], by: ['BT'], label: 'Công khai', source: 'điểm đ khoản 2 Điều 14, Điều 19 Nghị định số 20/2008/NĐ-CP' },
  'close-private': { from: ['answered'], to: ['closed_private'], by: ['LD'], label: 'Không công khai', source: 'Điều 19 Nghị định số 20/2008/NĐ-CP; Điều 16 Luật 91/2025/QH15' },
  reassign: { from: ['assigned'], to: [], by: ['CVP', 'LD'], label: 'Giao lại', source: 'nội bộ' },
  split: { from: open, to: [], by: ['TN', 'XL', 'LD', 'CVP'], label: 'Tách hồ sơ', source: 'Điều 25-28 Luật Tiếp công dân (đơn có nhiều nội dung)' },
  note: { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving', 'answered'], to: [], by: ['TN', 'XL', 'TP', 'LD', 'CVP'], label: 'Ghi chú nội bộ', source: 'nội bộ' },
  'decline-proposal': { from: ['submitted', 'conduct_review', 'assigned'], to: [], by: ['CVP', 'LD'], label: 'Không duyệt đề xuất', source: 'nội bộ' },
  propose: { from: ['submitted', 'conduct_review', 'assigned'], to: [], by: ['TN', 'XL'], label: 'Đề xuất, chờ duyệt', source: 'nội bộ' },
  withdraw: { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft'], to: ['rejected'], by: ['CD'], label: 'Rút phản ánh', source: 'nội bộ' },
  remark: { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving', 'answered'], to: [], by: ['CD'], label: 'Nói thêm', source: 'Điều 12 Nghị định số 20/2008/NĐ-CP' },
  'correct-contact': { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving', 'answered', 'published', 'closed_private', 'transferred', 'merged', 'rated'], to: [], by: ['CD'], label: 'Sửa thông tin liên hệ', source: 'Điều 4 Luật 91/2025/QH15' },
  'choose-name': { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving', 'answered'], to: [], by: ['CD'], label: 'Chọn ẩn hay nêu tên khi công khai', source: 'Điều 9, Điều 16 Luật 91/2025/QH15' },
  'rotate-secret': { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving', 'answered', 'published', 'closed_private', 'transferred', 'merged', 'rated'], to: [], by: ['CD'], label: 'Đổi mã tra cứu', source: 'nội bộ' },
  'calendar-change': { from: ['submitted', 'need_info', 'conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving', 'extended', 'answered', 'reopened'], to: [], by: ['QT'], label: 'Lịch làm việc thay đổi, hạn tính lại', source: 'Điều 147-148 Bộ luật Dân sự 2015; nội bộ' },
  unmerge: { from: ['merged'], to: ['submitted'], by: ['HT'], label: 'Tách khỏi hồ sơ chung', source: 'nội bộ' },
  'answer-merged': { from: ['merged'], to: [], by: ['HT'], label: 'Trả lời theo hồ sơ chung', source: 'nội bộ' },
  'follow-transfer': { from: ['merged'], to: ['transferred'], by: ['HT'], label: 'Chuyển theo hồ sơ chung', source: 'gạch đầu dòng thứ hai và thứ tư điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  'follow-return': { from: ['transferred'], to: ['merged'], by: ['HT'], label: 'Trở lại theo hồ sơ chung', source: 'điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP' },
  'follow-result': { from: ['transferred'], to: ['closed_private'], by: ['HT'], label: 'Kết quả của cơ quan khác, theo hồ sơ chung', source: 'Điều 19 Nghị định số 20/2008/NĐ-CP' },
  merge: { from: ['submitted'], to: ['merged'], by: ['TN'], label: 'Gộp hồ sơ trùng', source: 'nội bộ' },
  rate: { from: ['published', 'closed_private'], to: ['rated'], by: ['CD'], label: 'Đánh giá', source: 'chỉ số 5.3 Quyết định số 766/QĐ-TTg' },
  continue: { from: ['published', 'closed_private', 'rated'], to: ['reopened'], by: ['CD'], label: 'Tiếp tục phản ánh', source: 'chỉ số 5.3 Quyết định số 766/QĐ-TTg; khoản 3 Điều 17 Nghị định số 20/2008/NĐ-CP' },
  'restart-clock': { from: ['reopened'], to: ['submitted'], by: ['HT'], label: 'Vào sổ lại', source: 'Quyết định số 766/QĐ-TTg' },
  archive: { from: ['published', 'closed_private', 'rated'], to: ['archived'], by: ['HT', 'CVP'], label: 'Lưu hồ sơ', source: 'điểm đ khoản 1 Điều 9, điểm e khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP' },
  erase: { from: ['rejected', 'guided_out', 'transferred', 'published', 'closed_private', 'merged', 'rated', 'archived'], to: [], by: ['CVP', 'HT'], label: 'Xóa dữ liệu cá nhân', source: 'Điều 4 Luật 91/2025/QH15; Điều 5 NĐ 356/2025/NĐ-CP' },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof steps;
export const StepName = z.enum(Object.keys(steps) as [StepName, ...StepName[]]);

const table: Record<StepName, Step> = steps;

/** Whether an actor may take a step from a status: the table alone, without ownership (see `refusal`). */
export function isAllowed(step: StepName, from: Status, actor: Actor): boolean {
  return (
    table[step].from.includes(from) && (table[step].by.includes(actor) || signersOf(step).includes(actor))
  );
}

/** The steps that an actor may take from a status, in the order of the table. */
export function allowedSteps(from: Status, actor: Actor): StepName[] {
  return StepName.options.filter((step) => isAllowed(step, from, actor));
}

/** The status a step leads to from where it is; throws when it has several targets and none was chosen among them. */
export function targetOf(step: StepName, from: Status, chosen?: Status | null): Status {
  const targets = table[step].to;
  if (targets.length === 0) return from;
  if (targets.length === 1 && targets[0] !== undefined) return targets[0];
  if (chosen && targets.includes(chosen)) return chosen;
  throw new RangeError(`step ${step} needs one of its targets`);
}

/** Who must sign a step that somebody else may only prepare; empty when nobody must. */
export const signersOf = (step: StepName): readonly Actor[] => table[step].signedBy ?? [];

/**
 * What the sender sees of a state: what is in the register and not classified is only received; what the sender took
 * back was not refused.
 */
export function publicStatusOf(
  status: Status,
  { isClassified, isWithdrawn }: { isClassified: boolean; isWithdrawn: boolean },
): PublicStatus | null {
  if (status === 'submitted' && isClassified) return 'accepted';
  return status === 'rejected' && isWithdrawn ? 'withdrawn' : states[status].shownAs;
}

/** The states that no step leaves for further handling: the department owes nothing more. */
export const isClosed = (status: Status): boolean => states[status].clock === 'stopped' && status !== 'draft';
