// What a sender sees of the events of a case: the public statuses, never a name or an internal note.
import { publicStatusOf, type PublicStatus, type Status, type StepName } from '../lifecycle.ts';
import type { EventTextKind, Link } from '../tables.ts';

/** `words`: what was asked, answered or explained at this step. */
export type PublicEvent = { status: PublicStatus; at: string; text: string; words: string | null };

const sentences: Partial<Record<StepName, string>> = {
  submit: 'Phản ánh, kiến nghị đã vào sổ tiếp nhận.',
  classify: 'Cơ quan đã tiếp nhận và phân loại nội dung.',
  'ask-supplement': 'Cơ quan đề nghị bổ sung thông tin; thời hạn tạm dừng.',
  supply: 'Đã nhận thông tin bổ sung; thời hạn chạy tiếp.',
  'expire-supplement': 'Hết thời hạn bổ sung.',
  reject: 'Cơ quan không tiếp nhận và đã nêu lý do.',
  'reopen-rejected': 'Hồ sơ được mở lại.',
  'guide-out': 'Cơ quan đã hướng dẫn gửi đến nơi có thẩm quyền.',
  transfer: 'Đã chuyển cơ quan có thẩm quyền.',
  'follow-transfer': 'Đã chuyển cơ quan có thẩm quyền cùng hồ sơ chung.',
  'follow-return': 'Cơ quan nhận đã chuyển trả; hồ sơ được xem xét tiếp cùng hồ sơ chung.',
  'follow-result': 'Cơ quan có thẩm quyền đã có kết quả về nội dung của hồ sơ chung.',
  'take-back': 'Hồ sơ được xem xét, phân loại lại.',
  'record-outside-result': 'Cơ quan có thẩm quyền đã có kết quả.',
  'return-transfer': 'Cơ quan nhận đã chuyển trả; hồ sơ được xem xét tiếp.',
  'refer-conduct': 'Đã trình lãnh đạo giao xử lý.',
  accept: 'Thuộc thẩm quyền của cơ quan, bắt đầu xử lý.',
  'assign-conduct': 'Đã giao đơn vị xử lý.',
  assign: 'Đã giao đơn vị xử lý.',
  collect: 'Chưa đủ cơ sở xem xét, cơ quan tiếp tục tập hợp để nghiên cứu.',
  extend: 'Thời hạn được gia hạn.',
  'calendar-change': 'Lịch làm việc thay đổi; hạn được tính lại.',
  approve: 'Cơ quan đã trả lời.',
  publish: 'Kết quả đã được công khai.',
  'close-private': 'Kết quả không công khai.',
  merge: 'Được xử lý chung với hồ sơ cùng nội dung.',
  unmerge: 'Hồ sơ chung đã kết thúc mà chưa có câu trả lời; hồ sơ của Ông/Bà được xem xét riêng.',
  'answer-merged': 'Cơ quan đã trả lời hồ sơ chung; câu trả lời cũng là của hồ sơ này.',
  withdraw: 'Ông/Bà đã rút phản ánh, kiến nghị.',
  remark: 'Ông/Bà đã nói thêm.',
  split: 'Một phần nội dung được tách thành hồ sơ riêng.',
  'correct-contact': 'Ông/Bà đã sửa thông tin liên hệ.',
  'choose-name': 'Người gửi đã chọn cách nêu tên khi công khai.',
  'rotate-secret': 'Ông/Bà đã đổi mã tra cứu.',
  rate: 'Ông/Bà đã đánh giá kết quả.',
  continue: 'Ông/Bà tiếp tục phản ánh.',
};

const told: ReadonlySet<EventTextKind> = new Set([
  'reason',
  'question',
  'supplement',
  'remark',
  'guidance',
  'result',
]);
// Reasons between officers are not for the sender.
const internal: ReadonlySet<StepName> = new Set([
  'return-draft',
  'return-reply',
  'decline-proposal',
  'merge',
  'reassign',
  'take-back',
  'lock',
  'unlock',
  'dismiss-signal',
  'note',
]);

type Event = {
  step: StepName;
  toStatus: Status;
  at: string;
  textKind?: EventTextKind | null;
  text?: string | null;
};

/** The public part of a case's events, oldest first; instants as ISO 8601 in UTC. Steps without a sentence stay internal. */
export function publicTimeline(events: Event[]): PublicEvent[] {
  const answeredFrom = events.findLastIndex(({ step }) => step === 'answer-merged');
  let [isClassified, isWithdrawn] = [false, false];
  return events.flatMap(({ step, toStatus, at, textKind, text: said }, index) => {
    const isAgain = step === 'classify' && isClassified;
    const isGuidedBack = step === 'unlock' && events[index - 1]?.toStatus === 'guided_out';
    if (step === 'classify') isClassified = true;
    if (step === 'take-back' || isGuidedBack) isClassified = false;
    if (toStatus !== events[index - 1]?.toStatus) isWithdrawn = step === 'withdraw';
    // A merged case stays where it is; with the answer of the common one it is answered.
    const isAnswered = toStatus === 'merged' && answeredFrom >= 0 && index >= answeredFrom;
    const text = isGuidedBack ? sentences['reopen-rejected'] : sentences[step];
    const status = isAnswered ? 'answered' : publicStatusOf(toStatus, { isClassified, isWithdrawn });
    if (!text || !status || isAgain) return [];
    const words = said && textKind && told.has(textKind) && !internal.has(step) ? said : null;
    return [{ status, at, text, words }];
  });
}

const relations = {
  'merged-into': 'Được xử lý chung trong hồ sơ',
  'merged-from': null,
  'split-from': 'Tách ra từ hồ sơ',
  'split-to': 'Một phần nội dung được tách thành hồ sơ',
} as const;

/** A link as the sender sees it; whose cases were merged into one's own is nobody's business. */
export function publicLink(link: Link): { relation: string; number: string; status: PublicStatus }[] {
  const [relation, status] = [relations[link.relation], publicStatusOf(link.status, link)];
  return relation && status ? [{ relation, number: link.number, status }] : [];
}
