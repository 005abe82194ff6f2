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

/** What a field or a body is under all that is wrapped around it, and whether nothing may be said of it (null). */
function bare(schema: z.ZodType): { schema: z.ZodType; def: Def; isNullable: boolean } {
  const def = defOf(schema);
  const inner =
    def.type === 'pipe'
      ? def.in && defOf(def.in).type !== 'transform'
        ? def.in
        : def.out
      : wrappers.has(def.type)
        ? def.innerType
        : undefined;
  if (!inner) return { schema, def, isNullable: false };
  const under = bare(inner);
  return { ...under, isNullable: under.isNullable || def.type === 'nullable' };
}

/** The fields of an object; of a choice of objects, those of the one that the form says it is. */
export function shapeOf(schema: z.ZodType, values: Values = {}): Record<string, z.ZodType> {
  const { def } = bare(schema);
  const { shape, options, discriminator } = def;
  if (shape) return shape;
  if (!options || !discriminator)
    throw new Error(`A form needs a schema of fields, not one of kind ${def.type}.`);
  const shapes = options.map((option) => shapeOf(option));
  const nameIn = (fields: Record<string, z.ZodType>) => fields[discriminator];
  const chosen = shapes.find((fields) => {
    const name = nameIn(fields);
    return name !== undefined && defOf(name).values?.includes(values[discriminator]);
  });
  const [first] = shapes;
  const name = first && nameIn(first);
  // A name that is none goes to the API, which says so.
  return chosen ?? (name ? { [discriminator]: name } : {});
}

/** Of which kind a field is, and whether nothing may be said of it (null). */
export function kindOf(field: z.ZodType): FieldKind {
  const { schema, def, isNullable } = bare(field);
  if (def.type === 'object') return { type: 'object', isNullable, schema };
  if (def.type === 'number' || def.type === 'boolean') return { type: def.type, isNullable };
  // A box that must be ticked is the literal true.
  const isTick = def.type === 'literal' && def.values?.every((value) => typeof value === 'boolean');
  if (isTick) return { type: 'boolean', isNullable };
  return { type: texts.has(def.type) ? 'text' : 'other', isNullable };
}
