// The job `escalations`: from the time of the morning's letters to the end of the working day, those who answer for a unit and for the
// office are told of cases that are about to be late, or are; with an event on each case, once for each rung and date.
import { currentCalendar } from '../calendar/current-service.ts';
import { isWorkingDay, workingDaysBetween, type Calendar } from '../calendar/working-days.ts';
import { lastWithin } from '../cases/dates/lateness.ts';
import { lockCase } from '../cases/event-repository.ts';
import { recordStep } from '../cases/steps/record-service.ts';
import { clockOf, localDate } from '../dates/dates.ts';
import { insertHappening } from '../notify/happening-repository.ts';
import type { Portal } from '../portal/portal.ts';
import { standingsOn } from '../staff/standing-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { listTold } from './case-repository.ts';
import { isDigestTime } from './digest.ts';
import { insertEscalation, listToEscalate } from './escalation-repository.ts';
import { recipientsOf } from './recipients.ts';
import { escalationNote, rungs, rungsReached, type Rung, type RungDays } from './rungs.ts';
import { findOffice } from './settings-repository.ts';

const together = 500;
const actor = { role: 'HT', id: null } as const;

export async function escalate(portal: Portal): Promise<void> {
  const now = portal.now();
  const today = localDate(now);
  const calendar = currentCalendar(portal);
  const { digestAt, headDays, chiefDays } = await findOffice(portal.db);
  if (!isWorkingDay(calendar, today) || !isDigestTime(clockOf(now), null, digestAt)) return;
  const days: RungDays = { head: headDays, chief: chiefDays };
  const until = furthest(calendar, today, days);
  if (until === undefined) return;
  const scene = { at: now, today, calendar, days, standings: await standingsOn(portal.db, today) };
  let after: { dueOn: string; id: string } | undefined;
  for (;;) {
    const listed = await listToEscalate(portal.db, until, after, together);
    after = listed.at(-1);
    if (!after) return;
    const cases = await listTold(
      portal.db,
      listed
        .filter(({ dueOn, told }) =>
          rungsReached(calendar, today, dueOn, days).some((rung) => !told.includes(rung)),
        )
        .map(({ id }) => id),
    );
    for (const row of cases)
      if (rungsToTell(scene, row).length > 0 && !portal.stopping.signal.aborted)
        await escalateOne(portal, scene, row.id);
  }
}

type Scene = { at: Date; today: string; calendar: Calendar; days: RungDays; standings: readonly Viewer[] };
type Row = Awaited<ReturnType<typeof listTold>>[number];

/** The rungs that a case has reached and on which there is somebody to tell: one that has no unit yet waits for its chief. */
const rungsToTell = ({ calendar, today, days, standings }: Scene, row: Row): Rung[] =>
  row.dueOn === null
    ? []
    : rungsReached(calendar, today, row.dueOn, days).filter(
        (rung) => recipientsOf(standings, { occasion: rungs[rung].occasion, actorId: null }, row).length > 0,
      );

/** The last date of which anybody is told on a day; undefined: nobody is told of any. */
function furthest(calendar: Calendar, today: string, days: RungDays): string | undefined {
  const set = Object.values(days).filter((one) => one !== null);
  if (set.length === 0) return undefined;
  const ahead = Math.max(0, -Math.min(...set));
  return lastWithin(calendar, today, ahead);
}

async function escalateOne(portal: Portal, scene: Scene, id: string): Promise<void> {
  const { at, today, calendar } = scene;
  await portal.db.transaction().execute(async (trx) => {
    let row = await lockCase(trx, id);
    // What it was when it was listed may be over by now.
    const [told] = await listTold(trx, [id]);
    if (!told || told.dueOn === null) return;
    const { dueOn } = told;
    for (const rung of rungsToTell(scene, told)) {
      if (!(await insertEscalation(trx, { caseId: id, rung, dueOn, at }))) continue;
      const note = escalationNote(rung, dueOn, workingDaysBetween(calendar, today, dueOn));
      row = await recordStep(trx, portal, {
        row,
        step: 'escalate',
        to: row.status,
        actor,
        at,
        data: { rung, dueOn },
        text: { kind: 'note', text: note },
      });
      await insertHappening(trx, {
        caseId: id,
        occasion: rungs[rung].occasion,
        actorId: null,
        at,
        seq: null,
      });
    }
  });
}
