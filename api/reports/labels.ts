// Vietnamese wording of reports on screen.
import type { ListedCase } from './frozen.ts';

export const caseStateLabels: Record<ListedCase['state'], string> = {
  open: 'Đang xử lý',
  answered: 'Đã trả lời',
  transferred: 'Đã chuyển cơ quan khác',
  refused: 'Không tiếp nhận',
  withdrawn: 'Người gửi rút',
  lapsed: 'Hết hạn bổ sung',
  guided: 'Đã hướng dẫn',
  merged: 'Gộp với hồ sơ trùng',
};

export const formCertaintyLabels = {
  verified: 'Đã đối chiếu với văn bản',
  'read-from-code': 'Đọc từ phần mềm đang dùng mẫu, chưa đối chiếu bản gốc',
  expected: 'Chưa đối chiếu được với bản gốc',
  own: 'Biểu do cổng đặt, không có mẫu bắt buộc',
} as const;

export const fileLabels = {
  docx: 'Văn bản (DOCX)',
  xlsx: 'Bảng tính (XLSX)',
  pdf: 'PDF',
  csv: 'CSV',
} as const;
