// The Vietnamese wording of the report calendar.
import type { Obligation } from './schema.ts';
import type { Mark, State } from './standing.ts';

export const stateLabels: Record<State, string> = {
  done: 'Đã làm',
  'done-late': 'Đã làm, trễ hạn',
  'not-applicable': 'Không phải làm kỳ này',
  late: 'Quá hạn',
  due: 'Chưa làm',
  'no-due': 'Chưa làm, nguồn không ghi ngày',
  untracked: 'Hạn trước ngày bắt đầu theo dõi',
};

export const statusLabels: Record<Mark['status'], string> = {
  done: 'Đã làm',
  'not-applicable': 'Không phải làm kỳ này',
  postponed: 'Đổi hạn',
  undone: 'Bỏ lần ghi trước',
};

export const kindLabels: Record<Obligation['kind'], string> = {
  report: 'Báo cáo',
  plan: 'Kế hoạch',
  dialogue: 'Đối thoại',
};

export const certaintyLabels: Record<Obligation['source']['certainty'], string> = {
  confirmed: 'Kế hoạch năm nay đã ghi',
  'own-plan': 'Theo kế hoạch năm trước của Sở, chờ xác nhận',
  'other-province': 'Theo kế hoạch của tỉnh khác, chỉ để tham khảo, chờ xác nhận',
};

/** Forms of reports that an obligation names as its source of figures. */
export const formLabels: Record<string, string> = {
  'ii-05a': 'Biểu II.05a: kết quả xử lý phản ánh, kiến nghị',
  'ii-06a': 'Biểu II.06a: kết quả giải quyết thủ tục hành chính',
  'hai-long': 'Báo cáo mức độ hài lòng (kết quả đợt khảo sát)',
};

const periods: Record<string, string> = {
  q1: 'quý I',
  q2: 'quý II',
  q3: 'quý III',
  q4: 'quý IV',
  h1: '6 tháng',
};

/** `quý III năm 2026`, `năm 2027`, `lần 2 năm 2026`; a plan made in advance names the year that it is for. */
export function periodWords({ about }: Pick<Obligation, 'about'>, year: number, period: string): string {
  const of = `năm ${about === 'next-year' ? year + 1 : year}`;
  const part = periods[period] ?? period.replace(/^time-(\d+)$/, 'lần $1');
  return part === 'year' ? of : `${part} ${of}`;
}
