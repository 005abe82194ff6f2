// An address where there is nothing.
import { catalogue } from './catalogue.ts';

export const missing = catalogue({
  title: { vi: 'Không tìm thấy trang', en: 'Page not found' },
  heading: { vi: 'Không tìm thấy trang này', en: 'There is no such page' },
  lead: {
    vi: 'Địa chỉ có thể đã gõ nhầm, hoặc trang đã được đổi chỗ.',
    en: 'The address may be mistyped, or the page has moved.',
  },
  label: { vi: 'Tìm một thủ tục', en: 'Find a procedure' },
  hint: {
    vi: 'Tên thủ tục, từ khóa hoặc mã số',
    en: 'In English or Vietnamese: a name, a few words, or a code',
  },
  find: { vi: 'Tìm thủ tục', en: 'Search' },
  onwards: { vi: 'Hoặc đi tiếp từ đây', en: 'Or go on from here' },
  procedures: { vi: '[Danh sách thủ tục](/thu-tuc)', en: '[List of procedures (in Vietnamese)](/thu-tuc)' },
  send: { vi: '[Gửi phản ánh, kiến nghị](/phan-anh)', en: '[Send feedback](/phan-anh/gui)' },
  follow: {
    vi: '[Tra cứu hồ sơ bằng mã hồ sơ và mã tra cứu](/tra-cuu)',
    en: '[Follow a case by its number and look-up code](/tra-cuu)',
  },
  report: {
    vi: '[Báo liên kết hỏng, góp ý về trang](/gop-y)',
    en: '[Report a broken link (in Vietnamese)](/gop-y)',
  },
  hotline: { vi: '[Đường dây nóng](/duong-day-nong)', en: '[Hotline](/duong-day-nong)' },
  home: { vi: '[Trang chủ](/)', en: '[Home](/)' },
});
