// The cases of a period as its report counts them, from one snapshot of the register.
import { calendarInForce } from '../calendar/current-service.ts';
import { localDate } from '../dates/dates.ts';
import { listHistories } from '../figures/fact-repository.ts';
import { limitsOf } from '../figures/limits.ts';
import { roundsOf, type Round } from '../figures/facts.ts';
import { placed } from '../figures/placing.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { reportCaseOf, type ReportCase } from './case-facts.ts';
import type { ReportPeriod } from './period.ts';
import { listCandidates } from './repository.ts';

/** The handlings of some cases, by their ids, as the register has them now. */
export async function handlingsOf(portal: Portal, ids: readonly string[]): Promise<Map<string, Round[]>> {
  const { calendar } = calendarInForce(portal);
  const limits = limitsOf(portal);
  const histories = await listHistories(portal.db, ids);
  return new Map(
    histories.map((history) => [history.caseId, roundsOf(placed(portal, history), calendar, limits)]),
  );
}

const atOnce = 2_000;

/** In the order of their numbers; for a viewer without the cases that complain of them, for nobody (null) all. */
export async function casesOfPeriod(
  portal: Portal,
  period: ReportPeriod,
  viewer: Viewer | null,
): Promise<ReportCase[]> {
  const { calendar } = calendarInForce(portal);
  const how = { calendar, limits: limitsOf(portal), today: localDate(portal.now()) };
  return await portal.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const cases: ReportCase[] = [];
      for (let after: string | null = null; ;) {
        const found: Awaited<ReturnType<typeof listCandidates>> = await listCandidates(
          trx,
          period,
          viewer,
          after,
          atOnce,
        );
        const byId = new Map(found.map((one) => [one.id, one]));
        for (const history of await listHistories(trx, [...byId.keys()])) {
          const candidate = byId.get(history.caseId);
          if (!candidate) continue;
          const whole = { ...placed(portal, history), ...candidate, named: history.procedure };
          const one = reportCaseOf(whole, period, how);
          if (one) cases.push(one);
        }
        after = found.at(-1)?.id ?? null;
        if (found.length < atOnce) return cases.toSorted((a, b) => (a.number < b.number ? -1 : 1));
      }
    });
}
