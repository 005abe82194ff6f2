// One's own case: where it stands and what is known of it.
import { catalogue } from './catalogue.ts';

export const ownCase = catalogue({
  title: { vi: (number: string) => `Hồ sơ ${number}`, en: (number: string) => `Case ${number}` },
  notTaken: { vi: 'Chưa gửi được, hãy sửa rồi gửi lại', en: 'Not sent: correct it and send again' },
  sentAt: { vi: (moment: string) => `Gửi lúc ${moment}`, en: (moment: string) => `Sent at ${moment}` },
  content: { vi: 'Nội dung', en: 'Kind' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  mailBounced: { vi: 'Thư báo gửi tới Ông/Bà bị trả lại', en: 'An e-mail to you came back' },
  mailBouncedText: {
    vi: (moment: string) =>
      `Địa chỉ thư điện tử đã ghi không nhận được thư (lúc ${moment}). Hồ sơ vẫn được xử lý bình thường.`,
    en: (moment: string) =>
      `The e-mail address you gave does not receive e-mails (${moment}). Your case is handled as usual.`,
  },
  correctContact: { vi: 'Sửa thông tin liên hệ', en: 'Correct your contact details' },
  seeHere: { vi: 'Hãy xem kết quả tại trang này.', en: 'Please see the result on this page.' },
  rateLater: {
    vi: 'Ông/Bà có thể đánh giá sau khi cơ quan công khai kết quả.',
    en: 'You can rate it after the department has published the result.',
  },
  rated: { vi: 'Ông/Bà đã đánh giá', en: 'You have rated it' },
  course: { vi: 'Diễn biến', en: 'What has happened' },
  toAnswer: { vi: 'Cơ quan trả lời', en: 'The department answers' },
  readBy: { vi: 'Ai đã xem hồ sơ', en: 'Who has looked at the case' },
  readByNobody: { vi: 'Chưa có cán bộ nào mở hồ sơ này.', en: 'No officer has opened this case yet.' },
  readOnce: {
    vi: (role: string, at: string) => `${role}: 1 lần, lúc ${at}`,
    en: (role: string, at: string) => `${role}: once, at ${at}`,
  },
  readOften: {
    vi: (role: string, times: number, first: string, last: string) =>
      `${role}: ${times} lần, từ ${first} đến ${last}`,
    en: (role: string, times: number, first: string, last: string) =>
      `${role}: ${times} times, from ${first} to ${last}`,
  },
  close: { vi: 'Đóng hồ sơ trên máy này', en: 'Close the case on this device' },
  waiting: { vi: 'Cơ quan đang chờ Ông/Bà bổ sung', en: 'The department is waiting for you' },
  supplyUntil: {
    vi: (day: string) =>
      `Gửi bổ sung chậm nhất hết ngày **${day}**. Quá ngày đó hồ sơ kết thúc; Ông/Bà có thể gửi phản ánh mới.`,
    en: (day: string) =>
      `Send it at the latest on **${day}** (Vietnam time). After that day the case ends; you can send new feedback.`,
  },
  paused: {
    vi: (day: string) =>
      `Đồng hồ dừng từ ${day} vì đang chờ Ông/Bà bổ sung; mỗi ngày làm việc chờ được cộng vào hạn trả lời.`,
    en: (day: string) =>
      `The clock has been stopped since ${day}, waiting for you; each working day of waiting is added to the due date.`,
  },
  transferred: {
    vi: (agency: string) => `Đã chuyển: ${agency}`,
    en: (agency: string) => `Passed on to: ${agency}`,
  },
  transferredText: {
    vi: 'Cơ quan này xem xét và trả lời Ông/Bà. Khi có kết quả, Sở ghi lại ở đây.',
    en: 'That authority looks at it and answers you. When there is a result, the department notes it here.',
  },
  outsideResult: {
    vi: (agency: string) => `Kết quả của ${agency}`,
    en: (agency: string) => `Result of ${agency}`,
  },
  documentNumber: {
    vi: (number: string) => `Văn bản số ${number}`,
    en: (number: string) => `Document No. ${number}`,
  },
  documentOn: { vi: (day: string) => `ngày ${day}`, en: (day: string) => `of ${day}` },
  reply: { vi: 'Trả lời của cơ quan', en: 'The answer of the department' },
  replyBefore: { vi: 'Trả lời lần trước của cơ quan', en: 'The earlier answer of the department' },
  replyLanguage: {
    vi: 'Câu trả lời bằng tiếng Việt.',
    en: 'The answer is in Vietnamese, as the department wrote it.',
  },
  letterNumber: {
    vi: (number: string) => `Công văn số ${number}.`,
    en: (number: string) => `Official letter No. ${number}.`,
  },
  answeredAt: {
    vi: (moment: string) => `Trả lời lúc ${moment}.`,
    en: (moment: string) => `Answered at ${moment}.`,
  },
  signedReply: { vi: 'Văn bản trả lời đã ký', en: 'The signed reply' },
  signedOn: { vi: (day: string) => `Văn bản ngày ${day}.`, en: (day: string) => `Dated ${day}.` },
  downloadSigned: { vi: 'Tải văn bản đã ký', en: 'Download the signed reply (in Vietnamese)' },
  seePublic: { vi: 'Xem bản công khai', en: 'See the published version (in Vietnamese)' },
  said: { vi: 'Điều Ông/Bà đã gửi', en: 'What you sent' },
  erased: {
    vi: 'Lời đã gửi và thông tin liên hệ đã được xóa theo yêu cầu hoặc khi hết thời hạn lưu.',
    en: 'What was sent and the contact details have been erased, on request or because their term was over.',
  },
  unconfirmed: {
    vi: 'Thư điện tử chưa được xác nhận. Xác nhận rồi thì khi quên mã tra cứu, Ông/Bà tự lấy lại được.',
    en: 'Your e-mail address is not confirmed yet. Once it is, you can get a new look-up code by yourself when you have forgotten it.',
  },
  confirmButton: { vi: 'Gửi thư xác nhận', en: 'Send the e-mail that confirms it' },
  confirmed: {
    vi: 'Thư điện tử đã được xác nhận: quên mã tra cứu thì tự lấy lại được.',
    en: 'Your e-mail address is confirmed: you can get a new look-up code by yourself when you have forgotten it.',
  },
  proofs: { vi: 'Biên nhận và bằng chứng từng bước', en: 'Receipt and proof of each step' },
  ledger: { vi: 'Các bước trong nhật ký xử lý', en: 'The steps in the public ledger' },
  ledgerText: {
    vi: 'Mỗi bước có một mã băm trong [nhật ký xử lý](/so-cai). Lưu lại các mã này thì về sau chứng minh được bước ấy đã có và chưa bị sửa.',
    en: 'Each step has a hash in the [ledger (in Vietnamese)](/so-cai). With these hashes you can prove later that a step was there and has not been changed.',
  },
  ledgerWaiting: {
    vi: 'Đang chờ vào nhật ký xử lý, vài giây nữa.',
    en: 'On its way into the ledger, a few seconds more.',
  },
  ledgerEntry: {
    vi: (index: number) => `Nhật ký xử lý, mục ${index}`,
    en: (index: number) => `Ledger, entry ${index}`,
  },
});
