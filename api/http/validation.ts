// What every text field obeys, and zod's findings turned into Vietnamese sentences tied to fields.
import { z } from 'zod';
import { invisible } from '../text/signs.ts';
import type { FieldError } from './problem.ts';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const wellFormed = (text: string) => text.isWellFormed() && !controls.test(text);
const unreadable = 'Có ký tự không đọc được (ký tự điều khiển). Hãy xoá và gõ lại đoạn này.';
const characters = (text: string) => [...text].length;
const seen = (text: string) => text.replace(invisible, '').trim();

type Limits = { min?: number; max: number; missing: string; tooLong?: string };

/** `min` asks for characters that can be seen, `max` bounds all of them. */
const bounded = (tidy: (text: string) => string, limits: Limits) =>
  z
    .string({ error: limits.missing })
    .refine(wellFormed, unreadable)
    .transform((text) => tidy(text).normalize('NFC'))
    .refine((text) => characters(seen(text)) >= (limits.min ?? 1), limits.missing)
    .refine(
      (text) => characters(text) <= limits.max,
      limits.tooLong ?? `Dài quá ${limits.max} ký tự. Hãy viết ngắn lại.`,
    );

/** A one-line text: NFC, one space between words, invisible characters stripped; limits in characters. */
export const line = (limits: Limits) =>
  bounded((text) => text.replace(invisible, '').replace(/\s+/g, ' ').trim(), limits);

/** A text of several lines: NFC, line ends as \n; invisible characters stay and are shown escaped by `visible`. */
export const paragraphs = (limits: Limits) => bounded((text) => text.replace(/\r\n?/g, '\n').trim(), limits);

/** Shows invisible characters of a stored text as ⟨U+202E⟩, so that a reader sees what is there. */
export function visible(text: string): string {
  return text.replace(
    invisible,
    (mark) => `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}

/** Zod issues as field errors with JSON pointers; unknown keys are named one by one. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    const pointer = issue.path.map(pointerPart).join('');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: pointer + pointerPart(key),
        detail: `Không có ô nào tên là “${key}”. Hãy bỏ ô này.`,
      }));
    return [{ pointer, detail: vietnamese(issue) }];
  });
}

const pointerPart = (key: PropertyKey) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

// A schema that gave its own sentence keeps it; zod's English ones are replaced.
function vietnamese(issue: z.core.$ZodIssue): string {
  if (/[^\u0000-\u007f]/.test(issue.message)) return issue.message;
  // An issue does not carry its input; zod's own message says whether there was one.
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined') ? 'Cần điền ô này.' : 'Giá trị không đúng kiểu.';
  if (issue.code === 'invalid_value')
    return `Chỉ nhận một trong các giá trị: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_big') return `Giá trị quá lớn hoặc quá dài (nhiều nhất ${issue.maximum}).`;
  if (issue.code === 'too_small') return `Giá trị quá nhỏ hoặc quá ngắn (ít nhất ${issue.minimum}).`;
  return 'Giá trị không đúng khuôn dạng.';
}
