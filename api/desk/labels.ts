// Vietnamese wording of the lists of officers. Pure.
import type { Sort, View } from './view.ts';
import type { StepName } from '../cases/lifecycle.ts';
import type { WaitsFor } from '../cases/dates/turn.ts';
import { roleNames } from '../staff/roles.ts';

export const viewLabels: Record<View, string> = {
  waiting: 'Chờ tôi xử lý',
  mine: 'Việc của tôi',
  'due-today': 'Đến hạn hôm nay',
  soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  forwarded: 'Cấp trên chuyển đến',
  'to-report': 'Chờ báo cáo cấp trên',
  open: 'Đang mở',
  new: 'Mới từ người gửi',
  lately: 'Tôi vừa xử lý',
  answered: 'Trả lời trong tháng',
  'answered-late': 'Trả lời quá hạn trong tháng',
  'ended-late': 'Chuyển, từ chối, hướng dẫn quá hạn trong tháng',
  rated: 'Được đánh giá trong tháng',
  returned: 'Bị trả lại trong tháng',
  closed: 'Đã xong',
  all: 'Tất cả',
};

export const sortLabels: Record<Sort, string> = {
  due: 'Hạn gần nhất trước',
  newest: 'Mới nhận trước',
  oldest: 'Nhận lâu nhất trước',
  latest: 'Vừa có diễn biến trước',
  quietest: 'Lâu không có diễn biến trước',
};

/** Whom a case waits for, in a list; `handler` is the name of who handles it. */
export function waitsForWords(whom: WaitsFor, handler: string | null): string | null {
  if (whom === null) return null;
  if (whom === 'handler') return `Chờ ${handler ?? 'người xử lý'}`;
  if (whom === 'head') return 'Chờ trưởng phòng, đơn vị';
  if (whom === 'sender') return 'Chờ người gửi bổ sung';
  if (whom === 'keeper') return 'Chờ người giữ hồ sơ khóa';
  if (whom === 'signer') return 'Chờ người ký duyệt';
  return `Chờ ${roleNames[whom].toLowerCase()}`;
}

/** The mark of something new from a sender. */
export function newsWords(news: StepName | 'bounced-mail'): string {
  if (news === 'supply') return 'Mới: đã bổ sung';
  if (news === 'remark') return 'Mới: có ý kiến thêm';
  if (news === 'continue') return 'Mới: tiếp tục phản ánh';
  if (news === 'correct-contact') return 'Mới: sửa thông tin liên hệ';
  if (news === 'withdraw') return 'Mới: người gửi rút';
  return news === 'bounced-mail' ? 'Mới: thư báo bị trả lại' : 'Mới từ người gửi';
}
