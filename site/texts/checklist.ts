// The papers of a procedure, to be ticked.
import { catalogue } from './catalogue.ts';

export const checklist = catalogue({
  everyCase: { vi: 'Mọi trường hợp', en: 'In every case' },
  form: { vi: 'Tải mẫu', en: 'Download the form' },
  ticks: {
    vi: 'Dấu tích chỉ ở trên máy của Ông/Bà, không gửi đi đâu',
    en: 'Your ticks stay on this device and are sent nowhere',
  },
  ticksKept: {
    vi: ', và còn đó khi Ông/Bà mở lại trang này',
    en: ', and they are still there when you open this page again',
  },
  print: { vi: 'In một trang để mang theo', en: 'Print one page to take along' },
  clear: { vi: 'Bỏ mọi dấu tích', en: 'Clear all ticks' },
});
