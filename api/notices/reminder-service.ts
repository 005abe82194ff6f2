// The jobs `reminders` and `reminder`: on working days at 07:30, one letter per officer with what is due or late;
// the chief of office reads the report calendar in it too.
import { may } from '../staff/rights.ts';
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { lastWithin } from '../cases/dates/lateness.ts';
import { warningDays } from '../cases/dates/warning-service.ts';
import { keyedHash } from '../crypto/keys.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { obligationLines } from '../obligations/reminders.ts';
import { listOccurrences } from '../obligations/service.ts';
import type { Portal } from '../portal/portal.ts';
import { obligationLetter, reminderLetter } from './letter.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import { findReminded, listOwed, listReminded } from './reminder-repository.ts';
import { reminderLine, remindersFor } from './reminders.ts';

const mostLines = 200;

/** Asks for one letter per officer, so that one bad address stops no other; nothing on days off. */
export async function sendReminders(portal: Portal): Promise<void> {
  const day = localDate(portal.now());
  if (!isWorkingDay(currentCalendar(portal), day)) return;
  const officers = await listReminded(portal.db, day);
  await portal.db.transaction().execute(async (trx) => {
    for (const { id: staffId } of officers)
      await portal.jobs.enqueue(trx, 'reminder', { staffId, day }, { key: `${staffId}/${day}` });
  });
}

/**
 * Sends one officer the numbers and dates of what they must act on: no person, no content; nothing once the day is over.
 * The job's key makes it one letter a day; a process that dies right after sending leads to a second copy.
 */
export async function sendReminder(
  portal: Portal,
  { staffId, day }: { staffId: string; day: string },
): Promise<void> {
  const { db, content, env, keys } = portal;
  const now = portal.now();
  const viewer = await findReminded(db, staffId, day);
  if (!viewer || localDate(now) !== day) return;
  const calendar = currentCalendar(portal);
  const warned = await warningDays(portal);
  const furthest = lastWithin(calendar, day, Math.max(warned.first, warned.again));
  const open = await listOwed(db, viewer, furthest);
  const due = remindersFor(calendar, day, viewer, open, warned);
  const obligations = may(viewer, 'mark-obligations') ? await owedReports(portal, day) : [];
  if (due.length === 0 && obligations.length === 0) return;
  const lines = due.slice(0, mostLines).map(reminderLine);
  if (due.length > mostLines) lines.push(`và ${due.length - mostLines} hồ sơ khác.`);
  const isAboutCases = due.length > 0;
  const letter = (isAboutCases ? reminderLetter : obligationLetter)(content.notices, {
    due: vietnameseDate(day),
    count: String(isAboutCases ? due.length : obligations.length),
    cases: lines.join('\n'),
    obligations: obligations.join('\n'),
    portal: addressOf(env, isAboutCases ? '/can-bo' : '/can-bo/nghia-vu'),
    department: content.department.name,
  });
  const id = keyedHash(keys, 'message-id', `${staffId}/${day}`).toString('base64url');
  await portal.mailer.send({
    ...letter,
    to: viewer.email,
    messageId: `<${id}@${senderDomain(env)}>`,
    at: now,
  });
}

/** What is overdue from any year, and what is due soon, also when that lies beyond New Year. */
async function owedReports(portal: Portal, day: string): Promise<string[]> {
  const year = Number(day.slice(0, 4));
  const from = Math.min(Number(portal.content.obligations.trackedFrom.slice(0, 4)), year);
  const [soon, next] = await Promise.all([
    deadlineInForce(portal, 'obligation-remind'),
    deadlineInForce(portal, 'obligation-press'),
  ]);
  const ahead = { soon: soon.amount, next: next.amount };
  return obligationLines(await listOccurrences(portal, { from, to: year + 1 }), ahead);
}
