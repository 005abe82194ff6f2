// What staff send and see of the one-stop figures.
import { z } from 'zod';
import { optional } from '../forms/blank.ts';
import { line } from '../forms/validation.ts';
import { DossierRow } from './row.ts';

/** A year of an office's own workbook, with its borders and colours. */
export const maxWorkbookBytes = 500_000;

const Month = z
  .string({ error: 'Chọn tháng của số liệu.' })
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Chọn tháng của số liệu, viết dạng 2026-03.');
const FileName = line({ max: 200, missing: 'Chọn tệp số liệu.' });

export const PreviewDossiers = z.strictObject({
  month: Month,
  fileName: FileName,
  /** The file in base64. */
  file: z.base64('Tệp không đọc được. Hãy chọn lại.').min(1, 'Chọn tệp số liệu.'),
  /** Which of several tables that fit, as the preview offered them; '' or absent: none chosen yet. */
  table: z.string().max(120).optional(),
});
export type PreviewDossiers = z.infer<typeof PreviewDossiers>;

export const DossierPreview = z.object({
  month: z.string(),
  fileName: z.string(),
  rows: z.array(DossierRow),
  errors: z.array(z.object({ place: z.string(), text: z.string() })),
  /** Tables between which a person must choose; then nothing else was read. */
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Where the rows come from, what was left out and why, and the worksheet's own total beside the sum of the rows. */
  source: z
    .object({
      worksheet: z.string(),
      period: z.string().nullable(),
      taken: z.string(),
      left: z.array(z.object({ rows: z.string(), why: z.string() })),
      notes: z.array(z.string()),
      sums: z.object({ received: z.int(), settled: z.int(), open: z.int() }),
      stated: z.object({ row: z.int(), received: z.int(), settled: z.int(), open: z.int() }).nullable(),
    })
    .nullable(),
  /** Fields that no procedure of the portal has: perhaps misspelt. */
  unknownFields: z.array(z.string()),
  /** Fields whose dossiers carried over are not those that the month before left open. */
  breaks: z.array(z.object({ field: z.string(), carried: z.int(), before: z.int() })),
  /** The import that counts for this month now; null: none yet. */
  replaces: z.int().nullable(),
});
export type DossierPreview = z.infer<typeof DossierPreview>;

export const ImportDossiers = z.strictObject({
  month: Month,
  fileName: FileName,
  rows: z.array(DossierRow).min(1, 'Không có dòng số liệu nào.').max(200),
  /** What the preview said it would replace. */
  replaces: z.int().nullable(),
  reason: optional(line({ max: 300, missing: 'Ghi lý do.' })),
});
export type ImportDossiers = z.infer<typeof ImportDossiers>;

export const ImportList = z.object({
  imports: z.array(
    z.object({
      id: z.int(),
      month: z.string(),
      fileName: z.string(),
      reason: z.string().nullable(),
      importedBy: z.string().nullable(),
      importedAt: z.string(),
      rows: z.int(),
      received: z.int(),
      counts: z.boolean(),
    }),
  ),
});
