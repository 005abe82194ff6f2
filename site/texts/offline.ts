// The form without a line: keeping it, what waits on the device, and what has become of it.
import { catalogue } from './catalogue.ts';

export const offline = catalogue({
  title: { vi: 'Khi không có mạng', en: 'Without a connection' },
  hint: {
    vi: 'Chỉ chọn trên máy riêng. Máy giữ biểu mẫu; phiếu viết khi mất mạng được khóa trong trình duyệt này và gửi khi Ông/Bà mở trang này mà có mạng. Ai dùng trình duyệt này cũng mở được.',
    en: 'Only on a device of your own. The device keeps this form; what you write without a connection is locked in this browser, and sent when you open this page with a connection. Everybody who uses this browser can open it.',
  },
  keep: {
    vi: 'Giữ biểu mẫu này trên máy để dùng khi mất mạng',
    en: 'Keep this form on the device for use without a connection',
  },
  clear: {
    vi: 'Xóa biểu mẫu và mọi phiếu chờ gửi khỏi máy này',
    en: 'Delete the form and all that waits to be sent from this device',
  },
  clearSure: {
    vi: (unsent: number, codes: number) => {
      const parts = [
        ...(unsent > 0 ? [`${unsent} phiếu chưa gửi`] : []),
        ...(codes > 0 ? [`mã của ${codes} hồ sơ, không xem lại được`] : []),
      ];
      return `Bấm lần nữa để xóa cả ${parts.join(' và ')}`;
    },
    en: (unsent: number, codes: number) => {
      const parts = [
        ...(unsent > 0 ? [`what was not sent (${unsent})`] : []),
        ...(codes > 0 ? [`codes that cannot be shown again (${codes})`] : []),
      ];
      return `Press again to delete ${parts.join(' and ')} too`;
    },
  },
  clearLater: {
    vi: 'Đang gửi một phiếu. Chờ gửi xong rồi bấm xóa lần nữa.',
    en: 'Something is being sent. Wait until it is done, then press delete again.',
  },
  cleared: {
    vi: 'Đã xóa biểu mẫu và mọi phiếu khỏi máy này.',
    en: 'The form and all that waited have been deleted from this device.',
  },
  keeping: { vi: 'Đang giữ biểu mẫu trên máy này…', en: 'Keeping the form on this device…' },
  kept: {
    vi: 'Đã giữ. Khi mất mạng, mở lại địa chỉ này vẫn viết được.',
    en: 'Kept. Without a connection, open this address again to write.',
  },
  notKept: {
    vi: 'Chưa giữ được trên máy này. Hãy thử lại khi mạng tốt hơn.',
    en: 'It could not be kept on this device. Try again when the connection is better.',
  },
  wait: { vi: 'Giữ lại, gửi khi có mạng', en: 'Keep it, send it when there is a connection' },
  missing: {
    vi: (sentences: string) => `Không có mạng, và phiếu còn thiếu: ${sentences}`,
    en: (sentences: string) => `There is no connection, and something is missing: ${sentences}`,
  },
  mayWait: {
    vi: 'Không có mạng nên chưa gửi gì. Máy này có thể giữ phiếu lại và gửi khi Ông/Bà mở trang này mà có mạng.',
    en: 'There is no connection, so nothing was sent. This device can keep it and send it when you open this page with a connection.',
  },
  noRoom: {
    vi: 'Máy không giữ được phiếu này (hết chỗ chứa). Chữ vẫn còn trên trang; đừng đóng trang.',
    en: 'The device could not keep it (no room left). Your words are still on this page; do not close it.',
  },
  taken: {
    vi: (moment: string, number: string) => `Sở đã nhận lúc ${moment}, mã hồ sơ ${number}.`,
    en: (moment: string, number: string) => `Received at ${moment}, case number ${number}.`,
  },
  codes: {
    vi: (secret: string, day: string) => `Mã tra cứu (giữ kín): ${secret}. Hạn trả lời ${day}.`,
    en: (secret: string, day: string) => `Look-up code (keep it secret): ${secret}. Answer by ${day}.`,
  },
  dropTaken: {
    vi: 'Đã ghi lại hai mã, xóa khỏi máy này',
    en: 'I have written down both codes, delete them from this device',
  },
  takenBefore: {
    vi: (moment: string) =>
      `Sở đã nhận phiếu viết lúc ${moment} từ trước; mã tra cứu lúc đó không xem lại được ở đây. Không còn mã thì mở “Tra cứu”, chọn “Quên mã tra cứu”.`,
    en: (moment: string) =>
      `What you wrote at ${moment} was received before; its look-up code cannot be shown here any more. If you do not have it, open “Follow a case” and choose “Forgotten the look-up code?”.`,
  },
  dropRead: { vi: 'Đã đọc, xóa khỏi máy này', en: 'I have read this, delete it from this device' },
  refused: {
    vi: (moment: string) => `Sở chưa nhận phiếu viết lúc ${moment}: `,
    en: (moment: string) => `What you wrote at ${moment} was not accepted: `,
  },
  unsure: {
    vi: (moment: string) =>
      `Phiếu viết lúc ${moment}: mạng ngắt khi đang gửi, chưa rõ Sở đã nhận hay chưa. Có mạng, trang này hỏi lại Sở; không thành hai hồ sơ.`,
    en: (moment: string) =>
      `Written at ${moment}: the line broke while sending, and it is not certain whether it was received. With a connection this page asks again; it will not become two cases.`,
  },
  waits: {
    vi: (moment: string) => `Chưa gửi: phiếu viết lúc ${moment} đang chờ mạng trên máy này.`,
    en: (moment: string) => `Not sent: what you wrote at ${moment} waits on this device for a connection.`,
  },
  takeBack: { vi: 'Lấy lại vào biểu mẫu để sửa', en: 'Put it back into the form to correct it' },
  takeBackSure: {
    vi: 'Bấm lần nữa để lấy lại; chữ đang viết trong biểu mẫu bị thay',
    en: 'Press again to put it back; what you are writing in the form is replaced',
  },
  takenBack: {
    vi: 'Đã điền lại vào biểu mẫu. Tệp đính kèm phải chọn lại. Phiếu cũ vẫn nằm ở trên; gửi xong phiếu đã sửa thì bấm xóa.',
    en: 'It is in the form again. Files have to be chosen again. The old one still stands above; delete it once you have sent the corrected one.',
  },
  sendNow: { vi: 'Gửi ngay', en: 'Send it now' },
  drop: { vi: 'Xóa phiếu này', en: 'Delete it' },
  dropSure: {
    vi: 'Bấm lần nữa để xóa, phiếu sẽ không được gửi',
    en: 'Press again to delete it; it will not be sent',
  },
});
