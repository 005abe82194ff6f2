// The form of a phản ánh, kiến nghị, its look-over, and what is said around them.
import { catalogue } from './catalogue.ts';

export const letter = catalogue({
  section: { vi: 'Phản ánh, kiến nghị', en: 'Feedback' },
  title: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send feedback' },
  faulty: { vi: (title: string) => `Có lỗi: ${title}`, en: (title: string) => `Error: ${title}` },
  notSent: { vi: 'Chưa gửi được', en: 'Not sent yet' },
  step: { vi: (step: number) => `Bước ${step}/3`, en: (step: number) => `Step ${step} of 3` },
  notReopened: { vi: 'Chưa mở lại được phần đã viết', en: 'What you wrote cannot be opened at the moment' },
  notReopenedText: {
    vi: 'Phần đã viết vẫn được giữ. Chờ vài phút rồi tải lại trang này, trước khi viết lại.',
    en: 'It is still kept. Wait a few minutes and reload this page before you write it again.',
  },
  keptText: {
    vi: 'Phần đã viết vẫn được giữ. Chờ vài phút rồi tải lại trang này.',
    en: 'It is still kept. Wait a few minutes and reload this page.',
  },
  filledAgain: {
    vi: 'Phần đang viết đã được điền lại. Muốn viết việc khác thì bấm [Xóa bản nháp](#xoa-ban-nhap) ở cuối trang.',
    en: 'What you were writing has been filled in again. To write about something else, press [Delete the draft](#xoa-ban-nhap) at the end of the page.',
  },
  inVietnamese: { vi: 'Viết bằng tiếng Việt', en: 'Please write in Vietnamese' },
  inVietnameseText: {
    vi: 'Nghị định 20/2008/NĐ-CP (Điều 7) đòi phản ánh, kiến nghị viết bằng tiếng Việt.',
    en: 'This form is in English, but the law asks that what you report is written in Vietnamese (Article 7, Decree No. 20/2008/ND-CP). The department may decline what is written in another language. E-mails about your case come in English; the answer of the department is in Vietnamese.',
  },
  notTaken: { vi: 'Nơi này không nhận khiếu nại, tố cáo', en: 'No complaints or denunciations here' },
  notTakenText: {
    vi: 'Muốn khiếu nại một quyết định, hoặc tố cáo một người vi phạm pháp luật? [Xem nơi gửi và cách gửi](/phan-anh#khieu-nai). Pháp luật giữ bí mật danh tính người tố cáo. Chưa chắc là loại nào? [Trả lời vài câu hỏi](/phan-anh/cach-gui) để chọn đúng nơi.',
    en: 'To complain against a decision (khieu nai), or to denounce somebody who breaks the law (to cao): [where and how (in Vietnamese)](/phan-anh#khieu-nai). The law keeps the identity of who denounces secret. Not sure which it is? [Answer a few questions (in Vietnamese)](/phan-anh/cach-gui).',
  },
  noLonger: {
    vi: (name: string) => `Thủ tục ${name} không còn áp dụng`,
    en: () => 'The procedure you came from no longer applies',
  },
  successorChosen: {
    vi: (name: string) =>
      `Ô “Thủ tục hành chính liên quan” đã chọn thủ tục thay thế: ${name}. Có thể chọn lại.`,
    en: () => 'The procedure that replaces it has been chosen in the form. You can choose another one.',
  },
  chooseOther: {
    vi: 'Hãy chọn thủ tục khác, hoặc để trống ô này và nêu tên thủ tục trong nội dung.',
    en: 'Choose another procedure, or leave it empty and name the procedure in your text.',
  },
  partLetter: { vi: '1. Nội dung phản ánh, kiến nghị', en: '1. What you report' },
  partPerson: { vi: '2. Người gửi', en: '2. Who sends it' },
  partPersonText: {
    vi: 'Pháp luật yêu cầu ghi tên, địa chỉ và cách liên hệ (Điều 7 Nghị định 20/2008/NĐ-CP). Danh tính của Ông/Bà không được công khai, trừ khi chính Ông/Bà yêu cầu nêu tên.',
    en: 'The law asks for your name, address and a way to reach you (Article 7, Decree No. 20/2008/ND-CP). Who you are is not published, unless you ask to be named.',
  },
  partData: { vi: '3. Dữ liệu cá nhân', en: '3. Personal data' },
  readNotice: {
    vi: 'Tôi đã đọc thông báo về dữ liệu cá nhân ở trên.',
    en: 'I have read the notice about personal data above.',
  },
  lookOver: { vi: 'Xem lại trước khi gửi', en: 'Look it over before sending' },
  discard: { vi: 'Xóa bản nháp', en: 'Delete the draft' },
  chooseAgain: { vi: 'Chọn lại', en: 'Choose again' },
  nothingSent: {
    vi: 'Chưa có gì được gửi. Hãy đọc lại, rồi bấm nút gửi ở cuối trang.',
    en: 'Nothing has been sent yet. Read it through, then press the button at the end of the page.',
  },
  alreadySent: { vi: 'Phản ánh, kiến nghị này đã gửi', en: 'This has been sent already' },
  noLetter: { vi: 'Không có phản ánh nào đang viết', en: 'Nothing is being written' },
  registered: {
    vi: (number: string) => `Đã vào sổ với mã hồ sơ ${number}. Không cần gửi lại.`,
    en: (number: string) => `It is in the register as case ${number}. There is no need to send it again.`,
  },
  seeReceipt: { vi: 'Xem giấy biên nhận', en: 'See the receipt' },
  writeOther: { vi: 'Viết việc khác', en: 'Write about something else' },
  draftTime: {
    vi: 'Phần đang viết được giữ 02 giờ sau lần bấm cuối, rồi tự xóa. Gửi xong cũng xóa.',
    en: 'What you write is kept for 2 hours after you last pressed a button, then deleted; also once it is sent.',
  },
  openForm: { vi: 'Mở biểu mẫu', en: 'Open the form' },
  seeCase: { vi: 'Xem hồ sơ đã gửi', en: 'Follow a case' },
  notChosen: { vi: 'Không chọn', en: 'Not chosen' },
  notGiven: { vi: 'Không điền', en: 'Not given' },
  didYouMean: {
    vi: (email: string) => `Có phải Ông/Bà muốn viết ${email}?`,
    en: (email: string) => `Do you mean ${email}?`,
  },
  didYouMeanText: {
    vi: (email: string) => `Địa chỉ đang ghi là ${email}. Nếu viết nhầm, bấm “Sửa lại”; nếu đúng, cứ gửi.`,
    en: (email: string) =>
      `The address you gave is ${email}. If that is a slip, press “Change it”; if it is right, just send.`,
  },
  send: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send' },
  edit: { vi: 'Sửa lại', en: 'Change it' },
  alike: { vi: 'Có thể đã có trả lời', en: 'There may be an answer already' },
  alikeText: {
    vi: 'Các trả lời đã công khai dưới đây nói về việc gần giống. Ông/Bà có thể đọc trước, hoặc cứ gửi nếu việc của Ông/Bà khác.',
    en: 'These published answers (in Vietnamese) are about something alike. You may read them first, or send yours if it is different.',
  },
  newTab: { vi: '(mở ở thẻ mới)', en: '(opens in a new tab)' },
  why: { vi: 'Vì sao hiện', en: 'Why it is shown' },
});
