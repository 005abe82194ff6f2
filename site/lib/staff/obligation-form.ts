// The form of the report calendar: which occurrence it was, what the API is told, and the page's order.
import type { ObligationMark, OccurrenceView } from '../../../api/obligations/views.ts';
import type { FieldErrors, Values } from '../form/form.ts';

type Key = Pick<OccurrenceView, 'obligation' | 'year' | 'period'>;

/** Of an occurrence; its fields carry it in front, because there are many such forms on the page. */
export const keyOf = ({ obligation, year, period }: Key) => `${obligation}-${year}-${period}`;

/** What the form says, unchecked: the API has the last word. Fields of another choice are left out. */
export function readMark(values: Values): ObligationMark {
  const { obligation, year, period, after, status, on, evidence = '', reason = '' } = values;
  const about = { obligation, year: Number(year), period, after: after ? Number(after) : null, status };
  if (status === 'done') return { ...about, on, evidence, reason } as ObligationMark;
  return { ...about, ...(status === 'postponed' && { on }), reason } as ObligationMark;
}

const fields = ['status', 'on', 'evidence', 'reason'];

/** Errors of the form as lines that lead to its fields; what is about no field stands alone. */
export function markErrors(errors: FieldErrors, { key = '', status }: Values): FieldErrors {
  const form = status === 'undone' ? `${key}-undo` : key;
  return errors.map(({ field, ...error }) => ({
    ...error,
    field: fields.includes(field) ? `${form}-${field}` : '',
  }));
}

/** The tone of a state's tag. */
export const stateTones: Record<
  OccurrenceView['state'],
  'success' | 'warning' | 'danger' | 'neutral' | 'info'
> = {
  done: 'success',
  'done-late': 'warning',
  'not-applicable': 'neutral',
  late: 'danger',
  due: 'info',
  'no-due': 'neutral',
  untracked: 'neutral',
};

export type Group = { id: string; title: string; about: string; collapsed: boolean; rows: OccurrenceView[] };

/** Overdue first, then month by month, then what has no day; what was due before anybody kept count, collapsed. */
export function groupsOf(occurrences: readonly OccurrenceView[]): Group[] {
  const late = occurrences.filter(({ state }) => state === 'late');
  const earlier = occurrences.filter(({ state }) => state === 'untracked');
  const rest = occurrences.filter(({ state }) => state !== 'late' && state !== 'untracked');
  const months = Map.groupBy(
    rest.filter(({ dueOn }) => dueOn !== null),
    ({ dueOn }) => dueOn?.slice(0, 7) ?? '',
  );
  const undated = rest.filter(({ dueOn }) => dueOn === null);
  const groups: Group[] = [
    { id: 'qua-han', title: 'Quá hạn', about: '', collapsed: false, rows: late },
    ...[...months].map(([month, rows]) => ({
      id: `thang-${month}`,
      title: `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`,
      about: '',
      collapsed: false,
      rows,
    })),
    {
      id: 'khong-ngay',
      title: 'Không ghi ngày',
      about:
        'Nguồn không ghi ngày cho các việc này; cổng không tự đặt ra. Khi có văn bản ấn định, ghi “Đổi hạn”.',
      collapsed: false,
      rows: undated,
    },
    {
      id: 'truoc-khi-theo-doi',
      title: 'Hạn trước ngày bắt đầu theo dõi',
      about:
        'Cổng không có thông tin các việc này đã làm hay chưa nên không tính là quá hạn. Vẫn ghi kết quả được.',
      collapsed: true,
      rows: earlier,
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
