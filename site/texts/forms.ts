// What every form says of itself, whatever it asks.
import { catalogue } from './catalogue.ts';

export const forms = catalogue({
  optional: { vi: '(không bắt buộc)', en: '(optional)' },
  error: { vi: 'Lỗi: ', en: 'Error: ' },
  mend: { vi: 'Hãy sửa những chỗ sau rồi gửi lại', en: 'Correct the following, then send again' },
  unsure: {
    vi: 'Chưa rõ đã ghi nhận hay chưa',
    en: 'It is not certain whether this has been recorded',
  },
  change: { vi: 'Sửa', en: 'Change' },
  chooseFile: { vi: 'Chọn tệp', en: 'Choose files' },
  takePhotograph: { vi: 'Chụp ảnh', en: 'Take a photo' },
  filesShownLater: {
    vi: 'Tên tệp hiện ra sau khi bấm nút cuối biểu mẫu.',
    en: 'The names of the files appear after you press the button at the end of the form.',
  },
});
