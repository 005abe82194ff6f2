// A deadline of the procedure: an amount of days with its legal basis and how sure that is.
import { z } from 'zod';
import { line } from '../forms/validation.ts';

export const DeadlineCode = z.enum([
  'triage',
  'transfer',
  'supplement-ask',
  'handle',
  'publish',
  'assign',
  'supplement-wait',
  'extension',
  'collect-review',
  'rating-window',
  'remind-first',
  'remind-again',
  'identity-retention',
  'rejected-retention',
  'guided-retention',
  'rating-comments',
  'data-acknowledge',
  'data-view',
  'data-view-more',
  'data-withdraw',
  'data-withdraw-more',
  'data-delete',
  'data-delete-more',
  'help-answer',
  'request-retention',
  'obligation-remind',
  'obligation-press',
  'survey-closing',
  'survey-papers',
  'contact-expiring',
  'decision-letter',
  'search-misses',
]);
export type DeadlineCode = z.infer<typeof DeadlineCode>;

export const Deadline = z.strictObject({
  code: DeadlineCode,
  label: z.string(),
  amount: z.int().min(0).max(4_000),
  unit: z.enum(['working-days', 'calendar-days']),
  certainty: z.enum(['law', 'operational', 'proposal']),
  legalBasis: z.string(),
});
export type Deadline = z.infer<typeof Deadline>;

export const ChangeDeadline = z.strictObject({
  amount: z
    .int({ error: 'Nhập số ngày, là số nguyên.' })
    .min(0, 'Số ngày không được âm.')
    .max(4_000, 'Nhiều nhất 4.000 ngày.'),
  legalBasis: line({ min: 10, max: 500, missing: 'Ghi căn cứ của con số này.' }),
  certainty: Deadline.shape.certainty,
  /** The deadline as the form showed it (`seenOf`): a change of somebody else meanwhile is not overwritten. */
  seen: z.string().max(700).optional(),
});
export type ChangeDeadline = z.infer<typeof ChangeDeadline>;

/** A deadline as a form shows it, to be compared when the form comes back. */
export const seenOf = ({ amount, certainty, legalBasis }: Omit<ChangeDeadline, 'seen'>): string =>
  JSON.stringify([amount, certainty, legalBasis]);
