// The procedures as choices of a list, grouped by field.
import { parseResponse } from 'hono/client';

/** Groups for a `Select`, and the name of a slug. */
export async function procedureChoices(api: App.Locals['api']) {
  const { procedures } = await parseResponse(api.api.procedures.$get({ query: {} }));
  const byField = Map.groupBy(procedures, ({ field }) => field);
  return {
    groups: [...byField].map(([label, group]) => ({
      label,
      options: group.map(({ slug, name }) => ({ value: slug, label: name })),
    })),
    nameOf: (slug: string | undefined) => procedures.find((procedure) => procedure.slug === slug)?.name,
  };
}
