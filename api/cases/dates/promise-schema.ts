// What is asked of, and said by, the reckoning of a promise.
import { z } from 'zod';
import { DueRequest, DueView } from '../../calendar/schema.ts';
import { Deadline } from '../../deadlines/schema.ts';

export const PromiseRequest = z.strictObject({ sentOn: DueRequest.shape.from.optional() });

/** `stages` in their order, each with its last day; the last one counts from the last day of the answer. */
export const PromiseView = z.object({
  sentOn: z.string().meta({ format: 'date' }),
  due: DueView,
  stages: z.array(Deadline.extend({ on: z.string().meta({ format: 'date' }) })),
});
export type PromiseView = z.infer<typeof PromiseView>;
