// The people who can be named in a form of a case, grouped by their unit, with what each has in hand.
import { parseResponse } from 'hono/client';
import { asUnit } from '../../../api/cases/steps/assignee.ts';
import { may, relationsOf } from '../../../api/staff/rights.ts';
import type { Role } from '../../../api/staff/roles.ts';
import { units } from '../content/units.ts';

type Load = { open: number; overdue: number };
type Colleague = { id: string; name: string; role: Role; unit: string };

const unitNamed = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
/** `đang mở 5, quá hạn 2`. */
export const loadWords = ({ open, overdue }: Load = { open: 0, overdue: 0 }): string =>
  overdue > 0 ? `đang mở ${open}, quá hạn ${overdue}` : `đang mở ${open}`;

/**
 * Who can be given a case (a head of a unit gives to the unit's own people, others also to units that have a head), and all
 * colleagues; empty for roles that may not ask. What each has in hand is said where somebody is `assigning`.
 */
export async function colleagueChoices(
  api: App.Locals['api'],
  viewer: { role: Role; unit: string },
  { assigning }: { assigning: boolean },
) {
  if (!may(viewer, 'choose-colleagues')) return { handlers: [], colleagues: [] };
  const { colleagues } = await parseResponse(api.api.staff.colleagues.$get());
  return {
    handlers: assigning ? await handlersOf(api, colleagues, viewer) : [],
    colleagues: grouped(colleagues, ({ id, name }) => ({ value: id, label: name })),
  };
}

async function handlersOf(
  api: App.Locals['api'],
  colleagues: Colleague[],
  viewer: { role: Role; unit: string },
) {
  const answer = await api.api.staff.cases.loads.$get();
  const loads = answer.ok ? await answer.json() : { units: {}, people: {} };
  const isHead = ({ role }: { role: Role }) => relationsOf(role, 'see-case').includes('own-unit');
  const handlers = colleagues.filter((person) => may(person, 'handle-case'));
  const choiceOf = ({ id, name }: Colleague) => ({
    value: id,
    label: `${name} (${loadWords(loads.people[id])})`,
  });
  if (isHead(viewer))
    return grouped(
      handlers.filter(({ unit }) => unit === viewer.unit),
      choiceOf,
    );
  const headed = [...new Set(colleagues.filter(isHead).map(({ unit }) => unit))];
  const whole = headed.map((code) => ({
    value: asUnit(code),
    label: `${unitNamed(code)} (${loadWords(loads.units[code])})`,
  }));
  return [
    ...(whole.length > 0 ? [{ label: 'Giao cả phòng, đơn vị', options: whole }] : []),
    ...grouped(handlers, choiceOf),
  ];
}

const grouped = (
  people: readonly Colleague[],
  choiceOf: (person: Colleague) => { value: string; label: string },
) =>
  [...Map.groupBy(people, ({ unit }) => unit)].map(([unit, members]) => ({
    label: unitNamed(unit),
    options: members.map(choiceOf),
  }));
