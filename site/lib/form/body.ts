// A posted form as the body that the API takes: the schema says which fields there are and of which kind each is.
import type { z } from 'zod';
import { kindOf, shapeOf, type FieldKind } from './shape.ts';
import type { Values } from './form.ts';

/**
 * Reads every field of a schema from what was posted: a tick is true or false, a number that is none is NaN, a line left
 * empty is null where nothing may be said. A field that was not posted is left out. What no input can say (lists, files)
 * is given in `more`. The type is that of the route's own schema, so that a form and its route cannot part; the API has
 * the last word on every value.
 */
export function bodyOf<Schema extends z.ZodType>(
  schema: Schema,
  values: Values,
  more: Partial<z.input<Schema>> = {},
): z.input<Schema> {
  const said = Object.entries(shapeOf(schema, values)).flatMap(([name, field]) => {
    const value = valueOf(kindOf(field), values, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(said), ...more } as z.input<Schema>;
}

function valueOf(kind: FieldKind, values: Values, name: string): unknown {
  const text = values[name];
  if (kind.type === 'boolean') return text === 'yes';
  if (kind.type === 'object') return bodyOf(kind.schema, values);
  if (text === undefined || kind.type === 'other') return undefined;
  if (text.trim() === '' && kind.isNullable) return null;
  if (kind.type === 'number') return text.trim() === '' ? Number.NaN : Number(text);
  return text;
}
