// What a sender may do with the own case, and what is said when it is done.
import { catalogue } from './catalogue.ts';

export const ownSteps = catalogue({
  supply: { vi: 'Bổ sung thông tin', en: 'Add the information asked for' },
  supplyButton: { vi: 'Gửi bổ sung', en: 'Send it' },
  supplyText: { vi: 'Thông tin bổ sung', en: 'What you add' },
  rate: { vi: 'Đánh giá việc trả lời', en: 'Rate the answer' },
  rateButton: { vi: 'Gửi đánh giá', en: 'Send the rating' },
  rateUntil: {
    vi: (day: string) => `Đánh giá được đến hết ngày ${day}.`,
    en: (day: string) => `You can rate it until ${day}.`,
  },
  noReason: { vi: 'Không nêu lý do', en: 'No reason given' },
  continue: { vi: 'Tiếp tục phản ánh', en: 'Continue the case' },
  continueText: {
    vi: 'Khi Ông/Bà chưa đồng ý với câu trả lời hoặc có tình tiết mới. Hồ sơ trở lại khâu phân loại và có hạn trả lời mới.',
    en: 'When you do not agree with the answer or when there is something new. The case is classified again and gets a new due date.',
  },
  continueLabel: { vi: 'Tình tiết mới, điểm chưa đồng ý', en: 'What is new, or what you do not agree with' },
  continueHint: { vi: 'Ít nhất 20 ký tự.', en: 'At least 20 characters. In Vietnamese.' },
  remark: { vi: 'Nói thêm', en: 'Add something' },
  remarkFiles: { vi: 'Nói thêm, gửi thêm tệp', en: 'Add something, send more files' },
  remarkButton: { vi: 'Gửi thêm', en: 'Send it' },
  remarkLabel: { vi: 'Điều muốn nói thêm', en: 'What you want to add' },
  contact: { vi: 'Sửa thông tin liên hệ', en: 'Correct your contact details' },
  contactButton: { vi: 'Lưu thông tin liên hệ', en: 'Save the contact details' },
  contactText: {
    vi: 'Thông tin cũ không hiện ở đây để người khác nhìn vào máy không đọc được. Ghi lại đủ thông tin mới.',
    en: 'The old details are not shown here, so that nobody looking at your screen can read them. Write all of the new ones.',
  },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  phoneHint: {
    vi: 'Cần số điện thoại hoặc thư điện tử, ít nhất một.',
    en: 'A telephone number or an e-mail address is needed, at least one of them.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  name: { vi: 'Ẩn hay nêu tên khi công khai', en: 'Hide or show your name when the result is published' },
  nameButton: { vi: 'Lưu lựa chọn', en: 'Save the choice' },
  nameText: {
    vi: 'Kết quả xử lý được công khai (Điều 19 Nghị định 20/2008/NĐ-CP). Đổi được cho đến khi công khai.',
    en: 'Results are published (Article 19, Decree No. 20/2008/ND-CP). You can change this until then.',
  },
  nameLegend: { vi: 'Khi kết quả được công khai', en: 'When the result is published' },
  hide: { vi: 'Ẩn tên tôi', en: 'Hide my name' },
  hideHint: {
    vi: 'Cách thường dùng; câu trả lời công khai không nêu người gửi.',
    en: 'The usual way; the published answer does not say who sent it.',
  },
  show: { vi: 'Được nêu tên tôi', en: 'My name may be shown' },
  showHint: {
    vi: 'Địa chỉ, số điện thoại, thư điện tử vẫn không bao giờ công khai.',
    en: 'Address, telephone number and e-mail are never published.',
  },
  rotate: { vi: 'Đổi mã tra cứu', en: 'Change the look-up code' },
  rotateButton: { vi: 'Cấp mã mới, bỏ mã cũ', en: 'Give me a new code, drop the old one' },
  rotateText: {
    vi: 'Dùng khi Ông/Bà ngại người khác đã thấy mã. Mã cũ mất tác dụng ngay; mã mới hiện một lần.',
    en: 'For when somebody else may have seen the code. The old one stops working at once; the new one is shown once.',
  },
  withdraw: { vi: 'Rút phản ánh, kiến nghị', en: 'Withdraw' },
  withdrawText: {
    vi: 'Cơ quan sẽ dừng xử lý. Hồ sơ vẫn nằm trong sổ tiếp nhận.',
    en: 'The department stops handling it. The case stays in the register.',
  },
  withdrawLabel: { vi: 'Lý do rút', en: 'Why you withdraw' },
  withdrawConfirm: { vi: 'Tôi muốn rút phản ánh, kiến nghị này.', en: 'I want to withdraw this feedback.' },
});

/** What the notice after each step says. */
export const doneTexts = catalogue({
  supply: {
    vi: 'Đã gửi bổ sung. Thời hạn chạy tiếp từ hôm nay.',
    en: 'What you added has been sent. The time limit runs on from today.',
  },
  remark: { vi: 'Đã gửi thêm.', en: 'It has been added.' },
  continue: {
    vi: 'Hồ sơ đã trở lại khâu phân loại, với hạn trả lời mới.',
    en: 'The case is being classified again and has a new due date.',
  },
  withdraw: { vi: 'Đã rút phản ánh, kiến nghị.', en: 'Your feedback has been withdrawn.' },
  'correct-contact': { vi: 'Đã lưu thông tin liên hệ mới.', en: 'The new contact details have been saved.' },
  'choose-name': {
    vi: 'Đã lưu cách nêu tên khi công khai.',
    en: 'Your choice about your name has been saved.',
  },
  rate: { vi: 'Cảm ơn Ông/Bà đã đánh giá.', en: 'Thank you for your rating.' },
});
