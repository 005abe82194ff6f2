// The figures of the desk: what each unit and each person has open and late, and what the month has brought. Each number is
// that of a list, in the sight of who asks.
import { quantile } from '../figures/quantile.ts';
import type { Portal } from '../portal/portal.ts';
import { listPeople } from '../staff/repository.ts';
import type { Viewer } from '../staff/roles.ts';
import { unitName } from '../units/schema.ts';
import { countOpen } from './count-repository.ts';
import { countMonth, countOverdue } from './figure-repository.ts';
import { daysOf } from './list-service.ts';

type Numbers = {
  open: number;
  soon: number;
  overdue: number;
  answered: number;
  answeredLate: number;
  endedLate: number;
  returned: number;
  rated: number;
  satisfied: number;
};
const noNumbers: Numbers = {
  open: 0,
  soon: 0,
  overdue: 0,
  answered: 0,
  answeredLate: 0,
  endedLate: 0,
  returned: 0,
  rated: 0,
  satisfied: 0,
};
type Row = Numbers & { unit: string | null; handlerId: string | null; taken: number[] };

/** By unit and in it by person; `month` is `YYYY-MM`, the present one where none is said. */
export async function deskFigures(portal: Portal, viewer: Viewer, month?: string) {
  const days = await daysOf(portal, month);
  const [open, past, overdue, people] = await Promise.all([
    countOpen(portal.db, viewer, days),
    countMonth(portal.db, viewer, days),
    countOverdue(portal.db, viewer, days),
    listPeople(portal.db),
  ]);
  const rows: Row[] = [
    ...open.map(({ unit, handlerId, open, soon, overdue }) => ({
      ...noNumbers,
      unit,
      handlerId,
      open,
      soon,
      overdue,
      taken: [],
    })),
    ...past.map((row) => ({ ...noNumbers, ...row })),
  ];
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const units = [...Map.groupBy(rows, ({ unit }) => unit)]
    .map(([unit, own]) => ({
      code: unit,
      name: unit === null ? null : unitName(portal.content.units, unit),
      ...added(own),
      people: [...Map.groupBy(own, ({ handlerId }) => handlerId)]
        .map(([id, theirs]) => ({ id, name: nameOf(id), ...added(theirs) }))
        .filter(isAny),
    }))
    .filter(isAny)
    .sort((one, other) => other.overdue - one.overdue || other.open - one.open);
  return { month: days.month.from.slice(0, 7), total: added(rows), overdue, units };
}

/** What each unit and each person has open and overdue, in the sight of who asks: one reading of the kept counts. */
export async function openLoads(portal: Portal, viewer: Viewer) {
  const rows = await countOpen(portal.db, viewer, await daysOf(portal));
  const by = (keyOf: (row: (typeof rows)[number]) => string | null) =>
    Object.fromEntries(
      [...Map.groupBy(rows, keyOf)].flatMap(([key, own]) =>
        key === null ? [] : [[key, { open: sumOf(own, 'open'), overdue: sumOf(own, 'overdue') }]],
      ),
    );
  return { units: by(({ unit }) => unit), people: by(({ handlerId }) => handlerId) };
}

const sumOf = <Name extends string>(rows: readonly Record<Name, number>[], name: Name): number =>
  rows.reduce((so, row) => so + row[name], 0);

const isAny = ({ open, answered, endedLate, returned }: Numbers) =>
  open + answered + endedLate + returned > 0;

function added(rows: readonly Row[]) {
  const sum = (name: keyof Numbers) => rows.reduce((so, row) => so + row[name], 0);
  const numbers = Object.fromEntries(
    (Object.keys(noNumbers) as (keyof Numbers)[]).map((name) => [name, sum(name)]),
  ) as Numbers;
  return { ...numbers, median: medianOf(rows) };
}

function medianOf(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const days of rows.flatMap(({ taken }) => taken)) counts.set(days, (counts.get(days) ?? 0) + 1);
  return quantile(counts, 0.5);
}
