// The life of a case: its states S0-S18 as data with their legal source, and the names of the steps between them.
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
  'lapsed',
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
export const openStates = Status.options.filter(
  (status) => status !== 'draft' && states[status].clock !== 'stopped',
);

/** The names of the steps, in the order of a case's life. What each is stands in steps/each/. */
export const StepName = z.enum([
  'submit',
  'classify',
  'ask-supplement',
  'supply',
  'expire-supplement',
  'reject',
  'reopen-rejected',
  'guide-out',
  'lock',
  'unlock',
  'dismiss-signal',
  'take-back',
  'transfer',
  'record-outside-result',
  'return-transfer',
  'refer-conduct',
  'assign-conduct',
  'accept',
  'assign',
  'collect',
  'resume',
  'draft-reply',
  'return-draft',
  'submit-reply',
  'return-reply',
  'approve',
  'extend',
  'publish',
  'tell-change',
  'close-private',
  'reassign',
  'give-back',
  'hand-over',
  'issue-letter',
  'cancel-letter',
  'add-file',
  'withdraw-file',
  'give-file',
  'erase-file',
  'report-back',
  'split',
  'note',
  'remind',
  'undo',
  'decline-proposal',
  'propose',
  'withdraw',
  'remark',
  'correct-contact',
  'stop-notices',
  'choose-name',
  'rotate-secret',
  'renew-secret',
  'calendar-change',
  'escalate',
  'unmerge',
  'undo-merge',
  'answer-merged',
  'follow-transfer',
  'follow-return',
  'follow-result',
  'merge',
  'rate',
  'continue',
  'restart-clock',
  'archive',
  'erase',
]);
export type StepName = z.infer<typeof StepName>;

// Ends in the state of a rejection that nobody rejected: the sender took the case back, or did not supply what was asked.
const unrejected: { [Step in StepName]?: PublicStatus } = {
  withdraw: 'withdrawn',
  'expire-supplement': 'lapsed',
};

/**
 * What the sender sees of a state: what is in the register and not classified is only received; of an end, what `endedBy`,
 * the step that led there, made of it.
 */
export function publicStatusOf(
  status: Status,
  { isClassified, endedBy }: { isClassified: boolean; endedBy: StepName | null },
): PublicStatus | null {
  if (status === 'submitted' && isClassified) return 'accepted';
  const unrejectedEnd = status === 'rejected' && endedBy ? unrejected[endedBy] : undefined;
  return unrejectedEnd ?? states[status].shownAs;
}

/** The states that no step leaves for further handling: the department owes nothing more. */
export const isClosed = (status: Status): boolean => states[status].clock === 'stopped' && status !== 'draft';
