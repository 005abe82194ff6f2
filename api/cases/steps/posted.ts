// What officers and senders post with a step: the parts that several steps share. Pure.
import { z } from 'zod';
import { typedDay } from '../../forms/typed-day.ts';
import { line, paragraphs } from '../../forms/validation.ts';
import { CaseKey } from '../case-key.ts';
import { optional } from '../../forms/blank.ts';
import { ContentCode } from '../schema.ts';

const version = z.int({ error: 'Thiếu phiên bản của hồ sơ. Hãy tải lại trang.' });

/** A step of an officer with what it must say; `version` is that of the case as it was seen. */
export const posted = <Name extends string, Shape extends z.ZodRawShape>(step: Name, shape: Shape) =>
  z.strictObject({ step: z.literal(step), version, ...shape });

/** A step of the sender, proven by number and secret. */
export const sent = <Name extends string, Shape extends z.ZodRawShape>(step: Name, shape: Shape) =>
  z.strictObject({ step: z.literal(step), ...CaseKey.shape, ...shape });

/** A few lines, `min` 5 characters. */
export const words = (missing: string, max = 2_000) => paragraphs({ min: 5, max, missing });
/** Why an officer does it. */
export const reason = words('Ghi rõ lý do.');
/** Classifies in the same step what nobody has classified yet (điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP). */
export const contentCode = optional(ContentCode);
/** One of the staff who keeps a letter in secret. */
export const keeperOf = (missing: string) => optional(line({ max: 100, missing }));
/** Who handles it, the units that help, and a word of whoever gives it. */
export const assignment = {
  /** A handler, or `unit:` and the code of a unit (assignee.ts). */
  handlerId: line({ max: 100, missing: 'Chọn người xử lý.' }),
  units: z.array(z.string().max(60)).max(10).default([]),
  note: optional(words('Ghi chú.')),
};
/** Number and date of a document on paper. */
export const paper = {
  documentNumber: line({ max: 100, missing: 'Ghi số, ký hiệu văn bản.' }),
  documentOn: typedDay('Ghi ngày văn bản.'),
};

/** The same of a document that is to draw its number from the register once it is signed: both, or neither. */
export const paperOrLater = {
  documentNumber: optional(paper.documentNumber),
  documentOn: optional(paper.documentOn),
};
