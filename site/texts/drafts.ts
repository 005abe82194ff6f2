// The draft that a sender may keep on the own device.
import { catalogue } from './catalogue.ts';

export const drafts = catalogue({
  keep: { vi: 'Giữ bản nháp trên máy này', en: 'Keep a draft on this device' },
  keepHint: {
    vi: 'Chỉ chọn trên máy riêng: ai dùng chung máy cũng đọc được. Máy giữ phần Ông/Bà kể ở trên, không giữ tên, địa chỉ, cách liên hệ và tệp đính kèm. Bỏ chọn là xóa ngay; gửi xong hoặc sau 07 ngày thì tự xóa.',
    en: 'Only on a device of your own: everybody who uses it can read the draft. What you report above is kept, but not your name, address, contact details and files. Untick it to delete the draft at once; it is also deleted once you have sent it, or after 7 days.',
  },
  draft: { vi: 'Bản nháp', en: 'Draft' },
  dropAndWrite: { vi: 'Xóa bản nháp, viết việc khác', en: 'Delete the draft, write about something else' },
});
