// What a sender sees of the events of a case: six public statuses, never a name or an internal note.
import { states, type PublicStatus, type Status, type StepName } from './lifecycle.ts';

export type PublicEvent = { status: PublicStatus; at: string; text: string };

const sentences: Partial<Record<StepName, string>> = {
  submit: 'Phản ánh, kiến nghị đã vào sổ tiếp nhận.',
  'ask-supplement': 'Cơ quan đề nghị bổ sung thông tin; thời hạn tạm dừng.',
  supply: 'Đã nhận thông tin bổ sung; thời hạn chạy tiếp.',
  'expire-supplement': 'Hết thời hạn bổ sung.',
  reject: 'Cơ quan không tiếp nhận và đã nêu lý do.',
  'reopen-rejected': 'Hồ sơ được mở lại.',
  'guide-out': 'Cơ quan đã hướng dẫn gửi đến nơi có thẩm quyền.',
  transfer: 'Đã chuyển cơ quan có thẩm quyền.',
  'record-outside-result': 'Cơ quan có thẩm quyền đã có kết quả.',
  'return-transfer': 'Cơ quan nhận đã chuyển trả; hồ sơ được xem xét tiếp.',
  'refer-conduct': 'Đã trình lãnh đạo giao xử lý.',
  accept: 'Thuộc thẩm quyền của cơ quan, bắt đầu xử lý.',
  'assign-conduct': 'Đã giao đơn vị xử lý.',
  assign: 'Đã giao đơn vị xử lý.',
  collect: 'Chưa đủ cơ sở xem xét, cơ quan tiếp tục tập hợp để nghiên cứu.',
  extend: 'Thời hạn được gia hạn.',
  approve: 'Cơ quan đã trả lời.',
  publish: 'Kết quả đã được công khai, không nêu danh tính người gửi.',
  'close-private': 'Kết quả không công khai.',
  merge: 'Được xử lý chung với hồ sơ cùng nội dung.',
  rate: 'Bạn đã đánh giá kết quả.',
  continue: 'Bạn tiếp tục phản ánh.',
};

/** The public part of a case's events, oldest first; instants as ISO 8601 in UTC. Steps without a sentence stay internal. */
export function publicTimeline(events: { step: StepName; toStatus: Status; at: string }[]): PublicEvent[] {
  return events.flatMap(({ step, toStatus, at }) => {
    const [text, status] = [sentences[step], states[toStatus].shownAs];
    return text && status ? [{ status, at, text }] : [];
  });
}
