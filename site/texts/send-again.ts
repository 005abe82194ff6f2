// A form that was not taken: what was typed is still there.
import { catalogue } from './catalogue.ts';

export const sendAgain = catalogue({
  kept: {
    vi: 'Chưa ghi được gì, nhưng nội dung vừa gõ vẫn còn ở trang này',
    en: 'Nothing was recorded, but what you typed is still on this page',
  },
  stay: {
    vi: 'Đừng đóng trang này trước khi gửi lại. Tệp đính kèm chọn lúc nãy phải chọn lại.',
    en: 'Do not close this page before you have sent it again. Files have to be chosen again.',
  },
  again: { vi: 'Gửi lại', en: 'Send again' },
  open: { vi: 'Mở lại biểu mẫu', en: 'Open the form again' },
  hotline: { vi: 'Xem đường dây nóng', en: 'See the hotline' },
  otherwise: {
    vi: 'Gửi mãi không được thì gọi hoặc viết theo các kênh ở trang [Đường dây nóng](/duong-day-nong); cơ quan sẽ ghi lại giúp.',
    en: 'If it cannot be sent at all, call or write by one of the channels of the [hotline](/duong-day-nong); the department will write it down for you.',
  },
  words: { vi: 'Nội dung vừa gõ, chưa được ghi', en: 'What you typed, not recorded yet' },
  wordsText: {
    vi: 'Chọn và sao chép được. Nội dung này chỉ có ở trang này: đừng đóng trang khi chưa gửi lại.',
    en: 'You can select and copy it. It is on this page only: do not close the page before you have sent it again.',
  },
  files: {
    vi: '**Tệp đã chọn không giữ lại được, hãy chọn lại:**',
    en: '**The files you chose could not be kept, choose them again:**',
  },
  typed: { vi: 'Nội dung đã nhập', en: 'What was typed' },
});
