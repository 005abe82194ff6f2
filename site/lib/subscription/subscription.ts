// The form of subscriptions: its boxes, and what was ticked.
import { parseResponse } from 'hono/client';
import { anchorOf } from '../../../api/text/fold.ts';
import { topicOf } from '../../../api/subscriptions/letters.ts';
import { isSuperseded } from '../../../api/procedures/order.ts';
import { countFields } from '../form/fields.ts';
import type { FieldErrors, Values } from '../form/form.ts';

/** The box that stands for all fields, those to come included. */
export const everyField = 'moi-linh-vuc';
const prefix = 'linh-vuc.';
export const inputName = (value: string) => `${prefix}${value}`;

/** What can be chosen: the procedures wanted by themselves (slugs), then the fields that have procedures, with how many. */
export async function fieldChoices(
  api: App.Locals['api'],
  wanted: readonly string[] = [],
): Promise<{ value: string; label: string; count: number }[]> {
  const { procedures } = await parseResponse(api.api.procedures.$get({ query: {} }));
  const current = procedures.filter((procedure) => !isSuperseded(procedure));
  const own = procedures.filter(({ slug }) => wanted.includes(topicOf(slug)));
  return [
    ...own.map(({ slug, name }) => ({ value: topicOf(slug), label: `Thủ tục: ${name}`, count: 1 })),
    ...countFields(current).map(({ field, count }) => ({ value: anchorOf(field), label: field, count })),
  ];
}

/** `chosen` are the ticked boxes; `fields` what the API is asked for, none meaning every field. */
export function readFields(values: Values): { chosen: string[]; fields: string[]; errors: FieldErrors } {
  const chosen = Object.keys(values)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  const errors =
    chosen.length > 0 ? [] : [{ field: 'fields', text: 'Chọn ít nhất một lĩnh vực, hoặc “Mọi lĩnh vực”.' }];
  return { chosen, fields: chosen.includes(everyField) ? [] : chosen, errors };
}
