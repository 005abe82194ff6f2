// The public figures of a period, read in one snapshot of the sums.
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate } from '../dates/dates.ts';
import { listDossiers } from '../dossiers/repository.ts';
import type { DossierRow } from '../dossiers/row.ts';
import { sumOf } from '../dossiers/row.ts';
import type { Portal } from '../portal/portal.ts';
import { completeness } from '../procedures/completeness.ts';
import { formerUnit, type Unit } from '../units/schema.ts';
import { noKey, pendingKey, type Dimension } from './cells.ts';
import { noField } from './facts.ts';
import { findHeads } from './fact-repository.ts';
import { casesOf } from './by-case.ts';
import { decisionTerms, indicesOf } from './indices.ts';
import { groupLabel, noFieldLabel, noUnitLabel, pendingLabel } from './labels.ts';
import { aboutProcedures, namedInYear } from './named-procedures.ts';
import { daysOf, exactKey, monthsOf, periodName, type Grain, type Period } from './period.ts';
import type { Statistics, StatisticsQuery } from './schema.ts';
import { listTakenUp } from './taken-up-repository.ts';
import { wholeOf } from './whole.ts';
import {
  addUp,
  figuresOf,
  histogramOf,
  identitiesOf,
  satisfactionByGroup,
  satisfactionByTime,
  stillOpen,
  timesOf,
} from './statistics.ts';
import {
  countToday,
  listDecisionPostings,
  listGroupDurations,
  listGroups,
  listLateAnswers,
  listMonthDurations,
  listMonths,
  withReceivedDays,
} from './summary-repository.ts';
import { inVietnameseOrder } from '../text/order.ts';

/** The period that was asked for; without one, the year so far. */
export function askedPeriod({ from, to, by = 'month' }: StatisticsQuery, now: Date) {
  const year = localDate(now).slice(0, 4);
  const period: Period = { from: from ?? `${year}-01`, to: to ?? `${year}-12` };
  return { period, by };
}

async function readSums({ db, content }: Pick<Portal, 'db' | 'content'>, period: Period, today: string) {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => ({
      head: (await findHeads(trx)).head,
      // Whole years, so that satisfaction is hidden or shown the same whatever was asked for.
      months: await listMonths(trx, { ...period, to: `${period.to.slice(0, 4)}-12` }),
      groups: await listGroups(trx, period),
      groupDurations: await listGroupDurations(trx, period, [
        'all',
        'track',
        'content',
        'channel',
        'field',
        'unit',
      ]),
      monthDurations: await listMonthDurations(trx, period),
      counted: await countToday(trx, today),
      decisions: await withReceivedDays(trx, content.decisions),
      postings: await listDecisionPostings(trx),
      dossiers: await listDossiers(trx, period.from, period.to),
      takenUp: await listTakenUp(trx, daysOf(period)),
      lateAnswers: await listLateAnswers(trx, daysOf(period)),
    }));
}

