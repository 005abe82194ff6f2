// The system failed, or is away for a while.
import { catalogue } from './catalogue.ts';

export const failed = catalogue({
  title: { vi: 'Hệ thống đang tạm ngừng', en: 'Out of service for the moment' },
  heading: {
    vi: 'Hệ thống đang tạm ngừng, chưa làm được việc vừa yêu cầu',
    en: 'The system is out of service for the moment and could not do this',
  },
  lead: {
    vi: 'Lỗi ở phía hệ thống, không phải do Ông/Bà.',
    en: 'The fault lies with the system, not with you.',
  },
  what: { vi: 'Việc nên làm', en: 'What to do' },
  sending: {
    vi: '**Vừa gửi phản ánh?** Nếu chưa thấy trang có mã hồ sơ thì coi như chưa gửi được. Bấm nút quay lại của trình duyệt: những gì đã gõ thường vẫn còn. Chờ vài phút rồi gửi lại; gửi lại cùng một biểu mẫu không tạo ra hai hồ sơ.',
    en: '**Were you sending feedback?** If you saw no page with a case number, take it as not sent. Press the back button of your browser: what you typed is usually still there. Wait a few minutes and send it again; the same form sent twice does not become two cases.',
  },
  following: {
    vi: '**Đang tra cứu?** Hồ sơ của Ông/Bà vẫn được giữ. Hãy thử lại sau vài phút.',
    en: '**Were you following a case?** Your case is safe. Try again in a few minutes.',
  },
  urgent: {
    vi: '**Cần gấp?** Gọi hoặc viết theo các kênh ở trang [Đường dây nóng](/duong-day-nong); trang này vẫn mở được.',
    en: '**Is it urgent?** Call or write by one of the channels of the [hotline](/duong-day-nong); that page still opens.',
  },
  hotline: { vi: 'Xem đường dây nóng', en: 'See the hotline' },
  home: { vi: 'Về trang chủ', en: 'Home' },
});
