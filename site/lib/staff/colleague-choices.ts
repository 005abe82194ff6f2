// The people who can be named in a form of a case, grouped by their unit.
import { parseResponse } from 'hono/client';
import { may } from '../../../api/staff/rights.ts';
import type { Role } from '../../../api/staff/roles.ts';
import { units } from '../content/units.ts';

/** Handlers, who can be given a case, and all colleagues; empty for roles that may not ask. */
export async function colleagueChoices(api: App.Locals['api'], role: Role) {
  if (!may({ role }, 'choose-colleagues')) return { handlers: [], colleagues: [] };
  const { colleagues } = await parseResponse(api.api.staff.colleagues.$get());
  const grouped = (people: typeof colleagues) =>
    [...Map.groupBy(people, ({ unit }) => unit)].map(([unit, members]) => ({
      label: units.find(({ code }) => code === unit)?.name ?? unit,
      options: members.map(({ id, name }) => ({ value: id, label: name })),
    }));
  return {
    handlers: grouped(colleagues.filter((person) => may(person, 'handle-case'))),
    colleagues: grouped(colleagues),
  };
}
