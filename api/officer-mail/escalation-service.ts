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
import { escalationNote, rungs, rungsToTell, type Rung, type RungDays, type RungSince } from './rungs.ts';
import { findOffice, findRungsSince } from './settings-repository.ts';

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
  const [standings, since] = await Promise.all([standingsOn(portal.db, today), findRungsSince(portal.db)]);
  const scene = { at: now, today, calendar, days, since, standings };
  let after: { dueOn: string; id: string } | undefined;
  for (;;) {
    const listed = await listToEscalate(portal.db, until, after, together);
    after = listed.at(-1);
    if (!after) return;
    const cases = await listTold(
      portal.db,
      listed
        .filter((one) => rungsToTell(calendar, scene, one).some((rung) => !one.told.includes(rung)))
        .map(({ id }) => id),
    );
    const entered = new Map(listed.map(({ id, enteredAt }) => [id, enteredAt]));
    for (const row of cases) {
      const enteredAt = entered.get(row.id) ?? now;
      if (rungsWithEar(scene, row, enteredAt).length > 0 && !portal.stopping.signal.aborted)
        await escalateOne(portal, scene, { id: row.id, enteredAt });
    }
  }
}

type Scene = {
  at: Date;
  today: string;
  calendar: Calendar;
  days: RungDays;
  since: RungSince;
  standings: readonly Viewer[];
};
type Row = Awaited<ReturnType<typeof listTold>>[number];

/** Those on which there is somebody to tell: a case that has no unit yet waits for its chief. */
const rungsWithEar = (scene: Scene, row: Row, enteredAt: Date): Rung[] =>
  row.dueOn === null
    ? []
    : rungsToTell(scene.calendar, scene, { dueOn: row.dueOn, enteredAt }).filter(
        (rung) =>
          recipientsOf(scene.standings, { occasion: rungs[rung].occasion, actorId: null }, row).length > 0,
      );

/** The last date of which anybody is told on a day; undefined: nobody is told of any. */
function furthest(calendar: Calendar, today: string, days: RungDays): string | undefined {
  const set = Object.values(days).filter((one) => one !== null);
  if (set.length === 0) return undefined;
  const ahead = Math.max(0, -Math.min(...set));
  return lastWithin(calendar, today, ahead);
}

async function escalateOne(
  portal: Portal,
  scene: Scene,
  { id, enteredAt }: { id: string; enteredAt: Date },
): Promise<void> {
  const { at, today, calendar } = scene;
  await portal.db.transaction().execute(async (trx) => {
    let row = await lockCase(trx, id);
    // What it was when it was listed may be over by now.
    const [told] = await listTold(trx, [id]);
    if (!told || told.dueOn === null) return;
    const { dueOn } = told;
    for (const rung of rungsWithEar(scene, told, enteredAt)) {
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
