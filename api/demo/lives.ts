// The lives of the sixty-seven cases of a demonstration: who does what on which working day after receipt. Data. Pure.
import { suggestedTitle } from '../cases/reading/answer-title.ts';
import type { StepName } from '../cases/lifecycle.ts';
import type { Role } from '../staff/roles.ts';
import { mixedLetters, ruleMatters, type Matter } from './letters.ts';

/** What a step may have to know of the demonstration. */
export type Known = {
  matter: Matter;
  /** The procedure that the letter is about, if any. */
  procedure: string | undefined;
  handlerId: string;
  /** A unit that somebody may complain of. */
  otherUnit: string;
  /** The number of a case that stands open. */
  openNumber: string;
  /** The day on which the step is taken, YYYY-MM-DD. */
  today: string;
};
/** `after` in working days; the sender (CD) proves the case as anybody does. */
export type Act = {
  after: number;
  by: Role | 'CD';
  step: StepName;
  with?: (known: Known) => object;
};
/** `ago`: how many working days before today each of its letters came. */
export type Life = {
  ago: readonly number[];
  about?: 'conduct';
  /** What its sender wrote, where it is not the next of the matters. */
  letter?: Pick<Matter, 'contentCode' | 'body'>;
  /** Written down by an officer instead of posted. */
  source?: 'phone' | 'counter';
  acts: readonly Act[];
};

const act = (after: number, by: Act['by'], step: StepName, withFields?: Act['with']): Act => ({
  after,
  by,
  step,
  ...(withFields && { with: withFields }),
});
const because = (reason: string) => () => ({ reason });

const classify = act(1, 'TN', 'classify', ({ matter, procedure }) => ({
  contentCode: matter.contentCode,
  summary: matter.summary,
  ...(procedure !== undefined && { procedure }),
}));
const handedOver = [
  classify,
  act(1, 'TN', 'accept'),
  act(2, 'CVP', 'assign', ({ handlerId }) => ({ handlerId })),
];
const draft = (after: number) =>
  act(after, 'XL', 'draft-reply', ({ matter }) => ({
    body: matter.reply,
    outcome: 'recommend',
    criteria: { simple: 'flawed' },
  }));
/** On the day of `after`, each step of the answer on the day before the next. */
const answered = (after: number) => [
  ...handedOver,
  draft(after - 2),
  act(after - 1, 'TP', 'submit-reply'),
  act(after, 'LD', 'approve'),
];
const published = (after: number) => [
  ...answered(after),
  act(after + 1, 'BT', 'publish', ({ matter }) => ({
    title: suggestedTitle(matter.summary),
    summary: matter.summary,
    answer: matter.reply,
    ...(matter.changed !== undefined && { changed: matter.changed }),
  })),
];
const rated = (after: number, score: string) => [
  ...published(after),
  act(after + 3, 'CD', 'rate', () => ({ score })),
];
const referred = [
  act(1, 'TN', 'classify', ({ matter, procedure, otherUnit }) => ({
    contentCode: '5.1',
    summary: matter.summary,
    subjectUnit: otherUnit,
    ...(procedure !== undefined && { procedure }),
  })),
  act(1, 'TN', 'refer-conduct'),
];
const conductAnswered = [
  ...referred,
  act(2, 'LD', 'assign-conduct', ({ handlerId }) => ({ handlerId })),
  act(8, 'XL', 'draft-reply', ({ matter }) => ({
    body: matter.reply,
    outcome: 'correct-conduct',
    verification: 'partly-true',
  })),
  act(9, 'TP', 'submit-reply'),
  act(10, 'LD', 'approve'),
  act(11, 'LD', 'close-private', because('Liên quan cá nhân cụ thể.')),
];
const asked = [
  classify,
  act(1, 'TN', 'ask-supplement', () => ({ question: 'Xin cho biết mã số trên giấy tiếp nhận hồ sơ.' })),
];
const transferred = act(2, 'LD', 'transfer', ({ matter, today }) => ({
  contentCode: matter.contentCode,
  agency: 'Cơ quan có thẩm quyền (minh họa)',
  documentNumber: '12/MH-VP',
  documentOn: today,
}));
const refused = (ground: string, reason: string) =>
  act(1, 'CVP', 'reject', ({ matter }) => ({ contentCode: matter.contentCode, ground, reason }));

