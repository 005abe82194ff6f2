// What an officer's draft is: the fields of one form of one page, for its writer alone. Pure.
import { z } from 'zod';

/** How long a draft is kept after its last change, in days (nội bộ: a quarter, so that no leave is too long). */
export const draftDays = 90;
/** How long the drafts of a closed account wait for who takes over, in days after their last change (nội bộ). */
export const closedAccountDays = 365;
/** How long a draft that was thrown away can be taken back, in days (nội bộ). */
export const droppedDays = 7;
/** So many drafts has one officer at most, those that can be taken back among them. */
export const mostDrafts = 300;
const mostCharacters = 200_000;
const mostFields = 300;

const page = z
  .string()
  .max(200)
  .regex(/^\/can-bo(?:\/\w[\w.-]*)*$/, 'Địa chỉ trang không đúng.');
const form = z.string().regex(/^[\w.-]{1,120}$/, 'Tên biểu mẫu không đúng.');

const isSmall = (values: Record<string, string>) =>
  Object.keys(values).length <= mostFields && JSON.stringify(values).length <= mostCharacters;

/** The fields of a form under their names, too long for the form or not: nothing typed is refused for what it says. */
const DraftValues = z
  .record(z.string().max(120), z.string())
  .refine(isSmall, 'Nội dung quá dài, không lưu nháp được. Hãy chép ra tệp khác rồi viết ngắn lại.');

export const KeepOwnDraft = z.strictObject({
  page,
  form,
  /** Where its writer was: the page with its query. */
  address: z.string().max(500),
  values: DraftValues,
  /** Of the draft that the form was filled with; 0: none. */
  revision: z.int().min(0),
});
export type KeepOwnDraft = z.infer<typeof KeepOwnDraft>;

/** A draft as it is sealed. */
export const SealedOwnDraft = z.object({ address: z.string(), values: z.record(z.string(), z.string()) });
export type SealedOwnDraft = z.infer<typeof SealedOwnDraft>;

const Instant = z.string().meta({ format: 'date-time' });

export const KeptOwnDraft = z.object({ id: z.uuid(), revision: z.int(), savedAt: Instant });

/** A draft as its writer opens it. */
export const OwnDraft = z.object({
  id: z.uuid(),
  page: z.string(),
  form: z.string(),
  /** What is being written, in words: “Dự thảo trả lời”. */
  title: z.string(),
  caseNumber: z.string().nullable(),
  address: z.string(),
  values: z.record(z.string(), z.string()),
  revision: z.int(),
  savedAt: Instant,
  /** Who wrote it and handed it over, by name; null: whoever opens it. Until it is taken up it waits like one thrown away. */
  writer: z.string().nullable(),
  /** When it was thrown away; it can be taken back until `expiresAt`. */
  droppedAt: Instant.nullable(),
  expiresAt: Instant,
  /** Whether its form can still be sent: the step is open to its writer, in the round for which it was written. */
  isOpen: z.boolean(),
});
export type OwnDraft = z.infer<typeof OwnDraft>;
export const OwnDrafts = z.object({ drafts: z.array(OwnDraft) });

/** Pages of forms that are no step of a case, in words. */
const titles: readonly [RegExp, string][] = [
  [/^\/can-bo\/nhap$/, 'Vào sổ'],
  [/^\/can-bo\/nhieu-ho-so\//, 'Nhiều hồ sơ cùng lúc'],
  [/^\/can-bo\/them-tep$/, 'Thêm tệp'],
  [/^\/can-bo\/lich$/, 'Lịch làm việc'],
  [/^\/can-bo\/thoi-han$/, 'Thời hạn'],
  [/^\/can-bo\/niem-yet$/, 'Niêm yết'],
  [/^\/can-bo\/nghia-vu$/, 'Nghĩa vụ báo cáo'],
  [/^\/can-bo\/khao-sat/, 'Khảo sát'],
  [/^\/can-bo\/du-lieu-ca-nhan\//, 'Yêu cầu về dữ liệu cá nhân'],
];

/** `/can-bo/nhap` -> `Vào sổ`. */
export const titleOfPage = (address: string): string =>
  titles.find(([pattern]) => pattern.test(address))?.[1] ?? 'Biểu mẫu';
