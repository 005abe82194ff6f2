// The foot of every page.
import { catalogue } from './catalogue.ts';

export const foot = catalogue({
  services: { vi: 'Dịch vụ', en: 'Services' },
  find: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  send: { vi: 'Gửi phản ánh, kiến nghị', en: 'Send feedback' },
  follow: { vi: 'Xem hồ sơ đã gửi', en: 'Follow a case' },
  hotline: { vi: 'Đường dây nóng và nơi tiếp nhận', en: 'Hotline and where to turn' },
  about: { vi: 'Về cổng', en: 'About this portal' },
  privacy: { vi: 'Bảo vệ dữ liệu cá nhân', en: 'Personal data' },
  data: { vi: 'Dữ liệu mở', en: 'Open data and programming interfaces (in Vietnamese)' },
  named: {
    vi: 'Trang này có bản tiếng Anh.',
    en: 'English pages are a service to foreign experts and companies. The Vietnamese text governs.',
  },
  unofficial: {
    vi: 'Tên tiếng Anh trên đây là lời diễn giải; tên chính thức:',
    en: 'The English name above is a description, not an official name. Official name:',
  },
  ground: {
    vi: 'Căn cứ: Nghị định 20/2008/NĐ-CP về tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính (sửa đổi, bổ sung bởi Nghị định 48/2013/NĐ-CP và Nghị định 92/2017/NĐ-CP).',
    en: 'Legal ground: Decree No. 20/2008/ND-CP on receiving and handling feedback and petitions of individuals and organisations about administrative rules (amended by Decree No. 48/2013/ND-CP and Decree No. 92/2017/ND-CP).',
  },
  notTaken: {
    vi: 'Kênh này không tiếp nhận khiếu nại, tố cáo. [Xem nơi gửi khiếu nại, tố cáo](/phan-anh)',
    en: 'Complaints against a decision (khieu nai) and denunciations (to cao) are not received here. [Where to send them (in Vietnamese)](/phan-anh)',
  },
});
