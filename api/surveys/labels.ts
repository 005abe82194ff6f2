// What people read about rounds and results: states, levels, axes, and every formula in words with its source.
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

/** Printed beside the results: how each figure is made, so that anybody can make it again. */
export const formulas = {
  valid: {
    title: 'Phiếu hợp lệ',
    text: 'Có trả lời câu A1 và ít nhất 70% số câu của phần C; “Không có ý kiến” là một câu trả lời. Phiếu không hợp lệ được đếm riêng, không tính vào số nào khác.',
    source: 'Quy ước của cổng, theo Thông tư 01/2018/TT-VPCP và SIPAS',
  },
  item: {
    title: 'Tỷ lệ hài lòng của một câu',
    text: '(số ý kiến “Hài lòng” + “Rất hài lòng”) ÷ (số ý kiến ở cả năm mức) × 100%, làm tròn một chữ số thập phân. “Không có ý kiến” không tính vào mẫu số.',
    source: 'Cách tính chung của SIPAS, Bộ Nội vụ',
  },
  group: {
    title: 'Tỷ lệ hài lòng của một nhóm',
    text: 'Tổng số ý kiến “Hài lòng” và “Rất hài lòng” của các câu trong nhóm ÷ tổng số ý kiến của các câu trong nhóm × 100%.',
    source: 'Cách tính chung của SIPAS, Bộ Nội vụ',
  },
  overall: {
    title: 'Chỉ số hài lòng chung',
    text: 'Tổng số ý kiến “Hài lòng” và “Rất hài lòng” của các câu C1–C13 ÷ tổng số ý kiến của các câu C1–C13 × 100% (gộp mọi ý kiến, không lấy trung bình của năm nhóm). Câu C14 “Đánh giá chung” được nêu riêng bên cạnh.',
    source: 'Quy ước của cổng',
  },
  facts: {
    title: 'Điểm việc đã diễn ra (B1–B3)',
    text: 'Tổng điểm 0, 1, 2 của các câu B1–B3 ÷ số câu trả lời có điểm, làm tròn một chữ số thập phân; cao nhất là 2. “Chưa nhận” không có điểm.',
    source: 'Điều 13 và Điều 15 Thông tư 01/2018/TT-VPCP (đã có Thông tư 03/2025 thay thế)',
  },
  change: {
    title: 'Thay đổi so với đợt trước',
    text: 'Số của đợt này trừ số của đợt chốt gần nhất trước đó dùng cùng bộ câu hỏi, tính bằng điểm phần trăm.',
    source: 'Quy ước của cổng',
  },
  suppression: {
    title: 'Số không hiển thị',
    text: 'Ô có dưới 5 phiếu hoặc dưới 5 ý kiến không được công khai; ô nhỏ kế tiếp cũng được ẩn để không ai tính ngược được từ tổng. Kết quả chỉ công khai sau khi chốt đợt.',
    source: 'Điểm b khoản 3 Điều 10 Nghị định 224/2026/NĐ-CP; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
  },
} as const;

export const attentionLabels = {
  'closing-soon': 'Sắp hết hạn trả lời',
  'short-of-target': 'Sắp hết hạn mà chưa đủ phiếu',
  'to-close': 'Hết hạn trả lời, chờ nhập phiếu giấy và chốt',
} as const;