/** Sixty-seven letters; every state in which a case can stand is somebody's last one, drafts of answers and waits among them. */
export const lives: readonly Life[] = [
  { ago: [63, 61, 59, 56, 52, 47, 42, 37, 32, 27], acts: rated(8, 'satisfied') },
  { ago: [58, 44, 30], acts: rated(7, 'acceptable') },
  { ago: [50, 28], acts: rated(9, 'dissatisfied') },
  { ago: [62, 55, 49, 43, 38, 33, 26, 22, 17], acts: published(8) },
  // Answered after the day that was due.
  { ago: [57, 36], acts: published(19) },
  { ago: [54, 31], about: 'conduct', acts: conductAnswered },
  {
    ago: [60, 40],
    acts: [...answered(9), act(10, 'LD', 'close-private', because('Liên quan bí mật kinh doanh.'))],
  },
  { ago: [53], acts: [...published(8), act(30, 'CVP', 'archive')] },
  { ago: [51, 25], source: 'phone', acts: published(6) },
  { ago: [19], source: 'counter', acts: published(7) },
  {
    ago: [24],
    acts: [
      ...published(8),
      act(22, 'CD', 'continue', () => ({ text: 'Sau khi trả lời, việc này vẫn xảy ra như cũ (minh họa).' })),
    ],
  },
  { ago: [46, 12], acts: [refused('question', 'Đây là câu hỏi về thủ tục: đã trả lời trực tiếp.')] },
  { ago: [35], acts: [refused('spam', 'Thư quảng cáo gửi hàng loạt.')] },
  {
    ago: [41, 14],
    acts: [
      act(1, 'TN', 'guide-out', () => ({
        kind: 'complaint',
        guidance: 'Nội dung thuộc khiếu nại, xin gửi theo Luật Khiếu nại.',
      })),
    ],
  },
  { ago: [45, 20], acts: [transferred] },
  {
    ago: [48],
    acts: [
      transferred,
      act(12, 'TN', 'record-outside-result', ({ today }) => ({
        documentNumber: '99/MH-VP',
        documentOn: today,
        result: 'Cơ quan nhận đã giải quyết và trả lời người gửi.',
      })),
    ],
  },
  { ago: [39], acts: asked },
  {
    ago: [34],
    acts: [
      ...asked,
      act(3, 'CD', 'supply', () => ({ text: 'Mã số trên giấy tiếp nhận là MH-0001 (minh họa).' })),
      act(4, 'TN', 'accept'),
      act(5, 'CVP', 'assign', ({ handlerId }) => ({ handlerId })),
      draft(9),
      act(10, 'TP', 'submit-reply'),
      act(11, 'LD', 'approve'),
    ],
  },
  { ago: [29], acts: [act(1, 'CD', 'withdraw')] },
  // What stands open today.
  {
    ago: [13],
    acts: [
      ...handedOver,
      act(10, 'LD', 'extend', () => ({ days: 5, reason: 'Cần lấy ý kiến đơn vị phối hợp.' })),
    ],
  },
  {
    ago: [16],
    acts: [
      ...handedOver,
      act(6, 'XL', 'collect', () => ({ interim: 'Cơ quan đang tập hợp thêm ý kiến, sẽ trả lời sau.' })),
      act(7, 'LD', 'collect', () => ({ interim: 'Cơ quan đang tập hợp thêm ý kiến, sẽ trả lời sau.' })),
    ],
  },
  { ago: [9], acts: answered(8) },
  { ago: [8], acts: answered(9).slice(0, 5) },
  { ago: [7], acts: [...handedOver, draft(6)] },
  { ago: [10, 6], acts: handedOver },
  { ago: [2], acts: handedOver.slice(0, 2) },
  { ago: [2], about: 'conduct', acts: referred },
  { ago: [3], acts: asked },
  {
    ago: [2],
    acts: [
      act(1, 'TN', 'merge', ({ matter, openNumber }) => ({
        contentCode: matter.contentCode,
        into: openNumber,
        reason: 'Cùng một việc với hồ sơ đang xử lý.',
      })),
    ],
  },
  { ago: [1], about: 'conduct', acts: [] },
  { ago: [1, 0], acts: [] },
  // Ten to be triaged, as they come: with those before a rule, a conduct, a double, a question and more.
  ...[ruleMatters[1]!, ...Object.values(mixedLetters)].map((letter) => ({ ago: [0], letter, acts: [] })),
];
