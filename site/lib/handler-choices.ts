// The people who can be given a case, grouped by their unit.
import { parseResponse } from 'hono/client';
import { units } from './units.ts';

export async function handlerChoices(api: App.Locals['api']) {
  const { colleagues } = await parseResponse(api.api.staff.colleagues.$get());
  const handlers = colleagues.filter(({ role }) => role === 'XL');
  return [...Map.groupBy(handlers, ({ unit }) => unit)].map(([unit, people]) => ({
    label: units.find(({ code }) => code === unit)?.name ?? unit,
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  }));
}
