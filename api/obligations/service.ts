// The report calendar of a year, and an officer's mark on it.
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { isWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { occurrencesOf } from './due.ts';
import { findFeed } from './feed-repository.ts';
import { periodWords } from './labels.ts';
import { insertMark, listMarks, seizeOccurrence } from './repository.ts';
import type { Obligation } from './schema.ts';
import { mayMark, standingOf } from './standing.ts';
import type { ObligationMark, ObligationYear, OccurrenceView } from './views.ts';

type Marks = Awaited<ReturnType<typeof listMarks>>;

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Everything owed in a year; the current year's list begins with what is still overdue from earlier years. */
export async function listObligationYear(
  portal: Portal,
  viewer: Pick<Viewer, 'id'>,
  asked: number | undefined,
): Promise<ObligationYear> {
  const { trackedFrom } = portal.content.obligations;
  const current = yearOf(localDate(portal.now()));
  const year = asked ?? current;
  const from = year === current ? Math.min(yearOf(trackedFrom), year) : year;
  const [occurrences, feed] = await Promise.all([
    listOccurrences(portal, { from, to: year }),
    findFeed(portal.db, viewer.id),
  ]);
  return {
    year,
    trackedFrom,
    occurrences: occurrences.filter((one) => one.year === year || one.state === 'late'),
    feedMadeAt: feed?.madeAt.toISOString() ?? null,
  };
}

/** Every occurrence of these years, by day; those without one last. */
export async function listOccurrences(
  portal: Portal,
  years: { from: number; to: number },
): Promise<OccurrenceView[]> {
  const marks = await listMarks(portal.db, years);
  const all = Array.from({ length: years.to - years.from + 1 }, (_, index) => years.from + index);
  return all
    .flatMap((year) =>
      portal.content.obligations.obligations.flatMap((obligation) =>
        yearOfOne(portal, obligation, year, marks),
      ),
    )
    .sort((one, other) =>
      (one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : one.dueOn === other.dueOn ? 0 : 1,
    );
}

/** Writes the mark, or nothing where the same was written already. Returns the occurrence as it is now. */
export async function markObligation(
  portal: Portal,
  viewer: Viewer,
  mark: ObligationMark,
): Promise<OccurrenceView> {
  const { obligation: id, year, period } = mark;
  const obligation = portal.content.obligations.obligations.find((one) => one.id === id);
  if (!obligation) throw new Problem('not-found', 'Không có nghĩa vụ này trong lịch.');
  const at = portal.now();
  refuseImpossible(portal, mark, localDate(at));
  await portal.db.transaction().execute(async (trx) => {
    const before = await seizeOccurrence(trx, mark);
    const last = before.at(-1);
    if (last && isSame(last, mark)) return;
    if ((last?.id ?? null) !== mark.after)
      throw new Problem(
        'stale',
        'Người khác vừa ghi mục này. Hãy xem lại dòng đang có rồi ghi tiếp nếu cần.',
      );
    if (!mayMark(before, mark.status))
      throw refused(
        '/status',
        mark.status === 'undone'
          ? 'Mục này chưa được ghi gì, nên không có gì để bỏ.'
          : 'Mục này đã ghi xong. Hãy bỏ lần ghi trước rồi ghi lại.',
      );
    await insertMark(trx, mark, viewer.id, at);
  });
  const marks = await listMarks(portal.db, { from: year, to: year });
  const found = yearOfOne(portal, obligation, year, marks).find((one) => one.period === period);
  // Known to be there: refuseImpossible has looked.
  if (!found) throw new Problem('not-found');
  return found;
}

const refused = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

function isSame(
  last: { status: string; on: string | null; evidence: string; reason: string },
  mark: ObligationMark,
) {
  return (
    last.status === mark.status &&
    last.on === ('on' in mark ? mark.on : null) &&
    last.evidence === (mark.status === 'done' ? mark.evidence : '') &&
    last.reason === mark.reason
  );
}

const mostTimes = 12;

function refuseImpossible(portal: Portal, mark: ObligationMark, today: string): void {
  const { obligation: id, year, period } = mark;
  const obligation = portal.content.obligations.obligations.find((one) => one.id === id);
  const calendar = currentCalendar(portal);
  const known = obligation && occurrencesOf(calendar, obligation, year, mostTimes);
  if (!known?.some((one) => one.period === period))
    throw refused('/period', 'Nghĩa vụ này không có kỳ đó trong năm.');
  if (mark.status === 'done' && mark.on > today)
    throw refused('/on', `Ngày làm xong không thể sau hôm nay (${vietnameseDate(today)}).`);
  if (mark.status === 'done' && mark.on < `${year - 1}-01-01`)
    throw refused('/on', `Ngày làm xong không thể trước ngày 01/01/${year - 1}.`);
  if (mark.status !== 'postponed') return;
  if (mark.on < today) throw refused('/on', `Hạn mới không thể trước hôm nay (${vietnameseDate(today)}).`);
  if (mark.on > `${year + 1}-12-31`) throw refused('/on', `Hạn mới không thể sau ngày 31/12/${year + 1}.`);
  if (!isWorkingDay(calendar, mark.on))
    throw refused('/on', `${vietnameseDate(mark.on)} là ngày nghỉ. Hãy chọn một ngày làm việc.`);
}

/** After events: one more line than were held, so that the next one can be written down too. */
function timesHeld(own: Marks): number {
  const held = own.map(({ period }) => Number(/^time-(\d+)$/.exec(period)?.[1] ?? 0));
  return held.length === 0 ? 0 : Math.min(Math.max(...held) + 1, mostTimes);
}

function yearOfOne(portal: Portal, obligation: Obligation, year: number, marks: Marks): OccurrenceView[] {
  const calendar = currentCalendar(portal);
  const today = localDate(portal.now());
  const { documents, obligations } = portal.content;
  const { trackedFrom } = obligations;
  const { id, title, kind, steps, form, note, rule } = obligation;
  const { document } = obligation.source;
  // What is held back from the library has no page to lead to.
  const source = { ...obligation.source, document: document && documents.has(document) ? document : null };
  const own = marks.filter((mark) => mark.obligation === id && mark.year === year);
  return occurrencesOf(calendar, obligation, year, timesHeld(own)).map(({ period, due }) => {
    const history = own.filter((mark) => mark.period === period);
    const standing = standingOf(due, history, { today, trackedFrom });
    const isOpen = standing.state === 'due' || standing.state === 'late';
    return {
      obligation: id,
      year,
      period,
      title,
      periodWords: periodWords(obligation, year, period),
      kind,
      steps,
      source,
      form,
      note,
      ...standing,
      rule: due,
      undated:
        rule.kind === 'unknown' ? rule.words : rule.kind === 'after-event' ? `sau ${rule.event}` : null,
      daysLeft: isOpen && standing.dueOn ? workingDaysBetween(calendar, today, standing.dueOn) : null,
      marks: history.toReversed().map(({ id: mark, status, on, evidence, reason, by, markedAt }) => ({
        id: mark,
        status,
        on,
        evidence,
        reason,
        by,
        at: markedAt.toISOString(),
      })),
    };
  });
}
