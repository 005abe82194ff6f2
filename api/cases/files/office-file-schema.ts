// What is said of files that the office adds to a case, and how staff see them.
import { z } from 'zod';
import { longestNote, OfficeFilePurpose } from '../../attachments/office-file.ts';
import { StaffAttachmentView } from '../../attachments/schema.ts';
import { UploadTokens } from '../../attachments/upload.ts';
import { optional } from '../../forms/blank.ts';
import { typedDay } from '../../forms/typed-day.ts';
import { line } from '../../forms/validation.ts';
import { fieldsAreSound } from '../schema.ts';

export const AddOfficeFiles = z
  .strictObject({
    /** Tokens of POST /api/uploads, at most five; all are of the same kind and day. */
    attachments: UploadTokens.refine((tokens) => tokens.length > 0, 'Chọn tệp cần thêm.'),
    purpose: OfficeFilePurpose,
    /** Of receipt, or the one that stands on it; of a signed reply with its number, that of the register. */
    datedOn: optional(typedDay('Ghi ngày.')),
    note: optional(line({ max: longestNote, missing: 'Ghi chú.' })),
    /** The line of a signed reply in the register of outgoing documents. */
    documentId: optional(z.uuid('Số văn bản này không có trong sổ văn bản đi của hồ sơ.')),
    /** The signed reply is shown to the sender at once. */
    give: z.boolean().default(false),
  })
  .refine(({ datedOn, documentId }) => datedOn !== undefined || documentId !== undefined, {
    path: ['datedOn'],
    message: 'Ghi ngày nhận, hoặc ngày trên tài liệu.',
    when: fieldsAreSound('datedOn', 'documentId'),
  })
  .refine(({ purpose, documentId }) => purpose === 'signed-reply' || documentId === undefined, {
    path: ['documentId'],
    message: 'Chỉ văn bản trả lời đã ký mới có số trong sổ văn bản đi.',
    when: fieldsAreSound('purpose', 'documentId'),
  })
  .refine(({ purpose, give }) => purpose === 'signed-reply' || !give, {
    path: ['give'],
    message: 'Chỉ văn bản trả lời đã ký mới cho người gửi xem được.',
    when: fieldsAreSound('purpose', 'give'),
  });
export type AddOfficeFiles = z.infer<typeof AddOfficeFiles>;

const why = (missing: string) =>
  z.strictObject({ reason: line({ min: 5, max: 300, missing: `${missing}, ít nhất 5 ký tự.` }) });
export const WithdrawOfficeFile = why('Ghi vì sao rút tệp này');
export const EraseOfficeFile = why('Ghi vì sao xóa tệp này');

const Instant = z.string().meta({ format: 'date-time' });

export const OfficeFileView = z.object({
  ...StaffAttachmentView.shape,
  /** 1, 2, 3 … within the case, its sender's files counted. */
  place: z.int(),
  purpose: OfficeFilePurpose,
  /** A day in Asia/Ho_Chi_Minh. */
  datedOn: z.string().meta({ format: 'date' }),
  /** Null: nothing, or withheld, or erased. */
  note: z.string().nullable(),
  /** Its line in the register of outgoing documents. */
  document: z.object({ id: z.string(), number: z.string() }).nullable(),
  addedBy: z.string().nullable(),
  addedAt: Instant,
  givenAt: Instant.nullable(),
  withdrawn: z.object({ at: Instant, by: z.string().nullable() }).nullable(),
  /** It tells who sent the case, which this viewer may not know: neither name nor content is theirs. */
  isWithheld: z.boolean(),
  /** What this viewer may do with it now. */
  may: z.array(z.enum(['give', 'withdraw', 'erase'])),
});
export type OfficeFileView = z.infer<typeof OfficeFileView>;
