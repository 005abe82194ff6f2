// The procedures as choices of a list, grouped by field.
import { parseResponse } from 'hono/client';
import { supersededOf } from '../../../api/procedures/choosing.ts';
import { isSuperseded } from '../../../api/procedures/order.ts';

/**
 * Groups for a `Select`, and the name of a slug. What is replaced or repealed is not offered; where one is chosen
 * already (an old link, a case of its time) it stays among the choices, marked.
 */
export async function procedureChoices(api: App.Locals['api'], chosen?: string) {
  const { procedures } = await parseResponse(api.api.procedures.$get({ query: {} }));
  const old = procedures.find((one) => one.slug === chosen && isSuperseded(one));
  const byField = Map.groupBy(
    procedures.filter((one) => !isSuperseded(one)),
    ({ field }) => field,
  );
  return {
    groups: [
      ...(old
        ? [{ label: 'Đã được thay thế hoặc bãi bỏ', options: [{ value: old.slug, label: old.name }] }]
        : []),
      ...[...byField].map(([label, group]) => ({
        label,
        options: group.map(({ slug, name }) => ({ value: slug, label: name })),
      })),
    ],
    supersededOf: (slug: string) => supersededOf(new Map(procedures.map((one) => [one.slug, one])), slug),
    nameOf: (slug: string | undefined) => procedures.find((procedure) => procedure.slug === slug)?.name,
  };
}
