// The form of a calendar change: one range of days and, for a swap, one make-up day, as the API's list of days.
import { dateOf, dayNumber, isWeekend, typedDate, vietnameseDate } from '../../../api/dates/dates.ts';
import type { DayChange } from '../../../api/recount/edit-schema.ts';
import { dayKindLabels } from '../../../api/calendar/labels.ts';
import type { ProblemBody } from '../../../api/problems/problem.ts';
import { errorsOf, type FieldErrors, type Values } from '../form/form.ts';

/** The fields that the confirming form carries on. */
export const changeFields = ['from', 'to', 'kind', 'reason', 'decision', 'certainty', 'makeUp'] as const;

export type ReadChange = { changes: DayChange[]; errors: FieldErrors };

/** What the form says, unchecked but for the range; the API has the last word. Weekends in a range off are left out. */
export function readChange(values: Values): ReadChange {
  const { kind = '', reason = '', decision = '', certainty = 'decided' } = values;
  const [from, to, makeUp] = [values['from'], values['to'], values['makeUp']].map((typed) =>
    typedDate((typed ?? '').slice(0, 40)),
  ) as [string, string, string];
  const rest = { decision, certainty };
  const first = { date: from, kind: kind === 'published' ? null : kind, reason, ...rest };
  const range = rangeOf(from, to);
  if (!range)
    return {
      changes: [],
      errors: [{ field: 'to', text: 'Ngày cuối phải là một ngày sau ngày đầu, trong vòng 60 ngày.' }],
    };
  const days = range
    .filter((date) => range.length === 1 || kind !== 'off' || !isWeekend(dayNumber(date)))
    .map((date) => ({ ...first, date }));
  const madeUp = makeUp
    ? [{ date: makeUp, kind: 'work', reason: `Làm bù cho ngày nghỉ ${shown(from)}`, ...rest }]
    : [];
  return { changes: [...days, ...madeUp] as DayChange[], errors: [] };
}

/** The dates from one to another; the first alone without a second; undefined when they make no range. */
function rangeOf(from: string, to: string): string[] | undefined {
  if (to === '' || to === from) return [from];
  try {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (last < first || last - first > 60) return undefined;
    return Array.from({ length: last - first + 1 }, (_, index) => dateOf(first + index));
  } catch {
    return undefined;
  }
}

function shown(date: string): string {
  try {
    return vietnameseDate(date);
  } catch {
    return date;
  }
}

/** A refusal tied to the fields of this form; several days with one fault are one line. */
export function changeErrors(problem: ProblemBody, { changes }: ReadChange, values: Values): FieldErrors {
  const lines = (problem.errors ?? []).map(({ pointer, detail }) => {
    const [, list, index, field = ''] = pointer.split('/');
    if (list === 'reason') return { field: 'why', text: detail };
    const isMakeUp = values['makeUp'] && Number(index) === changes.length - 1;
    return { field: isMakeUp ? 'makeUp' : field === 'date' || field === '' ? 'from' : field, text: detail };
  });
  if (lines.length === 0) return errorsOf(problem);
  return [...new Map(lines.map((line) => [`${line.field} ${line.text}`, line])).values()];
}

/** The reason as it may stand in every case that moves; the officer edits it before confirming. */
export function reasonOf({ changes }: ReadChange): string {
  const days = changes.map(({ date, kind }) => {
    const what = kind === null ? 'trở lại lịch đã công bố' : dayKindLabels[kind].label.toLowerCase();
    return `${shown(date)} ${what}`;
  });
  const [first] = changes;
  return `Lịch làm việc thay đổi: ${days.join('; ')}. ${first ? `${first.reason}. Căn cứ: ${first.decision}.` : ''}`.trim();
}
