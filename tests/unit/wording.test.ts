// What the check of the portal's own words finds, and what it leaves alone.
import { expect, test } from 'vitest';
import { wordingFaults } from '../../api/start/check/wording.ts';

test.each([
  ['Hồ sơ của bạn đã nhận', 'Ông/Bà'],
  ['Xin ông/bà cho biết', 'Ông/Bà'],
  ['Chúng tôi thu thập', 'chúng tôi'],
  ['được uỷ quyền', 'dấu thanh'],
  ['chuẩn hoá', 'dấu thanh'],
  ['HUỶ BỎ', 'dấu thanh'],
  ['từ ngày 01/07/2026', '01/7/2026'],
  ['phóng chữ tới 200 %', '60%'],
  ['Căn cứ: NĐ20 Đ9.1.đ', 'đủ căn cứ'],
  ['Chưa có thông tin – Sở cần bổ sung', 'lời nhắn cho cơ quan'],
])('%s is told', (text, say) => {
  expect(wordingFaults(text)).toEqual([expect.stringContaining(say)]);
});

test.each([
  'Ông/Bà gửi lúc 08:30 ngày 05/01/2026, hạn 14/12/2026, đúng hạn 60%',
  'bạn đọc, quý IV, quỹ, hoàn toàn, khoản, tòa án, hủy bỏ, chuẩn hóa, tùy, thuyết minh, khuyến khích',
  'điểm đ khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; mã H48.10; 01/10/2026',
])('%s is left alone', (text) => {
  expect(wordingFaults(text)).toEqual([]);
});
