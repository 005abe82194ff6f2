// What happened to a case while an officer had it open: told to whoever may know, and to nobody else.
import { clockOf, localDate, vietnameseDate } from '../../dates/dates.ts';
import type { Db, Transaction } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import { steps } from './table.ts';
import { findEvent, findGone } from '../reading/staff-repository.ts';

const nothingHere = 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của Ông/Bà.';

/** Who took a case out of an officer's sight while they wrote, told to who had it open before and may know. */
export async function whyGone(db: Db | Transaction, viewer: Viewer, number: string): Promise<string> {
  const gone = await findGone(db, viewer, number);
  if (!gone) return nothingHere;
  // What came after that is no longer theirs to know.
  const first = await findEvent(db, gone.id, gone.seenAt);
  return [first && wordsOf(first), 'Hồ sơ không còn thuộc phần việc của người đang đăng nhập.']
    .filter(Boolean)
    .join(' ');
}

/** The newest step of a case in one sentence: what, who, when. */
export async function latestWords(db: Db | Transaction, caseId: string): Promise<string> {
  const latest = await findEvent(db, caseId);
  return latest ? wordsOf(latest) : '';
}

type Told = NonNullable<Awaited<ReturnType<typeof findEvent>>>;

function wordsOf({ step, actorRole, actor, at }: Told): string {
  const who = actor ? `${actor} (${actorRole})` : actorRole === 'CD' ? 'người gửi' : 'hệ thống';
  return `“${steps[step].label}”, ${who}, lúc ${clockOf(at)} ngày ${vietnameseDate(localDate(at))}.`;
}
