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
  ['Địa chỉ: Sở cần bổ sung', 'lời nhắn cho cơ quan'],
  ['Chưa có thông tin', 'làm theo được'],
  ['Chưa rõ hiệu lực', 'làm theo được'],
  ['thủ tục này cần rà soát', 'làm theo được'],
  ['theo nguồn thứ cấp', 'làm theo được'],
  ['số ấy chưa đối chiếu', 'làm theo được'],
  ['nội dung chưa được Sở đối chiếu', 'làm theo được'],
  ['theo hiểu biết chung', 'làm theo được'],
  ['Giờ này chưa kiểm chứng.', 'làm theo được'],
  ['Chuyên mục chưa đọc được toàn văn', 'làm theo được'],
  ['Chưa tính được', 'làm theo được'],
  ['CẦN RÀ SOÁT', 'làm theo được'],
])('%s is told', (text, say) => {
  expect(wordingFaults(text)).toEqual([expect.stringContaining(say)]);
});

test.each([
  'Ông/Bà gửi lúc 08:30 ngày 05/01/2026, hạn 14/12/2026, đúng hạn 60%',
  'bạn đọc, quý IV, quỹ, hoàn toàn, khoản, tòa án, hủy bỏ, chuẩn hóa, tùy, thuyết minh, khuyến khích',
  'Sở chưa xác nhận nội dung này: hỏi lại Trung tâm trước khi nộp hồ sơ. Sở chưa công bố địa chỉ của kênh này.',
  'điểm đ khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; mã H48.10; 01/10/2026',
])('%s is left alone', (text) => {
  expect(wordingFaults(text)).toEqual([]);
});
