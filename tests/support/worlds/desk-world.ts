// Made-up registers with an officer in front of them: what lists and counts say of them, and what the pure rules say.
import fc from 'fast-check';
import { latenessOf, lastWithin } from '../../../api/cases/dates/lateness.ts';
import { owesReport } from '../../../api/cases/dates/report.ts';
import { isNewsFor, isTurnOf } from '../../../api/cases/dates/turn.ts';
import { isClosed, Status, type StepName } from '../../../api/cases/lifecycle.ts';
import { maySeeCase } from '../../../api/cases/visibility.ts';
import { buildCalendar } from '../../../api/calendar/working-days.ts';
import { dateOf, dayNumber } from '../../../api/dates/dates.ts';
import type { Db } from '../../../api/db/open.ts';
import { countNews, countOpen } from '../../../api/desk/count-repository.ts';
import { listCases } from '../../../api/desk/list-repository.ts';
import { keptViews, sortOf, type Filters, type Sort, type View } from '../../../api/desk/view.ts';
import { personsOf } from '../../../api/staff/mandates.ts';
import { Role } from '../../../api/staff/roles.ts';
import { uuidOf, type MadeCase } from './register-rows.ts';

const first = dayNumber('2026-11-16');
const day = fc.integer({ min: 0, max: 30 }).map((offset) => dateOf(first + offset));
const dayOrNone = fc.option(day, { nil: null });
const people = [uuidOf(900_001), uuidOf(900_002)] as const;
const id = fc.constantFrom(...people);
const unit = fc.constantFrom('van-phong', 'phong-a');
const orNone = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const oneCase = fc.record({
  status: fc.constantFrom(...Status.options.filter((status) => status !== 'draft')),
  dueOn: day,
  stageDueOn: dayOrNone,
  transferDueOn: dayOrNone,
  reviewDueOn: dayOrNone,
  receivedOn: day,
  lastOn: day,
  handlerId: orNone(id),
  unit: orNone(unit),
  locked: fc.boolean().map((one) => one),
  keeperId: orNone(id),
  proposal: fc.option(
    fc.record({ step: fc.constantFrom<StepName>('reject', 'transfer', 'collect'), proposedBy: id }),
    { nil: null, freq: 2 },
  ),
  subjects: fc.array(fc.record({ unit, staffId: fc.constantFrom('', ...people) }), { maxLength: 1 }),
  coUnits: fc.uniqueArray(unit, { maxLength: 2 }),
  source: fc.constantFrom('web', 'phone', 'vp-ubnd', 'dvcqg'),
  isNew: fc.boolean(),
});

export const deskWorld = fc.record({
  cases: fc.array(oneCase, { minLength: 20, maxLength: 45 }),
  viewer: fc.record(
    {
      id,
      unit,
      role: fc.constantFrom(...Role.options),
      behalf: fc.record({ id, name: fc.constant('') }),
    },
    { requiredKeys: ['id', 'unit', 'role'] },
  ),
  today: day,
  /** Undefined: the order that each view has of itself. */
  order: fc.constantFrom<Sort | undefined>(undefined, 'newest', 'oldest', 'latest', 'quietest'),
  filters: fc.record(
    { unit, handler: id, status: fc.constantFrom<Status>('assigned', 'published') },
    { requiredKeys: [] },
  ),
});
export type DeskWorld = typeof deskWorld extends fc.Arbitrary<infer World> ? World : never;

const pageSize = 7;
const views: View[] = [...keptViews, 'to-report', 'new', 'closed', 'all'];

type Put = (cases: readonly MadeCase[]) => Promise<void>;

