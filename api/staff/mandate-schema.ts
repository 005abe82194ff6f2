// Further roles and standing in for somebody: what is given, shown and taken up.
import { z } from 'zod';
import { orNull } from '../forms/blank.ts';
import { noSuchDay, typedDay } from '../forms/typed-day.ts';
import { line } from '../forms/validation.ts';
import { Role } from './roles.ts';

/** A day as people type it; null where nothing is said. */
export const TypedDay = orNull(typedDay(noSuchDay));
const NeededDay = typedDay(noSuchDay);

const common = {
  fromOn: NeededDay,
  untilOn: TypedDay,
  reason: line({ min: 5, max: 300, missing: 'Ghi căn cứ: số, ngày văn bản giao việc, ít nhất 5 ký tự.' }),
};
export const AddRole = z.strictObject({
  step: z.literal('add-role'),
  role: Role,
  unit: line({ max: 60, missing: 'Cần mã đơn vị.' }),
  ...common,
});
export const Deputise = z.strictObject({
  step: z.literal('deputise'),
  deputyId: z.string({ error: 'Chọn người làm thay.' }).min(1, 'Chọn người làm thay.').max(60),
  ...common,
});
export const EndMandate = z.strictObject({ step: z.literal('end-mandate'), mandate: z.string().max(60) });
export type NewMandate = z.infer<typeof AddRole> | z.infer<typeof Deputise>;

export const MandateView = z.object({
  id: z.string(),
  userId: z.string(),
  user: z.string(),
  /** In whose place; null: a further role of one's own. */
  principal: z.string().nullable(),
  isDeputy: z.boolean(),
  role: Role,
  unit: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  reason: z.string(),
});
export type MandateView = z.infer<typeof MandateView>;
export const OwnMandates = z.object({ mandates: z.array(MandateView) });

export const ActAs = z.strictObject({
  mandate: orNull(z.string().max(60)),
});
