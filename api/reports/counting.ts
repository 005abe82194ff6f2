// Cases counted into the columns of a form, row by row, with who stands behind each number. Pure.
import type { ReportCase } from './case-facts.ts';
import type { CaseFilter, CasesForm, Identity } from './form-schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

export type CountedRow = { key: string; label: string; values: number[] };
export type CheckedIdentity = Identity & { leftValue: number; rightValue: number; holds: boolean };

/** What a form comes to: rows and their total in the order of the columns. */
export type Counted = {
  columns: { number: string; groups: string[]; label: string; sumOf: number[] | null }[];
  rows: CountedRow[];
  total: number[];
  identities: CheckedIdentity[];
  /** Numbers of the cases that stand on one side of an identity more often than on the other. */
  offending: string[];
  notes: string[];
};

/** Whether a case is one of those that a filter asks for. */
export function fits(one: ReportCase, filter: CaseFilter): boolean {
  const {
    track,
    arrival,
    competence,
    channel,
    state,
    onTime,
    late,
    published,
    again,
    receivedBefore,
    classified,
  } = filter;
  const isOneOf = (list: readonly string[] | undefined, value: string) => list?.includes(value) ?? true;
  const is = (wanted: boolean | undefined, value: boolean | null) => wanted === undefined || wanted === value;
  return (
    isOneOf(track, one.track) &&
    isOneOf(arrival, one.arrival) &&
    isOneOf(competence, one.competence) &&
    isOneOf(channel, one.channel) &&
    isOneOf(state, one.state) &&
    is(onTime, one.onTime) &&
    is(late, one.late) &&
    is(published, one.published) &&
    is(again, one.again) &&
    is(receivedBefore, one.receivedBefore) &&
    is(classified, one.classified)
  );
}

const isLeftOut = (form: CasesForm, { state }: ReportCase) =>
  form.leftOut.some((left) => left.state === state);

/** How often a case counts in a column: a sum counts it once for every column that it adds up. */
function weightOf(form: CasesForm, number: string, one: ReportCase, seen: readonly string[] = []): number {
  const column = form.columns.find((given) => given.number === number);
  if (!column || seen.includes(number)) return 0;
  if ('count' in column) return fits(one, column.count) ? 1 : 0;
  return column.sum.reduce((sum, inner) => sum + weightOf(form, inner, one, [...seen, number]), 0);
}

const keyOf = (form: CasesForm, one: ReportCase): string => one[form.rows] ?? '';

/** The cases behind a cell, in the order of their numbers; an empty key is the row without a name. */
export function casesBehind(
  form: CasesForm,
  cases: readonly ReportCase[],
  number: string,
  row: string | null,
): ReportCase[] {
  return cases
    .filter((one) => !isLeftOut(form, one) && (row === null || keyOf(form, one) === row))
    .filter((one) => weightOf(form, number, one) > 0)
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/**
 * Counts the cases of a period. `labelOf` names a row by its key. Rows stand in the order of their names, the one
 * without a name last.
 */
export function countCases(
  form: CasesForm,
  cases: readonly ReportCase[],
  labelOf: (key: string) => string,
): Counted {
  const counted = cases.filter((one) => !isLeftOut(form, one));
  const valuesOf = (some: readonly ReportCase[]) =>
    form.columns.map(({ number }) => some.reduce((sum, one) => sum + weightOf(form, number, one), 0));
  const rows = [...Map.groupBy(counted, (one) => keyOf(form, one))]
    .map(([key, some]) => ({ key, label: key === '' ? form.noRow : labelOf(key), values: valuesOf(some) }))
    .toSorted((a, b) => Number(a.key === '') - Number(b.key === '') || inVietnameseOrder(a.label, b.label));
  const total = valuesOf(counted);
  const sideOf = (numbers: readonly string[], one: ReportCase) =>
    numbers.reduce((sum, number) => sum + weightOf(form, number, one), 0);
  const sumOf = (numbers: readonly string[]) => counted.reduce((sum, one) => sum + sideOf(numbers, one), 0);
  return {
    columns: form.columns.map((column) => ({
      number: column.number,
      groups: column.groups,
      label: column.label,
      sumOf:
        'sum' in column
          ? column.sum.map((number) => form.columns.findIndex((inner) => inner.number === number))
          : null,
    })),
    rows,
    total,
    identities: form.identities.map((identity) => {
      const [leftValue, rightValue] = [sumOf(identity.left), sumOf(identity.right)];
      const holds = counted.every((one) => sideOf(identity.left, one) === sideOf(identity.right, one));
      return { ...identity, leftValue, rightValue, holds };
    }),
    offending: counted
      .filter((one) => form.identities.some(({ left, right }) => sideOf(left, one) !== sideOf(right, one)))
      .map(({ number }) => number)
      .toSorted(),
    notes: notesOf(form, cases, counted),
  };
}

function notesOf(form: CasesForm, cases: readonly ReportCase[], counted: readonly ReportCase[]): string[] {
  const left = form.leftOut.map(({ state, note }) => {
    const some = cases.filter((one) => one.state === state);
    const carried = some.filter(({ arrival }) => arrival === 'carried').length;
    return `${note.replace('{n}', String(some.length))}${carried > 0 ? ` Trong đó ${carried} hồ sơ từ kỳ trước chuyển qua.` : ''}`;
  });
  const told = form.notes.flatMap(({ text, count }) => {
    if (!count) return [text];
    const found = counted.filter((one) => fits(one, count)).length;
    return found > 0 ? [text.replace('{n}', String(found))] : [];
  });
  return [...left, ...told];
}
