// The posting checklist of every decision, and an officer's mark on it.
import { currentCalendar } from '../calendar/current.ts';
import { localDate, vietnameseDate } from '../calendar/dates.ts';
import type { Decision } from '../decisions/schema.ts';
import { Problem } from '../http/problem.ts';
import type { Portal } from '../portal.ts';
import { findPublishedTimes } from '../publishing/repository.ts';
import type { Viewer } from '../staff/roles.ts';
import { inUrgency, placeView } from './due.ts';
import { insertMark, listMarks, seizePlace } from './repository.ts';
import type { ChecklistView, PostingMark } from './schema.ts';

/** Every decision with its places; the longest overdue first. */
export async function listChecklists(portal: Portal): Promise<ChecklistView[]> {
  const { decisions } = portal.content;
  const [marks, times] = await Promise.all([listMarks(portal.db), findPublishedTimes(portal.db, 'decision')]);
  return inUrgency(decisions.map((decision) => checklist(portal, decision, marks, times)));
}

/** Writes the mark, or nothing where the same was written already. Returns the decision's checklist as it is now. */
export async function markPosting(
  portal: Portal,
  viewer: Viewer,
  slug: string,
  mark: PostingMark,
): Promise<ChecklistView> {
  const decision = portal.content.decisions.find((one) => one.slug === slug);
  if (!decision) throw new Problem('not-found', 'Không có quyết định nào ở địa chỉ này.');
  const at = portal.now();
  refuseImpossible(decision, mark, localDate(at));
  const { done, place, note } = mark;
  const doneOn = mark.done ? mark.on : null;
  await portal.db.transaction().execute(async (trx) => {
    const last = await seizePlace(trx, slug, place);
    if (last && last.done === done && last.doneOn === doneOn && last.note === note) return;
    if ((last?.id ?? null) !== mark.after)
      throw new Problem(
        'stale',
        'Người khác vừa ghi mục này. Hãy xem lại dòng đang có rồi ghi tiếp nếu cần.',
      );
    if (!done && !last?.done)
      throw new Problem('invalid', undefined, [
        { pointer: '/done', detail: 'Mục này chưa được ghi đã làm, nên không có gì để bỏ.' },
      ]);
    await insertMark(trx, { decision: slug, place, done, doneOn, note }, viewer.id, at);
  });
  const [marks, times] = await Promise.all([
    listMarks(portal.db, slug),
    findPublishedTimes(portal.db, 'decision'),
  ]);
  return checklist(portal, decision, marks, times);
}

function refuseImpossible(decision: Decision, mark: PostingMark, today: string): void {
  const refuse = (pointer: string, detail: string) => {
    throw new Problem('invalid', undefined, [{ pointer, detail }]);
  };
  if (mark.place === 'web')
    refuse('/place', 'Cổng tự ghi ngày hiện quyết định lần đầu; mục này không ghi tay.');
  if (!mark.done) return;
  if (mark.on > today) refuse('/on', `Ngày làm xong không thể sau hôm nay (${vietnameseDate(today)}).`);
  if (mark.on < decision.signedOn)
    refuse('/on', `Ngày làm xong không thể trước ngày ký (${vietnameseDate(decision.signedOn)}).`);
}

type Marks = Awaited<ReturnType<typeof listMarks>>;
type Times = Awaited<ReturnType<typeof findPublishedTimes>>;

function checklist(portal: Portal, decision: Decision, marks: Marks, times: Times): ChecklistView {
  const calendar = currentCalendar(portal);
  const today = localDate(portal.now());
  const firstAt = times.get(decision.slug)?.firstAt;
  const shownOn = firstAt ? localDate(firstAt) : null;
  const { slug, number, title, scope, authority, signedOn, effectiveOn, receivedOn, shortened } = decision;
  return {
    slug,
    number,
    title,
    scope,
    authority,
    signedOn,
    effectiveOn,
    receivedOn,
    shortened,
    procedures: decision.items.length,
    places: portal.content.posting.map((place) =>
      placeView(calendar, place, decision, {
        today,
        shownOn,
        marks: marks
          .filter((mark) => mark.decision === slug && mark.place === place.place)
          .map(({ id, done, doneOn, note, by, markedAt }) => ({
            id,
            done,
            on: doneOn,
            note,
            by,
            at: markedAt.toISOString(),
          })),
      }),
    ),
  };
}
