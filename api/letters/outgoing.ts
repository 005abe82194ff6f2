// The register of outgoing documents as a table, in the columns of Phụ lục IV Nghị định số 30/2020/NĐ-CP. Pure.
import { z } from 'zod';
import { optional } from '../forms/blank.ts';
import { vietnameseDate } from '../dates/dates.ts';
import { dayMs } from '../dates/lengths.ts';
import { typedDay } from '../forms/typed-day.ts';
import type { ReportTable } from '../reports/document.ts';
import { LetterKind } from './schema.ts';

/** Days of the documents, both included, and one kind of letter where it is asked for. */
export const Asked = z
  .strictObject({
    from: typedDay('Chọn từ ngày nào.'),
    to: typedDay('Chọn đến ngày nào.'),
    kind: optional(LetterKind),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Ngày cuối phải sau ngày đầu.' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * dayMs, {
    path: ['to'],
    message: 'Chọn nhiều nhất một năm.',
  });
export type Asked = z.infer<typeof Asked>;

export const OutgoingLine = z.object({
  id: z.string(),
  kind: LetterKind,
  number: z.string(),
  issuedOn: z.string().meta({ format: 'date' }),
  /** The type's name and what it is about. */
  about: z.string(),
  signer: z.string(),
  capacity: z.string(),
  /** Whom it went to; null: not for this viewer, or erased. */
  to: z.string().nullable(),
  unit: z.string().nullable(),
  caseNumber: z.string(),
  /** Given by the office's own system. */
  isOutside: z.boolean(),
  givenBy: z.string().nullable(),
  /** Why the number is void; it stays in the register. Null: it is not. */
  cancelled: z.object({ on: z.string(), reason: z.string() }).nullable(),
});
export type OutgoingLine = z.infer<typeof OutgoingLine>;

const columns = [
  { label: 'Số, ký hiệu văn bản', width: 13 },
  { label: 'Ngày tháng văn bản', width: 9 },
  { label: 'Tên loại và trích yếu nội dung văn bản', width: 28 },
  { label: 'Người ký', width: 12 },
  { label: 'Nơi nhận văn bản', width: 20 },
  { label: 'Đơn vị, người nhận bản lưu', width: 12 },
  { label: 'Số lượng bản', width: 7 },
  { label: 'Ghi chú', width: 18 },
];

/** What is left to the pen (how many copies were made) stays empty. */
export function outgoingTable(lines: readonly OutgoingLine[]): ReportTable {
  return {
    kind: 'table',
    name: 'Sổ văn bản đi',
    caption: null,
    head: [
      columns.map(({ label }) => ({ text: label })),
      columns.map((_, index) => ({ text: `(${index + 1})` })),
    ],
    rows: lines.map((line) =>
      [
        line.number,
        vietnameseDate(line.issuedOn),
        line.about,
        line.signer,
        line.to,
        line.unit,
        null,
        notesOf(line).join('. '),
      ].map((value) => ({ value })),
    ),
    total: null,
    widths: columns.map(({ width }) => width),
    note: lines.length === 0 ? 'Trong kỳ chưa có văn bản nào được cấp số.' : null,
  };
}

/** What stands beside a number: its case, that it was given elsewhere, that it is void and why. */
export const notesOf = ({ cancelled, isOutside, caseNumber }: OutgoingLine): string[] => [
  `Hồ sơ ${caseNumber}`,
  ...(isOutside ? ['Số của hệ thống văn bản cơ quan'] : []),
  ...(cancelled ? [`Số đã hủy ngày ${vietnameseDate(cancelled.on)}: ${cancelled.reason}`] : []),
];
