// A due date and how it is counted.
import { catalogue } from './catalogue.ts';

export const due = catalogue({
  answerBy: { vi: 'Hạn trả lời', en: 'Answer by' },
  howCounted: { vi: 'Cách đếm ngày', en: 'How the days are counted' },
  notCounted: { vi: 'Không tính: ', en: 'Not counted: ' },
  weekend: { vi: 'Cuối tuần', en: 'Weekend' },
  dayOff: { vi: 'Ngày nghỉ', en: 'Public holiday' },
  day: { vi: 'Ngày', en: 'Day' },
  due: { vi: 'Hạn', en: 'Due' },
});
