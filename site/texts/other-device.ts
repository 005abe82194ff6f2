// A letter that is begun on one device and goes on on another.
import { catalogue } from './catalogue.ts';

export const otherDevice = catalogue({
  carry: { vi: 'Viết tiếp trên máy khác', en: 'Continue on another device' },
  carryToSend: { vi: 'Gửi từ máy khác', en: 'Send from another device' },
  begunThere: {
    vi: 'Đã viết dở trên máy khác? [Nhập mã để viết tiếp](/phan-anh/gui/viet-tiep).',
    en: 'Begun on another device? [Enter its code to continue](/phan-anh/gui/viet-tiep).',
  },
  noCode: { vi: 'Không có mã viết tiếp', en: 'There is no code to continue with' },
  waitsUntil: {
    vi: (moment: string) => `Chưa có gì được gửi. Phần đang viết đợi máy khác đến ${moment}.`,
    en: (moment: string) =>
      `Nothing has been sent yet. What you wrote waits for the other device until ${moment}.`,
  },
  chooseThere: { vi: 'Trên máy kia, chọn một cách', en: 'On the other device, choose a way' },
  scan: { vi: 'Quét mã', en: 'Scan the code' },
  square: {
    vi: 'Mã QR mở phần đang viết trên máy khác',
    en: 'QR code that opens what you wrote on another device',
  },
  orType: { vi: 'Hoặc gõ mã', en: 'Or type the code' },
  openThere: {
    vi: (place: string) => `Mở trang **${place}** rồi gõ:`,
    en: (place: string) => `Open **${place}** and type:`,
  },
  copyLink: { vi: 'Sao chép đường dẫn', en: 'Copy the link' },
  whoHasIt: {
    vi: 'Ai có mã này đọc và gửi được phần đang viết',
    en: 'Whoever has this code can read and send what you wrote',
  },
  whoHasItText: {
    vi: 'Không đưa mã cho người khác. Mở trên máy kia xong thì mã hết tác dụng và phần đang viết không còn trên máy này. Tệp đã chọn đi cùng.',
    en: 'Give it to nobody. Once it is opened on the other device, the code stops working and what you wrote is no longer on this one. The files you chose go along.',
  },
  callBack: { vi: 'Xóa mã ngay, viết tiếp ở đây', en: 'Delete the code now, continue here' },
  backToForm: { vi: 'Trở lại biểu mẫu, giữ mã', en: 'Back to the form, keep the code' },
  noCodeText: {
    vi: 'Mã đã được dùng trên máy khác, đã bị xóa, hoặc phần đang viết không còn trên máy này. Muốn mang phần đang viết sang máy khác thì bấm “Viết tiếp trên máy khác” ở cuối biểu mẫu.',
    en: 'The code was used on another device or deleted, or what you wrote is no longer on this device. To move what you write to another device, press “Continue on another device” at the end of the form.',
  },
  openForm: { vi: 'Mở biểu mẫu', en: 'Open the form' },
  enterCode: { vi: 'Nhập mã viết tiếp', en: 'Enter a code' },
  goOn: { vi: 'Viết tiếp phiếu đã viết trên máy khác', en: 'Continue what you began on another device' },
  notOpened: { vi: 'Chưa mở được', en: 'It was not opened' },
  forgotten: { vi: 'Đã xóa', en: 'Deleted' },
  forgottenText: {
    vi: 'Phần viết dở dưới mã đó không còn trên cổng.',
    en: 'What was written under that code is no longer on this portal.',
  },
  code: { vi: 'Mã viết tiếp', en: 'Code' },
  codeHint: {
    vi: (days: number) =>
      `20 ký tự, hiện trên máy kia sau khi bấm “Viết tiếp trên máy khác”. Dùng được ${String(days).padStart(2, '0')} ngày.`,
    en: (days: number) =>
      `20 characters, shown on the other device after you press “Continue on another device”. It works for ${days} days.`,
  },
  replace: {
    vi: 'Bỏ phiếu đang viết dở trên máy này, lấy phiếu dưới mã.',
    en: 'Drop what is being written on this device and take what is under the code.',
  },
  sharedDevice: {
    vi: (hours: number) =>
      `Trên máy dùng chung: phiếu ở lại trình duyệt này ${String(hours).padStart(2, '0')} giờ sau lần bấm cuối. Xong việc thì bấm “Xóa bản nháp” ở cuối biểu mẫu.`,
    en: (hours: number) =>
      `On a shared device: it stays in this browser for ${hours} hours after you last pressed a button. When you have finished, press “Delete the draft” at the end of the form.`,
  },
  take: { vi: 'Viết tiếp trên máy này', en: 'Continue on this device' },
  forget: { vi: 'Xóa ngay phần dưới mã này', en: 'Delete what is under this code now' },
});
