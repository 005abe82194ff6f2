// The entries of the main navigation.
import { catalogue } from './catalogue.ts';

export const navigation = catalogue({
  procedures: { vi: 'Thủ tục', en: 'Procedures' },
  feedback: { vi: 'Phản ánh, kiến nghị', en: 'Send feedback' },
  cases: { vi: 'Tra cứu hồ sơ', en: 'Follow a case' },
  answers: { vi: 'Trả lời công khai', en: 'Public answers' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  hotline: { vi: 'Đường dây nóng', en: 'Hotline' },
});
