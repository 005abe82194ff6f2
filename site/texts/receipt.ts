// The confirmation of a sending, the slip of its two codes, its signature.
import { catalogue } from './catalogue.ts';

export const receipt = catalogue({
  title: { vi: 'Đã nhận và vào sổ phản ánh, kiến nghị', en: 'Received and registered' },
  registeredAt: {
    vi: (department: string, moment: string) => `${department} đã ghi vào sổ lúc ${moment}.`,
    en: (department: string, moment: string) => `${department} entered it in the register at ${moment}.`,
  },
  keepCodes: { vi: 'Giữ hai mã này', en: 'Keep these two codes' },
  print: { vi: 'In giấy biên nhận', en: 'Print the receipt' },
  registered: { vi: 'Vào sổ lúc', en: 'Registered at' },
  number: { vi: 'Mã hồ sơ', en: 'Case number' },
  secret: { vi: 'Mã tra cứu (giữ kín)', en: 'Look-up code (keep it secret)' },
  secretPlain: { vi: 'Mã tra cứu', en: 'Look-up code' },
  writeDown: {
    vi: 'Hãy ghi lại, chụp màn hình hoặc in trang này',
    en: 'Write them down, take a screenshot or print this page',
  },
  writeDownText: {
    vi: 'Mã tra cứu chỉ hiện ở đây, một lần. Người có mã này xem được nội dung. Cơ quan không đọc lại được mã đã cấp.',
    en: 'The look-up code is shown here only, once. Whoever has it can read the case. The department cannot read it out again.',
  },
  copy: { vi: 'Sao chép hai mã', en: 'Copy both codes' },
  picture: { vi: 'Lưu thành ảnh', en: 'Save as a picture' },
  notMailed: { vi: 'Chưa gửi được thư', en: 'The e-mail was not sent' },
  mailed: {
    vi: 'Giấy biên nhận đang được gửi tới thư của Ông/Bà',
    en: 'The receipt is on its way to your e-mail address',
  },
  mailedText: {
    vi: 'Thư đến trong vài phút và không có mã tra cứu: xin giữ mã ở dưới đây.',
    en: 'It comes within minutes and holds no look-up code: please keep the code below.',
  },
  mail: { vi: 'Gửi giấy biên nhận vào thư của tôi', en: 'E-mail the receipt to me' },
  mailText: {
    vi: 'Thư ghi mã hồ sơ, lúc vào sổ và hạn trả lời kèm tệp lịch; không ghi mã tra cứu và lời đã gửi. Địa chỉ ghi ở đây chỉ dùng cho thư này.',
    en: 'The e-mail holds the case number, the moment of receipt and the due date with a calendar file; not the look-up code and not what you wrote. The address you give here is used for this e-mail only.',
  },
  mailLabel: { vi: 'Thư điện tử nhận giấy biên nhận', en: 'E-mail address for the receipt' },
  mailButton: { vi: 'Gửi vào thư của tôi', en: 'Send it to me' },
  next: { vi: 'Việc tiếp theo', en: 'What happens next' },
  nextClassify: {
    vi: '**Phân loại.** Sở xem nội dung thuộc thẩm quyền nào. Thiếu thông tin thì Sở hỏi lại; trả lời ở trang hồ sơ.',
    en: '**Classification.** The department looks at whose business it is. If something is missing you are asked; you answer on the page of your case.',
  },
  nextAnswer: {
    vi: (day: string) => `**Xử lý và trả lời,** chậm nhất ${day}.`,
    en: (day: string) => `**Handling and answer,** at the latest on ${day}. The answer is in Vietnamese.`,
  },
  nextPublish: {
    vi: '**Công khai kết quả,** ẩn danh tính. Sau đó Ông/Bà đánh giá: hài lòng, chấp nhận được hay không hài lòng.',
    en: '**Publication of the result** without your identity. Then you rate it: satisfied, acceptable or not satisfied.',
  },
  see: { vi: 'Xem hồ sơ', en: 'See the case' },
  done: { vi: 'Xong, xóa mã khỏi máy này', en: 'Done, remove the codes from this device' },
  removed: {
    vi: 'Không bấm gì thì sau 30 phút mã cũng tự xóa khỏi máy này.',
    en: 'If you press nothing, the codes are removed from this device after 30 minutes.',
  },
  signature: { vi: 'Chữ ký điện tử của giấy biên nhận', en: 'Electronic signature of the receipt' },
  signed: { vi: 'Biên nhận có chữ ký', en: 'Signed receipt' },
  signedText: {
    vi: 'Cơ quan đã ký vào mã hồ sơ, lúc nhận, hạn trả lời và mã băm của nội dung. Người giữ biên nhận này chứng minh được cơ quan đã nhận, kể cả khi trang này không còn. Trong đó không có tên, không có nội dung, không có mã tra cứu.',
    en: 'The department has signed the case number, the moment of receipt, the due date and a hash of the content. Whoever keeps this receipt can prove that the department received it, even when this page is gone. It holds no name, no content and no look-up code.',
  },
  check: { vi: 'Kiểm tra biên nhận này', en: 'Check this receipt (in Vietnamese)' },
  qr: {
    vi: 'Mã QR mở trang xác minh biên nhận này',
    en: 'QR code that opens the page where this receipt is checked',
  },
  scan: {
    vi: (address: string) => `Quét để xác minh tại ${address}`,
    en: (address: string) => `Scan to check at ${address}`,
  },
  newCode: { vi: 'Mã tra cứu mới', en: 'New look-up code' },
  newCodeText: {
    vi: 'Từ nay chỉ mã này mở được hồ sơ; mã cũ không còn tác dụng. Biên nhận có chữ ký vẫn giữ nguyên giá trị.',
    en: 'From now on only this code opens the case; the old one no longer works. The signed receipt stays valid.',
  },
  printCode: { vi: 'In mã tra cứu mới', en: 'Print the new look-up code' },
});
