// Of what officers are told by mail: in which words, to whom, by which right, and whether one may turn it off. Pure.
import { z } from 'zod';
import type { StepName } from '../cases/lifecycle.ts';
import type { Right } from '../staff/rights.ts';

export const Occasion = z.enum([
  'assigned',
  'returned',
  'supplied',
  'remarked',
  'reopened',
  'withdrawn',
  'bounced',
  'reminded',
  'late-head',
  'late-chief',
]);
export type Occasion = z.infer<typeof Occasion>;

/**
 * Whom it is for, among those who may open the case, as it stands when the letter is written. `given`: its handler, or,
 * where it waits for one, whose turn that is; `turn`: whose turn it is; `news`: for whom the news from its sender is, until one of them has
 * looked; `unit`, `office`: who answers for the unit, for the office, by how they hold the right.
 */
export type Receiver = 'given' | 'turn' | 'news' | 'unit' | 'office';

type Row = {
  /** What happened, as subject and line begin with it. */
  happened: string;
  /** The tick on the page of one's own mail. */
  label: string;
  receiver: Receiver;
  right: Right;
  /** Whether an officer may turn it off. */
  isOptional: boolean;
};

// prettier-ignore
const table = {
  assigned: { happened: 'Được giao xử lý', label: 'Hồ sơ được giao cho tôi', receiver: 'given', right: 'see-case', isOptional: true },
  returned: { happened: 'Bị trả lại để làm lại', label: 'Dự thảo, đề xuất bị trả lại', receiver: 'turn', right: 'see-case', isOptional: true },
  supplied: { happened: 'Người gửi đã bổ sung', label: 'Người gửi bổ sung thông tin', receiver: 'news', right: 'see-case', isOptional: true },
  remarked: { happened: 'Người gửi có ý kiến thêm', label: 'Người gửi có ý kiến thêm', receiver: 'news', right: 'see-case', isOptional: true },
  reopened: { happened: 'Mở lại để xem xét tiếp', label: 'Hồ sơ được mở lại, người gửi tiếp tục phản ánh', receiver: 'turn', right: 'see-case', isOptional: true },
  withdrawn: { happened: 'Người gửi đã rút', label: 'Người gửi rút hồ sơ', receiver: 'news', right: 'see-case', isOptional: true },
  bounced: { happened: 'Thư báo cho người gửi bị trả lại', label: 'Thư báo cho người gửi bị trả lại', receiver: 'news', right: 'see-case', isOptional: true },
  reminded: { happened: 'Được nhắc xử lý', label: 'Trưởng phòng, lãnh đạo nhắc xử lý', receiver: 'turn', right: 'see-case', isOptional: true },
  'late-head': { happened: 'Cần đôn đốc trong đơn vị', label: 'Hồ sơ của đơn vị sắp chậm hoặc chậm', receiver: 'unit', right: 'told-when-late', isOptional: false },
  'late-chief': { happened: 'Cần đôn đốc', label: 'Hồ sơ của cơ quan sắp chậm hoặc chậm', receiver: 'office', right: 'told-when-late', isOptional: false },
} as const satisfies Record<Occasion, Row>;

export const occasions: Record<Occasion, Row> = table;

/** Of which steps of a case officers are told; a step that is not named does not compile. `escalate` says itself to whom. */
const bySteps: Record<StepName, Occasion | null> = {
  submit: null,
  classify: null,
  'ask-supplement': null,
  supply: 'supplied',
  'expire-supplement': null,
  reject: null,
  'reopen-rejected': 'reopened',
  'guide-out': null,
  lock: null,
  unlock: 'reopened',
  'dismiss-signal': null,
  'take-back': 'returned',
  transfer: null,
  'record-outside-result': null,
  'return-transfer': 'reopened',
  'refer-conduct': null,
  'assign-conduct': 'assigned',
  accept: null,
  assign: 'assigned',
  collect: null,
  resume: null,
  'draft-reply': null,
  'return-draft': 'returned',
  'submit-reply': null,
  'return-reply': 'returned',
  approve: null,
  extend: null,
  publish: null,
  'tell-change': null,
  'close-private': null,
  reassign: 'assigned',
  'give-back': 'returned',
  'hand-over': 'assigned',
  'issue-letter': null,
  'cancel-letter': null,
  'add-file': null,
  'withdraw-file': null,
  'give-file': null,
  'erase-file': null,
  'report-back': null,
  split: null,
  note: null,
  remind: 'reminded',
  undo: null,
  'decline-proposal': 'returned',
  propose: null,
  withdraw: 'withdrawn',
  remark: 'remarked',
  'correct-contact': null,
  'stop-notices': null,
  'choose-name': null,
  'rotate-secret': null,
  'renew-secret': null,
  'calendar-change': null,
  escalate: null,
  unmerge: 'reopened',
  'undo-merge': 'reopened',
  'answer-merged': null,
  'follow-transfer': null,
  'follow-return': null,
  'follow-result': null,
  merge: null,
  rate: null,
  continue: 'reopened',
  'restart-clock': null,
  archive: null,
  erase: null,
};

export const occasionOf = (step: StepName): Occasion | null => bySteps[step];

/** What an officer may turn off. */
export type OptionalOccasion = {
  [Name in Occasion]: (typeof table)[Name]['isOptional'] extends true ? Name : never;
}[Occasion];
export const optionalOccasions = Occasion.options.filter(
  (name): name is OptionalOccasion => table[name].isOptional,
);
