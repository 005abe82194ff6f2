// Where a decision must be posted and until when (content/posting.yaml), the mark an officer makes, and the checklist.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';
import { UploadTokens } from '../attachments/upload.ts';
import { typedDay } from '../forms/typed-day.ts';
import { paragraphs } from '../forms/validation.ts';

export const Place = z.enum(['web', 'office', 'units', 'one-stop', 'national-database']);
export type Place = z.infer<typeof Place>;

/** A term counts for decisions signed on `since` or later; `shortened` is the amount by the shortened procedure. */
export const Term = z.strictObject({
  amount: z.int().min(0).max(400),
  unit: z.enum(['working-days', 'calendar-days']),
  shortened: z.int().min(0).max(400).nullable(),
  from: z.enum(['signed', 'received', 'effective']),
  since: Day.nullable(),
  certainty: z.enum(['law', 'operational', 'proposal']),
  legalBasis: Text,
});
export type Term = z.infer<typeof Term>;

export const PostingPlace = z.strictObject({
  place: Place,
  label: Text,
  scopes: z.array(z.enum(['province', 'ministry'])).min(1),
  legalBasis: Text,
  terms: z.array(Term),
});
export type PostingPlace = z.infer<typeof PostingPlace>;

/** Every place exactly once. */
export const Posting = z.array(PostingPlace).refine(
  (places) =>
    places
      .map(({ place }) => place)
      .toSorted()
      .join() === Place.options.toSorted().join(),
  `Ghi mỗi nơi một lần: ${Place.options.join(', ')}.`,
);
export type Posting = z.infer<typeof Posting>;

const note = { max: 500, missing: 'Ghi lý do bỏ mục đã ghi.' };

/**
 * `done` with the day on which it was posted, or the taking back of a mark with its reason. `after` is the newest mark
 * that the officer saw (null: none): who ticks on an old page is told so.
 */
export const PostingMark = z.discriminatedUnion(
  'done',
  [
    z.strictObject({
      done: z.literal(true),
      place: Place,
      on: typedDay('Nhập ngày đã làm xong, ví dụ 05/01/2026.'),
      note: paragraphs({ ...note, min: 0 }).default(''),
      /** Tokens of pictures sent to /api/uploads: photographs of what was posted. */
      photos: UploadTokens.default([]),
      after: z.int().nullable(),
    }),
    z.strictObject({
      done: z.literal(false),
      place: Place,
      note: paragraphs({ ...note, min: 3 }),
      after: z.int().nullable(),
    }),
  ],
  { error: 'Chọn ghi đã làm (true) hoặc bỏ ghi (false).' },
);
export type PostingMark = z.infer<typeof PostingMark>;

/** The day on which the department received a decision; `after` is the newest entry that the officer saw. */
export const ReceivedDay = z.strictObject({
  on: typedDay('Nhập ngày Sở nhận quyết định, ví dụ 05/01/2026.'),
  note: paragraphs({ ...note, min: 0 }).default(''),
  after: z.int().nullable(),
});
export type ReceivedDay = z.infer<typeof ReceivedDay>;

export const ReceiptView = z.strictObject({
  id: z.int(),
  on: z.iso.date(),
  note: z.string(),
  /** Null: an account that is gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

const DueTerm = Term.extend({ on: z.iso.date(), certain: z.boolean(), summary: z.string() });
export type DueTerm = z.infer<typeof DueTerm>;

export const MarkView = z.strictObject({
  id: z.int(),
  done: z.boolean(),
  on: z.iso.date().nullable(),
  note: z.string(),
  /** Null: the portal itself, or an account that is gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** Ids of its photographs. */
  photos: z.array(z.string()),
});
export type MarkView = z.infer<typeof MarkView>;

export const PlaceState = z.enum(['done', 'done-late', 'late', 'due', 'no-due', 'not-needed']);
export type PlaceState = z.infer<typeof PlaceState>;

export const PlaceView = z.strictObject({
  place: Place,
  label: z.string(),
  legalBasis: z.string(),
  state: PlaceState,
  /** The day that counts: the earliest set by law or formula; where there is none, the earliest internal target. */
  due: DueTerm.nullable(),
  /** An internal target that is not the day that counts. */
  target: DueTerm.nullable(),
  /** Why a term gives no day, in words. */
  missing: z.array(z.string()),
  /** Working days to the due day, negative past it; null once it is done. */
  daysLeft: z.int().nullable(),
  /** The day on which it was done. */
  doneOn: z.iso.date().nullable(),
  /** Newest first; the web place has none, it fills itself. */
  marks: z.array(MarkView),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const ChecklistView = z.strictObject({
  slug: z.string(),
  number: z.string(),
  title: z.string(),
  scope: z.enum(['ministry', 'province']),
  authority: z.string(),
  signedOn: z.iso.date(),
  effectiveOn: z.iso.date().nullable(),
  /** As entered on the screen, else as the decision's file says. */
  receivedOn: z.iso.date().nullable(),
  /** Entries of that day, newest first. */
  receipts: z.array(ReceiptView),
  shortened: z.boolean(),
  procedures: z.int(),
  places: z.array(PlaceView),
});
export type ChecklistView = z.infer<typeof ChecklistView>;
