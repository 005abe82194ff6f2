// The Vietnamese wording of the posting checklist.
import type { PlaceState, Term } from './schema.ts';

export const stateLabels: Record<PlaceState, string> = {
  done: 'Đã làm',
  'done-late': 'Đã làm, trễ hạn',
  late: 'Quá hạn',
  due: 'Chưa làm',
  'no-due': 'Chưa làm, chưa có hạn',
  'not-needed': 'Không phải làm',
};

export const fromLabels: Record<Term['from'], string> = {
  signed: 'từ ngày ký',
  received: 'từ ngày Sở nhận quyết định',
  effective: 'từ ngày có hiệu lực',
};

/** Why no day can be counted: the day from which it runs is not known. */
export const missingLabels: Record<Term['from'], string> = {
  signed: 'Chưa ghi ngày ký',
  received: 'Chưa ghi ngày Sở nhận quyết định',
  effective: 'Quyết định không ghi ngày có hiệu lực',
};

export const unitLabels: Record<Term['unit'], string> = {
  'working-days': 'ngày làm việc',
  'calendar-days': 'ngày',
};
