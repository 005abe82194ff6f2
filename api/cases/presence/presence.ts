// Who has a case open at the moment, and for how long that is believed. Pure.
import { z } from 'zod';

/** Who has not said so again for so long has it open no more; nothing is kept longer (nội bộ). */
export const presenceMinutes = 5;
/** How often a page says again that it is open. */
export const presenceEverySeconds = 120;

const Instant = z.string().meta({ format: 'date-time' });

export const Presence = z.object({
  /** When this was asked: by it a page that is left takes back its own word, and no later one. */
  at: Instant,
  others: z.array(z.object({ name: z.string(), since: Instant })),
});
export type Presence = z.infer<typeof Presence>;

/** Of a page that is left: `at` of its last answer. */
export const LeaveCase = z.strictObject({ at: z.iso.datetime({ error: 'Thời điểm chưa đúng.' }) });