/** Each view as SQL lists and counts it, page by page forwards and backwards, and as the rules say it. */
export async function bothSides(db: Db, put: Put, { cases, viewer, today, order, filters }: DeskWorld) {
  const calendar = buildCalendar([]);
  const officer = { ...viewer, name: '', email: '' };
  const days = {
    today,
    until: lastWithin(calendar, today, 0),
    soon: lastWithin(calendar, today, 3),
    month: { from: '2026-11-01', to: '2026-11-30' },
  };
  await put(cases);
  const rule = (view: View, given: Filters) =>
    cases.flatMap((row, serial) => {
      const late = latenessOf(calendar, today, row);
      const open = !isClosed(row.status);
      const turn = open && isTurnOf(viewer, row);
      const holds: Record<View, boolean> = {
        mine:
          turn ||
          (open &&
            ((row.handlerId !== null && personsOf(viewer).includes(row.handlerId)) ||
              (row.locked && row.keeperId === viewer.id))),
        waiting: turn,
        'due-today': late.daysLeft === 0,
        soon: late.daysLeft !== null && late.daysLeft >= 0 && late.daysLeft <= 3,
        overdue: late.lateByLaw || late.lateByRule,
        open,
        forwarded: open && (row.source === 'vp-ubnd' || row.source === 'dvcqg'),
        'to-report': owesReport({ ...row, answeredAt: null, erasedAt: null, reportedOn: null }),
        new: row.isNew && isNewsFor(viewer, row),
        closed: !open,
        all: true,
        lately: false,
        answered: false,
        'answered-late': false,
        'ended-late': false,
        rated: false,
        returned: false,
      };
      const passes =
        (given.unit === undefined || row.unit === given.unit) &&
        (given.handler === undefined || row.handlerId === given.handler) &&
        (given.status === undefined || row.status === given.status);
      return holds[view] && passes && maySeeCase(officer, row) ? [{ serial, late }] : [];
    });
  const counted = await countOpen(db, officer, days);
  const sides = [];
  for (const view of views) {
    const sort = sortOf({ view, sort: order });
    const byRule = rule(view, filters)
      .map(({ serial, late }) => ({
        serial,
        key:
          sort === 'due'
            ? (late.nearestOn ?? '9999')
            : ((sort === 'latest' || sort === 'quietest'
                ? cases[serial]?.lastOn
                : cases[serial]?.receivedOn) ?? ''),
      }))
      .sort((one, other) => {
        const [a, b] = sort === 'newest' || sort === 'latest' ? [other, one] : [one, other];
        return a.key === b.key ? a.serial - b.serial : a.key < b.key ? -1 : 1;
      })
      .map(({ serial }) => uuidOf(serial));
    const walk = async (backwards: boolean, from?: { key: string; id: string }) => {
      const read: string[] = [];
      for (let place = from; ;) {
        const asked = { view, sort, filters, ...(place && { from: { ...place, backwards } }) };
        const rows = await listCases(db, officer, days, asked, pageSize);
        const ids = rows.map((row) => row.id);
        if (backwards) read.unshift(...ids);
        else read.push(...ids);
        const end = backwards ? rows.at(0) : rows.at(-1);
        if (rows.length < pageSize || !end) return { read, end };
        place = { key: end.place, id: end.id };
      }
    };
    const { read: forwards } = await walk(false);
    const last = forwards.at(-1);
    const { place = '' } =
      (await listCases(db, officer, days, { view, sort, filters }, 1_000)).find((row) => row.id === last) ??
      {};
    const backwards = last === undefined ? [] : [...(await walk(true, { key: place, id: last })).read, last];
    const count =
      view === 'new'
        ? await countNews(db, officer, days)
        : (keptViews as readonly View[]).includes(view)
          ? counted.reduce((sum, row) => sum + row[view as (typeof keptViews)[number]], 0)
          : undefined;
    sides.push({
      view,
      bySql: { forwards, backwards, count },
      byRule: {
        forwards: byRule,
        backwards: byRule,
        count: count === undefined ? undefined : rule(view, {}).length,
      },
    });
  }
  // And by unit and handler, as the figures say it.
  const byPerson = counted.flatMap(({ unit, handlerId, ...numbers }) =>
    keptViews.flatMap((view) =>
      numbers[view] === 0 ? [] : [[view, unit ?? '', handlerId ?? '', numbers[view]] as const],
    ),
  );
  const ruled = Map.groupBy(
    keptViews.flatMap((view) =>
      rule(view, {}).map(
        ({ serial }) => `${view}|${cases[serial]?.unit ?? ''}|${cases[serial]?.handlerId ?? ''}`,
      ),
    ),
    (key) => key,
  );
  const names = (rows: string[]) => rows.sort();
  return {
    sides,
    byPerson: {
      bySql: names(byPerson.map(([view, unit, handler, n]) => `${view}|${unit}|${handler}|${n}`)),
      byRule: names([...ruled].map(([key, all]) => `${key}|${all.length}`)),
    },
  };
}
