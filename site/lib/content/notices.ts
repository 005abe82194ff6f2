// The change notices of all decisions as pages show them, by decision and by field.
import { getCollection } from 'astro:content';
import type { ChangeNotice } from '../../../api/procedures/decisions/notice-schema.ts';
import { changeNotices } from '../../../api/procedures/decisions/notices.ts';
import { type Decision, effectiveDay } from '../../../api/procedures/decisions/schema.ts';
import { anchorOf } from '../../../api/text/fold.ts';
import type { ProcedureFile } from '../../../api/procedures/schema.ts';
import { decisions, versionsOf } from './decisions.ts';
import { countFields } from '../form/fields.ts';

const entries: { id: string; data: ProcedureFile }[] = await getCollection('procedures');
export const notices = changeNotices({
  decisions,
  stored: entries.map(({ id, data }) => ({ slug: id, file: data, versions: versionsOf(id) })),
});
const names = new Map(entries.map(({ id, data }) => [id, data.name]));
export const nameOf = (slug: string) => names.get(slug) ?? slug;

/** Every field of a procedure, whether or not there is a notice of it; `anchor` stands in addresses. */
export const fields = countFields(entries.map(({ data }) => data)).map(({ field }) => ({
  field,
  anchor: anchorOf(field),
}));

export type Announced = { decision: Decision; on: string; notices: ChangeNotice[] };

/** The decisions that changed something for citizens, newest effect first; of one field where it is named. */
export function announced(field?: string): Announced[] {
  const byDecision = Map.groupBy(
    notices.filter(({ procedure }) => field === undefined || procedure.field === field),
    ({ decision }) => decision,
  );
  return decisions
    .flatMap((decision) => {
      const own = byDecision.get(decision.slug);
      return own ? [{ decision, on: effectiveDay(decision), notices: own }] : [];
    })
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
