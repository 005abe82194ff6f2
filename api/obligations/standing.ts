// How an occurrence stands after all that was marked on it. Pure.
import type { Due } from './due.ts';

export type Mark = { status: 'done' | 'not-applicable' | 'postponed' | 'undone'; on: string | null };
type Kept<One extends Mark> = One & { status: 'done' | 'not-applicable' | 'postponed' };
export type State = 'done' | 'done-late' | 'not-applicable' | 'late' | 'due' | 'no-due' | 'untracked';

/** The marks that still count, oldest first: an `undone` takes back the newest one before it. */
export function keptMarks<One extends Mark>(marks: readonly One[]): Kept<One>[] {
  const kept: Kept<One>[] = [];
  for (const mark of marks) {
    if (mark.status === 'undone') kept.pop();
    else kept.push(mark as Kept<One>);
  }
  return kept;
}

/**
 * `marks` oldest first; `trackedFrom` is the first day on which something can be late. The day that counts is the one
 * it was last postponed to, else the rule's.
 */
export function standingOf(
  due: Due | null,
  marks: readonly Mark[],
  { today, trackedFrom }: { today: string; trackedFrom: string },
): { state: State; dueOn: string | null; doneOn: string | null; postponed: boolean } {
  const kept = keptMarks(marks);
  const moved = kept.findLast(({ status }) => status === 'postponed');
  const dueOn = moved?.on ?? due?.on ?? null;
  const last = kept.at(-1);
  const doneOn = last?.status === 'done' ? last.on : null;
  const about = { dueOn, doneOn, postponed: moved !== undefined };
  if (last?.status === 'not-applicable') return { ...about, state: 'not-applicable' };
  if (doneOn) return { ...about, state: dueOn && doneOn > dueOn ? 'done-late' : 'done' };
  if (!dueOn) return { ...about, state: 'no-due' };
  if (dueOn >= today) return { ...about, state: 'due' };
  return { ...about, state: dueOn < trackedFrom ? 'untracked' : 'late' };
}

/** What may be marked next. */
export function mayMark(marks: readonly Mark[], next: Mark['status']): boolean {
  const last = keptMarks(marks).at(-1);
  if (next === 'undone') return last !== undefined;
  return last === undefined || last.status === 'postponed';
}
