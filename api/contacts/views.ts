// The answers about channels that are computed when asked.
import { z } from 'zod';

const Clock = z.string().meta({ example: '11:30' });

/** `checked` false: the hours themselves are not verified; `certain` false: days off on the way are only expected. Clock times and dates are of Việt Nam. */
export const ChannelOpening = z.union([
  z.strictObject({
    id: z.string(),
    checked: z.boolean(),
    certain: z.boolean(),
    state: z.literal('open'),
    until: Clock,
    allDay: z.boolean(),
  }),
  z.strictObject({
    id: z.string(),
    checked: z.boolean(),
    certain: z.boolean(),
    state: z.literal('closed'),
    opensOn: z.string().nullable(),
    opensAt: Clock.nullable(),
    reason: z.enum(['hours', 'weekend', 'holiday']),
  }),
]);
export type ChannelOpening = z.infer<typeof ChannelOpening>;

export const ExpiredContact = z.strictObject({
  id: z.string(),
  name: z.string(),
  what: z.string(),
  validTo: z.string(),
});
