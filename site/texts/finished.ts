// Done with a device: what was taken away from it, and what stays.
import { catalogue } from './catalogue.ts';

export const finished = catalogue({
  title: { vi: 'Đã xóa mã khỏi máy này', en: 'The codes have been removed from this device' },
  lead: {
    vi: 'Hai mã đã ghi lại mở được hồ sơ từ bất kỳ máy nào.',
    en: 'With the two codes you wrote down you can open the case on any device.',
  },
  form: {
    vi: 'Biểu mẫu đã giữ để dùng khi mất mạng cũng đã xóa khỏi máy này.',
    en: 'The form that was kept for use without a connection has been deleted from this device too.',
  },
  stays: { vi: 'Còn lại trên máy này', en: 'Still on this device' },
  unsent: { vi: 'Số phiếu chưa gửi, hoặc chưa rõ đã gửi', en: 'Not sent yet, or not known to be' },
  unsentText: {
    vi: 'Những phiếu này không bị xóa. [Mở biểu mẫu](/phan-anh/gui) khi có mạng để gửi, hoặc để xóa.',
    en: 'This is not deleted. [Open the form](/phan-anh/gui) with a connection to send it, or to delete it.',
  },
  unseen: { vi: 'Số phiếu đã gửi mà chưa xem mã', en: 'Sent, but the codes have not been seen yet' },
  unseenText: {
    vi: '[Mở biểu mẫu](/phan-anh/gui) để ghi lại mã, rồi xóa.',
    en: '[Open the form](/phan-anh/gui) to write the codes down, then delete them.',
  },
  draft: {
    vi: 'Một bản nháp chưa gửi. [Mở biểu mẫu](/phan-anh/gui) để viết tiếp, hoặc để xóa.',
    en: 'A draft that was not sent. [Open the form](/phan-anh/gui) to go on with it, or to delete it.',
  },
  unknown: {
    vi: 'Chưa xem được máy này còn giữ phiếu nào không. [Mở biểu mẫu](/phan-anh/gui) để xem.',
    en: 'It could not be seen whether something still waits on this device. [Open the form](/phan-anh/gui) to see.',
  },
  home: { vi: 'Về trang chủ', en: 'Home' },
  follow: { vi: 'Xem hồ sơ đã gửi', en: 'Follow a case' },
});
