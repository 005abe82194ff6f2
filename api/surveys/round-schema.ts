// Rounds as they leave the API: for citizens, and for staff with their progress.
import { z } from '@hono/zod-openapi';
import { Answers } from './answers.ts';
import { RoundFacts } from './results-schema.ts';
import { Channel, RoundState, ScanNumber } from './round.ts';
import { Survey } from './schema.ts';

export const PublicRound = RoundFacts.omit({ target: true, formsIssued: true }).extend({
  state: RoundState,
  /** How long answering takes. */
  minutes: z.int(),
  channels: z.array(Channel),
});
export type PublicRound = z.infer<typeof PublicRound>;

export const StaffRound = RoundFacts.extend({
  state: RoundState,
  papersUntil: z.string(),
  counters: z.array(z.string()),
  channels: z.array(Channel),
  received: z.int(),
  paper: z.int(),
  /** Working days until the last one; null when it is not open. */
  daysLeft: z.int().nullable(),
  attention: z.enum(['closing-soon', 'short-of-target', 'to-close']).nullable(),
});
export type StaffRound = z.infer<typeof StaffRound>;

/** One round with its questionnaire, before it is opened too: paper forms are printed then. */
export const StaffRoundWithSurvey = StaffRound.extend({ survey: Survey });
export type StaffRoundWithSurvey = z.infer<typeof StaffRoundWithSurvey>;

export const PosterRequest = z.object({
  procedure: z.string().max(120).optional(),
  counter: z.string().max(60).optional(),
});

export const TypePaper = z.strictObject({
  scanNumber: ScanNumber,
  answers: Answers,
  /** A second person is to type it in again. */
  checkWanted: z.boolean().default(false),
});
export type TypePaper = z.infer<typeof TypePaper>;

export const RetypePaper = z.strictObject({ answers: Answers });

export const SettlePaper = z.strictObject({
  right: z.record(z.string().max(20), z.enum(['first', 'second'])),
});

export const PaperView = z.object({
  scanNumber: z.string(),
  state: z.enum(['entered', 'awaiting-check', 'agrees', 'differs', 'settled']),
  enteredOn: z.string(),
  /** Whether the one who asks typed it in: somebody else must do the second typing. */
  isOwn: z.boolean(),
  /** The questions that two typings answer differently, with both answers. */
  differences: z.array(
    z.object({ code: z.string(), label: z.string(), first: z.string(), second: z.string() }),
  ),
});
export type PaperView = z.infer<typeof PaperView>;
