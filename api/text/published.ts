// What a piece of text and a day in content/ must look like; an officer edits these files by hand.
import { z } from 'zod';

const filler = /^(none|unknown|null|n\/a|đang cập nhật|chưa có( thông tin)?|[\s\-–—_.…?]+)$/iu;

/** A piece of published text: trimmed, NFC, never blank. */
export const Text = z
  .string('Cần một đoạn chữ. Số có dấu chấm như 1.014446 phải đặt trong dấu nháy.')
  .trim()
  .normalize('NFC')
  .min(1, 'Đang để trống. Ghi nội dung, hoặc ghi unknown nếu chưa có thông tin.')
  .refine(
    (text) => !filler.test(text),
    'Chữ điền cho có không phải nội dung. Ghi unknown nếu chưa có thông tin.',
  );

/** A calendar day, YYYY-MM-DD. YAML readers that turn days into instants are taken back. */
export const Day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('Cần một ngày viết dạng 2026-01-05.'),
);
