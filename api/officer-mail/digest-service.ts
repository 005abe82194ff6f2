// The jobs `reminders` and `reminder`: on working days, at the time that the office or the officer has set, one letter with the
// counts of the desk and what is due or late; the chief of office reads the report calendar in it too.
import { may } from '../staff/rights.ts';
import { currentCalendar } from '../calendar/current-service.ts';
import { clockOf, localDate, vietnameseDate } from '../dates/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { lastWithin } from '../cases/dates/lateness.ts';
import { warningDays } from '../cases/dates/warning-service.ts';
import { keyedHash } from '../crypto/keys.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { viewCounts } from '../desk/count-service.ts';
import { obligationLines } from '../obligations/reminders.ts';
import { listOccurrences } from '../obligations/service.ts';
import type { Portal } from '../portal/portal.ts';
import { obligationLetter, reminderLetter } from '../notices/letter.ts';
import { mailOfficer } from '../notify/officer-box-service.ts';
import { oneClick } from '../notify/one-click.ts';
import { senderDomain } from '../notify/portal-address.ts';
import { standingsOn } from '../staff/standing-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { countLines, isDigestTime, isEmpty } from './digest.ts';
import { stopLink } from './letter-service.ts';
import { listOwed } from './owed-repository.ts';
import { reminderLine, remindersFor } from './reminders.ts';
import { findOffice, findWishes, listWishes } from './settings-repository.ts';

const mostLines = 200;

/** Asks for one letter per officer whose time has come, so that one bad address stops no other; nothing on days off. */
export async function sendReminders(portal: Portal): Promise<void> {
  const { db, jobs } = portal;
  const now = portal.now();
  const day = localDate(now);
  if (!isWorkingDay(currentCalendar(portal), day)) return;
  const [standings, wishes, office] = await Promise.all([
    standingsOn(db, day),
    listWishes(db),
    findOffice(db),
  ]);
  const due = new Set(
    standings
      .filter((viewer) => may(viewer, 'see-case'))
      .map(({ id }) => id)
      .filter((id) => {
        const { digest = true, digestAt = null } = wishes.get(id) ?? {};
        return digest && isDigestTime(clockOf(now), digestAt, office.digestAt);
      }),
  );
  await db.transaction().execute(async (trx) => {
    for (const staffId of due)
      await jobs.enqueue(trx, 'reminder', { staffId, day }, { key: `${staffId}/${day}` });
  });
}

/**
 * Sends one officer the counts of the desk, and the numbers and dates of what they must act on: no person, no content; nothing
 * once the day is over. The job's key makes it one letter a day; a process that dies right after sending leads to a second copy.
 */
export async function sendReminder(
  portal: Portal,
  { staffId, day }: { staffId: string; day: string },
): Promise<void> {
  const { db, content, env, keys } = portal;
  const now = portal.now();
  if (localDate(now) !== day) return;
  const standings = (await standingsOn(db, day)).filter(
    (viewer) => viewer.id === staffId && may(viewer, 'see-case'),
  );
  const [owner] = standings;
  if (!owner || !(await findWishes(db, staffId)).digest) return;
  const parts: Part[] = [];
  for (const viewer of standings) parts.push(await partOf(portal, viewer, day));
  const obligations = standings.some((viewer) => may(viewer, 'mark-obligations'))
    ? await owedReports(portal, day)
    : [];
  const told = parts.filter(({ views }) => views.length > 0);
  if (told.length === 0 && obligations.length === 0) return;
  const lines = [...new Set(parts.flatMap(({ owed }) => owed))];
  const cases = lines.slice(0, mostLines);
  if (lines.length > mostLines) cases.push(`và ${lines.length - mostLines} hồ sơ khác.`);
  const isAboutCases = told.length > 0;
  const origin = env.PUBLIC_ORIGIN;
  const stop = stopLink(portal, staffId, 'digest');
  const letter = (isAboutCases ? reminderLetter : obligationLetter)(content.notices, {
    due: vietnameseDate(day),
    count: String(isAboutCases ? told.reduce((sum, { waiting }) => sum + waiting, 0) : obligations.length),
    views: told.map(({ views }) => views.join('\n')).join('\n\n'),
    cases: cases.join('\n'),
    obligations: obligations.join('\n'),
    portal: origin === undefined ? null : `${origin}${isAboutCases ? '/can-bo' : '/can-bo/nghia-vu'}`,
    department: content.department.name,
    stop,
  });
  const id = keyedHash(keys, 'message-id', `${staffId}/${day}`).toString('base64url');
  await mailOfficer(portal, staffId, {
    ...letter,
    to: owner.email,
    messageId: `<${id}@${senderDomain(env)}>`,
    at: now,
    ...(stop !== null && { headers: oneClick(stop) }),
  });
}

type Part = { waiting: number; views: string[]; owed: string[] };

/** What one officer reads as one of those as whom they may act today. */
async function partOf(portal: Portal, viewer: Viewer, day: string): Promise<Part> {
  const calendar = currentCalendar(portal);
  const warned = await warningDays(portal);
  const furthest = lastWithin(calendar, day, Math.max(warned.first, warned.again));
  const [counts, open] = await Promise.all([
    viewCounts(portal, viewer),
    listOwed(portal.db, viewer, furthest),
  ]);
  return {
    waiting: counts.waiting,
    views: isEmpty(counts) ? [] : countLines(counts, viewer.behalf?.name ?? null),
    owed: remindersFor(calendar, day, viewer, open, warned).map(reminderLine),
  };
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
