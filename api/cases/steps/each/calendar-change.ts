// The working calendar was edited, and the dates of the case moved.
import { openStates } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const calendarChange = {
  from: openStates,
  to: [],
  by: ['QT'],
  label: 'Lịch làm việc thay đổi, hạn tính lại',
  source: 'Điều 147-148 Bộ luật Dân sự 2015; nội bộ',
  told: { sentence: 'Lịch làm việc thay đổi; hạn được tính lại.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
