// What happens with a sender's data, in five lines above the consent boxes.
import { catalogue } from './catalogue.ts';

export const privacyBrief = catalogue({
  purpose: {
    vi: '**Dùng để làm gì:** tiếp nhận, xử lý và trả lời phản ánh, kiến nghị này; không dùng cho việc khác.',
    en: '**What for:** to receive, handle and answer this feedback, and for nothing else.',
  },
  who: {
    vi: '**Ai được xem danh tính:** người tiếp nhận, Chánh Văn phòng, lãnh đạo Sở và người được giao xử lý.',
    en: '**Who may see who you are:** the receiving officer, the chief of office, the leadership of the department, and whoever is assigned to handle it.',
  },
  ground: {
    vi: '**Căn cứ:** Nghị định số 20/2008/NĐ-CP; Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.',
    en: '**Legal ground:** Decree No. 20/2008/ND-CP; Law on Personal Data Protection No. 91/2025/QH15.',
  },
  publication: {
    vi: '**Công khai:** không nêu địa chỉ, số điện thoại, thư điện tử của người gửi; tên chỉ được nêu khi chính người gửi chọn nêu tên.',
    en: '**What is published:** never your address, telephone number or e-mail; your name only if you choose so yourself.',
  },
  rights: {
    vi: (department: string, day: string) =>
      `**Quyền của Ông/Bà:** xem, sửa, rút lại đồng ý, yêu cầu xóa. Xem [thông báo đầy đủ của ${department}](/bao-ve-du-lieu), bản ngày ${day}.`,
    en: (_department: string, day: string) =>
      `**Your rights:** to see and correct your data, to withdraw consent, to ask for erasure. See [the full notice of the department](/bao-ve-du-lieu), version of ${day}.`,
  },
});
