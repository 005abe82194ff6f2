// What people read about a verified receipt, with script or without it.
import type { VerifiedReceipt } from './schema.ts';

export const verdictLabels: Record<VerifiedReceipt['verdict'], { title: string; text: string }> = {
  genuine: {
    title: 'Biên nhận đúng',
    text: 'Chữ ký khớp với khóa của cổng này. Các thông tin dưới đây đúng như lúc cơ quan ghi vào sổ.',
  },
  altered: {
    title: 'Biên nhận không đúng',
    text: 'Chữ ký không khớp: biên nhận đã bị sửa hoặc chép thiếu. Hãy so lại từng ký tự, hoặc quét lại mã QR.',
  },
  'unknown-key': {
    title: 'Không phải khóa của cổng này',
    text: 'Biên nhận ghi một khóa mà cổng này chưa từng dùng. Hãy kiểm tra địa chỉ trang và nơi cấp biên nhận.',
  },
  unreadable: {
    title: 'Chưa đọc được biên nhận',
    text: 'Dòng biên nhận bắt đầu bằng BN1~ và dài gần 200 ký tự. Hãy dán đủ cả dòng.',
  },
};
