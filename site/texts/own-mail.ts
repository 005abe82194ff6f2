// A lost look-up code, and the address that is confirmed so that a new one can be sent to it.
import { catalogue } from './catalogue.ts';

export const ownMail = catalogue({
  lost: { vi: 'Quên mã tra cứu', en: 'Forgotten look-up code' },
  lostNotSent: { vi: 'Chưa gửi được đề nghị', en: 'Your request was not sent' },
  lostLead: {
    vi: 'Mã mới được tạo bằng đường dẫn gửi tới thư điện tử đã xác nhận cho hồ sơ.',
    en: 'A new code is made by a link that is sent to the confirmed e-mail address of the case.',
  },
  lostEmail: { vi: 'Thư điện tử đã ghi trong hồ sơ', en: 'E-mail address given in the case' },
  lostButton: { vi: 'Gửi đường dẫn tạo mã mới', en: 'Send the link to a new code' },
  lostOtherwise: {
    vi: 'Chưa xác nhận thư điện tử, hoặc không nhớ mã hồ sơ? [Báo mất mã tra cứu](/gop-y?loai=lost-code): cán bộ đối chiếu người gửi rồi cấp mã mới.',
    en: 'E-mail address not confirmed, or case number forgotten? [Report a lost code (in Vietnamese)](/gop-y?loai=lost-code): an officer checks who sent the case, then gives you a new code.',
  },
  lostTaken: { vi: 'Đã nhận đề nghị', en: 'Your request has been received' },
  lostTakenText: {
    vi: 'Nếu có hồ sơ mang mã này và địa chỉ vừa ghi đã được xác nhận cho hồ sơ, một thư có đường dẫn tạo mã mới sẽ đến trong vài phút. Xin xem cả hộp thư rác.',
    en: 'If there is a case with this number and the address you gave is confirmed for it, an e-mail with a link to a new code comes within minutes. Please look in your spam folder too.',
  },
  lostNoMail: {
    vi: 'Không thấy thư? [Báo mất mã tra cứu](/gop-y?loai=lost-code) để cán bộ đối chiếu rồi cấp mã mới.',
    en: 'No e-mail? [Report a lost code (in Vietnamese)](/gop-y?loai=lost-code): an officer checks who sent the case, then gives you a new code.',
  },
  renew: { vi: 'Tạo mã tra cứu mới', en: 'Make a new look-up code' },
  notRenewed: { vi: 'Chưa tạo được mã mới', en: 'No new code was made' },
  deadLink: {
    vi: 'Đường dẫn trong thư dùng được một lần và chỉ trong thời gian ghi trong thư.',
    en: 'The link of the e-mail works once, and only within the time that the e-mail names.',
  },
  deadLinkOtherwise: {
    vi: '[Nhận thư mới](/tra-cuu/quen-ma), hoặc [báo mất mã tra cứu](/gop-y?loai=lost-code) để cán bộ đối chiếu rồi cấp mã mới.',
    en: '[Get a new e-mail](/tra-cuu/quen-ma), or [report a lost code (in Vietnamese)](/gop-y?loai=lost-code): an officer checks who sent the case, then gives you a new code.',
  },
  renewLead: {
    vi: 'Bấm nút dưới đây thì mã cũ hết tác dụng ngay và mã mới hiện ra, một lần.',
    en: 'When you press the button, the old code stops working at once and the new one is shown, once.',
  },
  renewText: {
    vi: 'Máy nào đang mở hồ sơ bằng mã cũ cũng không xem được nữa. Không đề nghị đổi mã thì đóng trang này.',
    en: 'A device that has the case open by the old code cannot see it any more. If you did not ask for a new code, close this page.',
  },
  renewButton: { vi: 'Tạo mã mới', en: 'Make a new code' },
  confirm: { vi: 'Xác nhận thư điện tử', en: 'Confirm your e-mail address' },
  notConfirmed: { vi: 'Chưa xác nhận được', en: 'The address was not confirmed' },
  confirmAsked: { vi: 'Thư xác nhận đang được gửi', en: 'The e-mail that confirms it is on its way' },
  confirmAskedText: {
    vi: 'Xin mở đường dẫn trong thư trên máy này, trong khi hồ sơ còn mở. Thư đến trong vài phút.',
    en: 'It comes within minutes. Open its link on this device while the case is still open.',
  },
  confirmed: { vi: 'Địa chỉ đã được xác nhận', en: 'Your address is confirmed' },
  confirmedText: {
    vi: 'Khi quên mã tra cứu, Ông/Bà nhận được đường dẫn tạo mã mới tại địa chỉ này.',
    en: 'When you have forgotten the look-up code, a link to a new one can be sent to this address.',
  },
  confirmHow: {
    vi: 'Hãy mở hồ sơ rồi bấm “Gửi thư xác nhận”, hoặc mở đường dẫn trong thư đã nhận.',
    en: 'Open the case and press “Send the e-mail that confirms it”, or open the link of the e-mail you received.',
  },
  confirmLead: {
    vi: 'Xác nhận rằng địa chỉ vừa nhận thư là của người gửi hồ sơ.',
    en: 'Confirm that the address that received the e-mail belongs to the sender of the case.',
  },
  confirmCodes: {
    vi: 'Mở đường dẫn chưa đủ: địa chỉ gõ nhầm có thể là của người khác, nên cần cả mã tra cứu.',
    en: 'Opening the link is not enough: a mistyped address may be somebody else’s. So the look-up code is needed too.',
  },
  confirmButton: { vi: 'Xác nhận địa chỉ', en: 'Confirm the address' },
  see: { vi: 'Xem hồ sơ', en: 'See the case' },
  follow: { vi: 'Tra cứu hồ sơ', en: 'Follow a case' },
});
