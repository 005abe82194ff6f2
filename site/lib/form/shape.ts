// What a schema of the API says of its fields, as far as a form needs to know it.
import type { z } from 'zod';
import type { Values } from './form.ts';

export type FieldKind =
  | { type: 'text' | 'number' | 'boolean' | 'other'; isNullable: boolean }
  | { type: 'object'; isNullable: boolean; schema: z.ZodType };

type Def = {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  discriminator?: string;
  values?: unknown[];
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;
const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'catch', 'nonoptional']);
const texts = new Set(['string', 'enum', 'literal', 'template_literal', 'date']);

/** The fields of an object; of a choice of objects, those of the one that the form says it is. */
export function shapeOf(schema: z.ZodType, values: Values = {}): Record<string, z.ZodType> {
  const def = defOf(schema);
  if (def.shape) return def.shape;
  if (def.options && def.discriminator) {
    const { discriminator } = def;
    const said = values[discriminator];
    const of = (option: z.ZodType) => shapeOf(option)[discriminator];
    const chosen = def.options.find((option) => {
      const name = of(option);
      return name !== undefined && defOf(name).values?.includes(said);
    });
    const [first] = def.options;
    // A name that is none goes to the API, which says so.
    const alone = first && of(first);
    return chosen ? shapeOf(chosen) : alone ? { [discriminator]: alone } : {};
  }
  const inner = def.innerType ?? (def.in && defOf(def.in).type !== 'transform' ? def.in : def.out);
  if (!inner) throw new Error(`A form needs a schema of fields, not one of kind ${def.type}.`);
  return shapeOf(inner, values);
}

/** Of which kind a field is, and whether nothing may be said of it (null). */
export function kindOf(schema: z.ZodType): FieldKind {
  let isNullable = false;
  for (let at = schema; ;) {
    const def = defOf(at);
    if (wrappers.has(def.type)) {
      isNullable ||= def.type === 'nullable';
      at = def.innerType as z.ZodType;
    } else if (def.type === 'pipe')
      at = (def.in && defOf(def.in).type !== 'transform' ? def.in : def.out) as z.ZodType;
    else {
      if (def.type === 'object') return { type: 'object', isNullable, schema: at };
      if (def.type === 'number') return { type: 'number', isNullable };
      if (def.type === 'boolean') return { type: 'boolean', isNullable };
      // A box that must be ticked is the literal true.
      if (def.type === 'literal' && def.values?.every((value) => typeof value === 'boolean'))
        return { type: 'boolean', isNullable };
      return { type: texts.has(def.type) ? 'text' : 'other', isNullable };
    }
  }
}