export async function statistics(
  portal: Pick<Portal, 'db' | 'content' | 'now'>,
  period: Period,
  by: Grain,
): Promise<Statistics> {
  const { content } = portal;
  const today = localDate(portal.now());
  const read = await readSums(portal, period, today);
  const { groups, groupDurations, monthDurations } = read;
  const key = exactKey(period);
  const isYear = key?.length === 4;
  const upToEnd = read.months.filter(({ month }) => month <= period.to);
  const before = upToEnd.filter(({ month }) => month < period.from);
  const within = upToEnd.filter(({ month }) => month >= period.from);
  const durationsOf = (dimension: Dimension, of: string) =>
    histogramOf(groupDurations.filter((row) => row.dimension === dimension && row.key === of));
  const histogram = durationsOf('all', 'all');
  const total = figuresOf(addUp(within), histogram);
  const openAtStart = stillOpen(before);
  const openAtEnd = stillOpen(upToEnd);
  const cases = casesOf({ openAtStart, total, openAtEnd, takenUp: read.takenUp });
  const satisfactions = satisfactionByTime(read.months, period);
  const times = timesOf(period, by, upToEnd, monthDurations, satisfactions, read.takenUp);
  const groupsOf = (dimension: Dimension, label: (key: string) => string) =>
    groups
      .filter((group) => group.dimension === dimension)
      .map((group) => ({
        key: group.key,
        label: group.key === pendingKey ? pendingLabel : label(group.key),
        figures: figuresOf(group, durationsOf(dimension, group.key)),
      }));
  const satisfied = (dimension: Dimension) => {
    const shown = isYear ? satisfactionByGroup(groups, dimension) : new Map();
    return <Item extends { key: string }>(item: Item) => ({
      ...item,
      satisfaction: shown.get(item.key) ?? null,
    });
  };
  type Counted = { label: string; figures: { received: number } };
  const byReceived = (one: Counted, other: Counted) =>
    other.figures.received - one.figures.received || inVietnameseOrder(one.label, other.label);
  const tracks = groupsOf('track', (of) => groupLabel('track', of)).toSorted(
    byOrder(['conduct', 'rule', 'unclassified', pendingKey]),
  );
  const receivedAs = (track: string) => tracks.find((group) => group.key === track)?.figures.received ?? 0;
  const satisfaction = key === undefined ? null : (satisfactions.get(key) ?? null);
  const procedures = isYear ? namedInYear(content.procedures, groups) : null;
  const about = aboutProcedures(groups);
  const reachesToday = `${period.to}-31` >= today && `${period.from}-01` <= today;
  const dossiers = dossiersOf(read.dossiers, period, today);
  const shownProcedures = [...content.procedures.values()].filter(
    ({ status }) => status === 'in-force' || status === 'needs-review',
  );
  return {
    period: { ...period, name: periodName(period), key: key ?? null },
    by,
    upto: read.head?.upto ?? null,
    countedAt: read.head?.at.toISOString() ?? null,
    openAtStart,
    cases,
    total,
    openAtEnd,
    whole: wholeOf(cases, read.lateAnswers),
    today: { on: today, ...read.counted },
    satisfaction,
    times,
    tracks,
    contents: groupsOf('content', (of) => groupLabel('content', of)).toSorted((a, b) =>
      a.key < b.key ? -1 : 1,
    ),
    channels: groupsOf('channel', (of) => groupLabel('channel', of)).toSorted(byReceived),
    fields: groupsOf('field', (of) => (of === noField ? noFieldLabel : of))
      .toSorted(byReceived)
      .map(satisfied('field')),
    units: groupsOf('unit', labelOfUnit(content.units)).toSorted(byReceived).map(satisfied('unit')),
    procedures,
    unnamedProcedures: procedures && about - procedures.reduce((sum, { received }) => sum + received, 0),
    indices: indicesOf(content.figures.indices, {
      decisions: decisionTerms(
        read.decisions,
        read.postings,
        daysOf(period),
        today,
        currentCalendar(portal),
        content.figures.limits.decision.workingDays,
      ),
      procedures: {
        complete: shownProcedures.filter((one) => completeness(one).lacking.length === 0).length,
        all: shownProcedures.length,
      },
      total,
      conduct: receivedAs('conduct'),
      rule: receivedAs('rule'),
      pendingReceived: receivedAs(pendingKey),
      satisfaction,
      aboutProcedures: about,
      dossiers,
    }),
    identities: identitiesOf({
      cases,
      openAtStart,
      total,
      openAtEnd,
      openCounted: reachesToday ? read.counted.open : undefined,
      times,
      groups,
      histogram,
    }),
    dossiers,
  };
}

const labelOfUnit = (units: readonly Unit[]) => (code: string) =>
  code === noKey ? noUnitLabel : (units.find((unit) => unit.code === code)?.name ?? formerUnit);

const byOrder = (order: readonly string[]) => (one: { key: string }, other: { key: string }) =>
  order.indexOf(one.key) - order.indexOf(other.key);

/** The imported figures of a period by field; what came over from before counts once, in the first month. */
function dossiersOf(rows: readonly (DossierRow & { month: string })[], period: Period, today: string) {
  const months = [...new Set(rows.map(({ month }) => month))];
  const missing = monthsOf(period).filter((month) => month < today.slice(0, 7) && !months.includes(month));
  const fields = [...new Set(rows.map(({ field }) => field))];
  return {
    months,
    missing,
    rows: fields.map((field) => ({ field, ...overMonths(rows.filter((row) => row.field === field)) })),
    settled: months.map((month) => {
      const { early, onTime, late } = sumOf(rows.filter((row) => row.month === month));
      return { month, early, onTime, late };
    }),
  };
}

/** Rows of one field, month after month: flows add up, what was carried is the first month's, what is open the last's. */
function overMonths(rows: readonly (DossierRow & { month: string })[]): Omit<DossierRow, 'field'> {
  const [first, last] = [rows[0], rows.at(-1)];
  const sum = sumOf(rows);
  return first && last
    ? { ...sum, carried: first.carried, pending: last.pending, pendingLate: last.pendingLate }
    : sum;
}
