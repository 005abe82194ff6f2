// What people read about rounds and results: states, channels, levels, axes.
import type { Channel, RoundState } from './round.ts';

export const stateLabels: Record<RoundState, string> = {
  planned: 'Chưa mở',
  open: 'Đang mở',
  collecting: 'Đang nhập phiếu giấy',
  closed: 'Đã chốt',
};

export const channelLabels: Record<Channel, string> = {
  web: 'Trực tuyến, bằng mã hồ sơ',
  qr: 'Quét mã QR',
  paper: 'Phiếu giấy',
};

export const levelLabels: Record<'1' | '2' | '3' | '4' | '5' | 'none', string> = {
  '1': 'Rất không hài lòng',
  '2': 'Không hài lòng',
  '3': 'Bình thường',
  '4': 'Hài lòng',
  '5': 'Rất hài lòng',
  none: 'Không có ý kiến',
};

export const axisLabels = {
  procedure: 'Thủ tục hành chính',
  field: 'Lĩnh vực',
  filing: 'Cách nộp hồ sơ',
  respondent: 'Loại đối tượng',
  quarter: 'Quý nhận kết quả',
} as const;
export type TallyAxis = keyof typeof axisLabels;

/** `2026-Q4` -> `Quý 4 năm 2026`. */
export const quarterWords = (quarter: string): string => quarter.replace(/^(\d{4})-Q(\d)$/, 'Quý $2 năm $1');

export const attentionLabels = {
  'closing-soon': 'Sắp hết hạn trả lời',
  'short-of-target': 'Sắp hết hạn mà chưa đủ phiếu',
  'to-close': 'Hết hạn trả lời, chờ nhập phiếu giấy và chốt',
} as const;

/** What a citizen needs for each way of answering. */
export const channelNeeds: Record<Channel, string> = {
  web: 'Cần mã hồ sơ ghi trên giấy tiếp nhận.',
  qr: 'Quét mã QR trên áp phích tại cơ quan.',
  paper: 'Điền phiếu giấy, nộp cho Bộ phận Một cửa.',
};
