// The deadlines in force, cached for a few seconds so that no submission waits for them.
import { mostDays } from '../calendar/working-days.ts';
import { clockOf, localDate, vietnameseDate } from '../dates/dates.ts';
import type { Db } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { listDeadlines, lockDeadline, updateDeadline } from './repository.ts';
import { seenOf, type ChangeDeadline, type Deadline, type DeadlineCode } from './schema.ts';

/** Terms in days that end on a working day: counted on the calendar like those in working days. */
const onCalendar: ReadonlySet<DeadlineCode> = new Set(['rating-window']);
const cacheMs = 5_000;
const caches = new WeakMap<Db, { readAt: number; rows: Map<string, Deadline> }>();

/** One deadline as it stands; another process's edit is seen at the latest five seconds later. */
export async function deadlineInForce({ db }: Pick<Portal, 'db'>, code: DeadlineCode): Promise<Deadline> {
  let cache = caches.get(db);
  if (!cache || performance.now() - cache.readAt > cacheMs) {
    const rows = await listDeadlines(db);
    cache = { readAt: performance.now(), rows: new Map(rows.map((row) => [row.code, row])) };
    caches.set(db, cache);
  }
  const found = cache.rows.get(code);
  if (!found) throw new Error(`deadline ${code} is missing from the database`);
  return found;
}

/** Changes the number and its legal basis; running cases keep the due date that they were promised. */
export async function changeDeadline(
  portal: Portal,
  viewer: Viewer,
  code: DeadlineCode,
  { seen, ...change }: ChangeDeadline,
): Promise<Deadline> {
  const { unit } = await deadlineInForce(portal, code);
  const words = unit === 'working-days' ? 'ngày làm việc' : 'ngày';
  if ((unit === 'working-days' || onCalendar.has(code)) && change.amount > mostDays)
    throw new Problem('invalid', undefined, [
      { pointer: '/amount', detail: `Nhiều nhất ${mostDays} ${words}.` },
    ]);
  const changed = await portal.db.transaction().execute(async (trx) => {
    const now = await lockDeadline(trx, code);
    if (seen !== undefined && now && seenOf(now) !== seen)
      throw new Problem(
        'stale',
        `${now.updatedBy ?? 'Người khác'} vừa đổi thành ${now.amount} ngày, căn cứ “${now.legalBasis}”, lúc ${clockOf(now.updatedAt)} ngày ${vietnameseDate(localDate(now.updatedAt))}. Hãy xem rồi mới lưu lại.`,
      );
    return await updateDeadline(trx, code, change, viewer.id, portal.now());
  });
  if (!changed) throw new Problem('not-found');
  caches.delete(portal.db);
  return changed as Deadline;
}
