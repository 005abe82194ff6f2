// What is asked and answered about templates.
import { z } from 'zod';
import { Status } from '../cases/lifecycle.ts';
import { Track } from '../cases/schema.ts';
import { line } from '../forms/validation.ts';
import { TemplateCode } from './schema.ts';
import { Purpose, TemplateWords } from './template.ts';

const Instant = z.string().meta({ format: 'date-time' });
/** The same words as they leave: nothing is read into them again. */
const Words = z.object({
  name: z.string(),
  purpose: Purpose,
  track: Track.nullable(),
  status: Status.nullable(),
  type: z.string().nullable(),
  subject: z.string().nullable(),
  to: z.string().nullable(),
  body: z.string(),
  copies: z.string().nullable(),
  source: z.string(),
});

export const TemplateItem = z.object({
  code: TemplateCode,
  name: z.string(),
  purpose: Purpose,
  track: Track.nullable(),
  status: Status.nullable(),
  /** In force; 0: as it came along. Null: none is. */
  version: z.int().nullable(),
  /** A version waits for a second hand. */
  waits: z.boolean(),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

export const VersionView = z.object({
  version: z.int(),
  words: Words,
  retired: z.boolean(),
  author: z.string(),
  /** The viewer's own, or of whom they stand in for: another must release it. */
  isOwn: z.boolean(),
  writtenAt: Instant,
  state: z.enum(['waiting', 'released', 'returned']),
  judge: z.string().nullable(),
  judgedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type VersionView = z.infer<typeof VersionView>;

export const TemplateView = z.object({
  code: TemplateCode,
  inForce: z.object({ version: z.int(), words: Words }).nullable(),
  shipped: Words.nullable(),
  versions: z.array(VersionView),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const ProposeTemplate = z.strictObject({
  /** The newest version that its writer knew of; 0: none was written yet. */
  seen: z.int().min(0),
  /** Nobody is offered the template any more. */
  retired: z.boolean().default(false),
  words: TemplateWords,
});
export type ProposeTemplate = z.infer<typeof ProposeTemplate>;

export const ReturnTemplate = z.strictObject({
  reason: line({ min: 5, max: 300, missing: 'Ghi vì sao trả lại, ít nhất 5 ký tự.' }),
});

export const PreviewTemplate = z.strictObject({
  number: line({ max: 40, missing: 'Ghi mã hồ sơ để xem thử.' }),
  words: TemplateWords,
});

/** Words for the long field of a step, filled in from the case. */
export const Insertion = z.object({
  code: TemplateCode,
  name: z.string(),
  step: z.string(),
  field: z.string(),
  text: z.string(),
});
export type Insertion = z.infer<typeof Insertion>;
