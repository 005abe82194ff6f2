// Putting a template into what an officer is writing: always behind it, never in its place.
import type { Insertion } from '../../../api/letters/template-views.ts';
import { wordSteps } from '../../../api/letters/template.ts';
import type { Values } from '../form/form.ts';
import type { StaffCase } from './staff-case.ts';

type Cases = App.Locals['api']['api']['staff']['cases'];

/** The templates for the long fields of the steps open here; none where they cannot be read for the moment. */
export async function insertionsHere(
  cases: Cases,
  { number, steps }: Pick<StaffCase, 'number' | 'steps'>,
): Promise<Insertion[]> {
  if (!wordSteps.some((step) => steps.includes(step))) return [];
  const answer = await cases[':number'].insertions.$get({ param: { number } });
  return answer.status === 200 ? (await answer.json()).insertions : [];
}

/** Whether a posted form of a case asks for a template only, and takes no step. */
export const asksToInsert = (values: Values): boolean => values['insert'] !== undefined;

/** What was typed with the words of the chosen template behind it, shown again as the step's form. */
export function withInsertion(values: Values, insertions: readonly Insertion[]): Values {
  const step = values['insert'];
  if (step === undefined) return values;
  const chosen = insertions.find((one) => one.step === step && one.code === values[`template-${step}`]);
  if (!chosen) return { ...values, step };
  const typed = values[chosen.field]?.trimEnd() ?? '';
  const words = chosen.text.trim();
  return { ...values, step, [chosen.field]: typed ? `${typed}\n\n${words}` : words };
}
