// Files that go with a letter.
import { catalogue } from './catalogue.ts';

export const attachmentTexts = catalogue({
  hint: {
    vi: 'Nhiều nhất 5 tệp: ảnh JPEG, PNG, WebP, HEIC, tệp PDF, Word (DOCX), Excel (XLSX). Mỗi tệp không quá 10 MB, tất cả không quá 25 MB. Vị trí chụp và thông tin ẩn trong ảnh được xóa; ảnh HEIC của iPhone được đổi thành JPEG; tệp PDF, Word, Excel giữ nguyên.',
    en: 'At most 5 files: JPEG, PNG, WebP or HEIC pictures, PDF, Word (DOCX), Excel (XLSX). Each at most 10 MB, all together at most 25 MB. Place and hidden data of pictures are removed; HEIC pictures become JPEG; PDF, Word and Excel files stay as they are.',
  },
  label: { vi: 'Tệp đính kèm', en: 'Attached files' },
  more: { vi: 'Thêm tệp đính kèm', en: 'Attach more files' },
  progress: { vi: 'Phần đã gửi', en: 'Share sent so far' },
  stop: { vi: 'Dừng gửi', en: 'Stop sending' },
  uploaded: {
    vi: (count: number) => `Tệp đã gửi lên: ${count}. Đánh dấu tệp muốn bỏ.`,
    en: (count: number) => `Files uploaded: ${count}. Tick those you want to take away.`,
  },
  drop: { vi: (name: string) => `Bỏ “${name}”`, en: (name: string) => `Take away “${name}”` },
  dropFile: { vi: 'Bỏ', en: 'Take away' },
  ofFile: { vi: (name: string) => ` tệp ${name}`, en: (name: string) => ` the file ${name}` },
  kept: {
    vi: 'Tệp được giữ tạm trên máy chủ 24 giờ, chỉ vào hồ sơ khi Ông/Bà bấm gửi.',
    en: 'The files wait on the server for 24 hours; they go into the case only when you send it.',
  },
  gone: { vi: 'Tệp đã xóa', en: 'File deleted' },
  download: { vi: (name: string) => `Tải ${name}`, en: (name: string) => `Download ${name}` },
});
