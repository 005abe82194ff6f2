// Opening one's own case by its two codes, and what stands in the place of a case that is closed.
import { catalogue } from './catalogue.ts';

export const lookUp = catalogue({
  title: { vi: 'Tra cứu hồ sơ phản ánh, kiến nghị', en: 'Follow a case' },
  notOpened: { vi: 'Chưa mở được hồ sơ', en: 'The case could not be opened' },
  stillOpen: {
    vi: '[Hồ sơ Ông/Bà vừa mở vẫn còn mở trên máy này.](/tra-cuu/ho-so)',
    en: '[The case you opened is still open on this device.](/tra-cuu/ho-so)',
  },
  lead: {
    vi: 'Dùng hai mã trên giấy biên nhận. Không cần tài khoản.',
    en: 'Use the two codes of your receipt. No account is needed.',
  },
  number: { vi: 'Mã hồ sơ', en: 'Case number' },
  numberHint: { vi: 'Dạng PAKN-2026-000123.', en: 'Like PAKN-2026-000123.' },
  secret: { vi: 'Mã tra cứu', en: 'Look-up code' },
  secretHint: {
    vi: '20 ký tự; viết hoa hay thường, có gạch nối hay không đều được.',
    en: '20 characters; capitals or small letters, with or without hyphens.',
  },
  open: { vi: 'Mở hồ sơ', en: 'Open the case' },
  lost: { vi: 'Quên mã tra cứu?', en: 'Forgotten the look-up code?' },
  lostText: {
    vi: 'Cơ quan không lưu mã tra cứu ở dạng đọc được nên không đọc lại được. [Nhận mã mới qua thư điện tử đã xác nhận](/tra-cuu/quen-ma), hoặc [báo mất mã tra cứu](/gop-y?loai=lost-code) để cán bộ đối chiếu người gửi rồi cấp mã mới.',
    en: 'The department keeps no readable copy of it. [Get a new code by your confirmed e-mail address](/tra-cuu/quen-ma), or [report a lost code (in Vietnamese)](/gop-y?loai=lost-code): an officer checks who sent the case, then gives you a new code.',
  },
  dossier: {
    vi: 'Muốn tra cứu hồ sơ thủ tục hành chính?',
    en: 'Looking for the dossier of an administrative procedure?',
  },
  dossierText: {
    vi: 'Hồ sơ thủ tục hành chính nộp và theo dõi trên [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn), không nằm ở trang này.',
    en: 'Dossiers of procedures are lodged and followed on the [National Public Service Portal](https://dichvucong.gov.vn), not here.',
  },
  closed: { vi: 'Hồ sơ không còn mở trên máy này', en: 'The case is no longer open on this device' },
  notRecorded: { vi: 'Điều Ông/Bà vừa gửi chưa được ghi', en: 'What you sent was not recorded' },
  notRecordedText: {
    vi: 'Sau 30 phút, hoặc khi mã tra cứu đã đổi, hồ sơ tự đóng để người khác dùng chung máy không xem được. Hãy chép lại điều Ông/Bà vừa viết, mở lại hồ sơ bằng mã rồi gửi.',
    en: 'After 30 minutes, or when its look-up code has changed, a case closes by itself, so that nobody else on this device can read it. Copy what you wrote, open the case again with its codes, then send it.',
  },
  reopen: { vi: 'Mở lại hồ sơ', en: 'Open the case again' },
  unsent: { vi: 'Điều Ông/Bà vừa viết, chưa gửi', en: 'What you wrote, not sent yet' },
  stop: { vi: 'Thôi nhận thư về hồ sơ', en: 'Stop e-mails about a case' },
  notStopped: { vi: 'Chưa thôi nhận được', en: 'The e-mails were not stopped' },
  stopped: { vi: 'Cổng không gửi thư về hồ sơ này nữa', en: 'No more e-mails are sent about this case' },
  stoppedText: {
    vi: 'Hồ sơ vẫn được xử lý. Ông/Bà xem kết quả bằng mã hồ sơ và mã tra cứu tại [trang tra cứu](/tra-cuu).',
    en: 'The case is still being handled. You can see the result with your case number and look-up code [here](/tra-cuu).',
  },
  openLink: {
    vi: 'Hãy mở đường dẫn “Thôi nhận thư” ở cuối thư mà cổng đã gửi cho Ông/Bà.',
    en: 'Open the link “Stop e-mails” at the end of an e-mail that this portal sent you.',
  },
  stopText: {
    vi: 'Cổng sẽ không gửi thư về hồ sơ này nữa, kể cả khi cần bổ sung hoặc có trả lời. Hồ sơ vẫn được xử lý.',
    en: 'No more e-mails will be sent about this case, not even when something is missing or when it is answered. It will still be handled.',
  },
  stopButton: { vi: 'Thôi nhận thư', en: 'Stop e-mails' },
});
