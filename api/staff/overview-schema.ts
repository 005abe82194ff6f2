// What the page of running the portal is told.
import { z } from 'zod';
import { AskView } from './account-schema.ts';

export const RunningSetting = z.object({
  name: z.string(),
  /** In words; never a secret. */
  value: z.string(),
  does: z.string(),
  /** Who set it: the settings of the process, or the portal where nobody did. */
  isGiven: z.boolean(),
  /** The text it rests on, or `nội bộ`. */
  source: z.string(),
});
export type RunningSetting = z.infer<typeof RunningSetting>;

export const Overview = z.object({
  asks: z.array(AskView),
  accounts: z
    .object({
      open: z.number(),
      invited: z.number(),
      notYet: z.number(),
      over: z.number(),
      closed: z.number(),
      lackingSecondFactor: z.number(),
    })
    .nullable(),
  settings: z.array(RunningSetting).nullable(),
});
