// A unit of the department: cases are assigned to units, staff belong to one. Code and name are content.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

export const UnitKind = z.enum(['leadership', 'office', 'professional', 'subordinate']);
export type UnitKind = z.infer<typeof UnitKind>;

/** `confirmed` false: read in a document of its time; the department has yet to say that the unit exists today. */
export const Unit = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Mã đơn vị chỉ gồm chữ thường không dấu, số, gạch nối.'),
  name: Text,
  kind: UnitKind,
  alsoNamed: z.array(Text).default([]),
  confirmed: z.boolean(),
  sources: z.array(z.strictObject({ document: Text, on: Day.nullable() })).min(1),
});
export type Unit = z.infer<typeof Unit>;

/** content/units.yaml: the units in the order in which every list shows them. */
export const Units = z
  .array(Unit)
  .min(1)
  .refine((units) => new Set(units.map(({ code }) => code)).size === units.length, 'Hai đơn vị có cùng mã.');

/** What a unit is called to the public once it has left the list. */
export const formerUnit = 'Đơn vị nay không còn';

/** The name of a unit; what has left the list since is said to have, with its code: `Đơn vị nay không còn (phong-cu)`. */
export function unitName(units: readonly Unit[], code: string): string {
  return units.find((unit) => unit.code === code)?.name ?? `${formerUnit} (${code})`;
}
