// What is said of a step of a way to who does not see its mark.
import { catalogue } from './catalogue.ts';

export const timeline = catalogue({
  done: { vi: 'Đã xong', en: 'Done' },
  current: { vi: 'Đang ở bước này', en: 'Now at this step' },
  todo: { vi: 'Chưa đến', en: 'Still to come' },
});
