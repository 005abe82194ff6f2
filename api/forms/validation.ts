// What every text field obeys, and zod's findings turned into Vietnamese sentences tied to fields.
import { z } from 'zod';
import { invisible } from '../text/signs.ts';
import type { FieldError } from '../problems/problem.ts';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const wellFormed = (text: string) => text.isWellFormed() && !controls.test(text);
const unreadable = 'Có ký tự không đọc được (ký tự điều khiển). Hãy xóa và gõ lại đoạn này.';
const characters = (text: string) => [...text].length;
/** Marks that NFC joins, spaces and line ends that are tidied: what is within its limit is never longer than this. */
const longestRaw = (max: number) => max * 4 + 64;
/** How many wrong fields are named in one answer, and how much of a name that no form has. */
const mostErrors = 50;
const longestKey = 80;
const seen = (text: string) => text.replace(invisible, '').trim();

type Limits = { min?: number; max: number; missing: string; tooLong?: string };

/**
 * A text that is measured before anything looks at it. zod goes on to the next check after a failed one unless that
 * one aborts: no pattern of a schema ever sees what is too long. `max` in UTF-16 units.
 */
export const cut = (max: number, { missing, tooLong }: { missing?: string; tooLong: string }) =>
  z.string(missing === undefined ? undefined : { error: missing }).max(max, { error: tooLong, abort: true });

/** `min` asks for characters that can be seen, `max` bounds all of them. */
const bounded = (tidy: (text: string) => string, { min = 1, max, missing, ...limits }: Limits) => {
  const tooLong = limits.tooLong ?? `Dài quá ${max} ký tự. Hãy viết ngắn lại.`;
  const isLong = (text: string) => text.length > longestRaw(max);
  // Said by a refinement: the API document names the limit in characters, not this one. None aborts: zod would then leave
  // out the rules over several fields too, and a form would tell its mistakes in two goes. Each looks at nothing too long.
  return z
    .string({ error: missing })
    .refine((text) => !isLong(text), tooLong)
    .refine((text) => isLong(text) || wellFormed(text), unreadable)
    .transform((text) => tidy(text).normalize('NFC'))
    .refine((text) => characters(text) <= max, tooLong)
    .refine((text) => text.length > max * 2 || characters(seen(text)) >= min, missing);
};

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

/** Zod issues as field errors with JSON pointers, fifty at most; unknown keys are named one by one, the long ones cut. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const told = error.issues.slice(0, mostErrors).flatMap((issue): FieldError[] => {
    const pointer = issue.path.map(pointerPart).join('');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, mostErrors).map((key) => ({
        pointer: pointer + pointerPart(key),
        detail: `Không có ô nào tên là “${shortened(key)}”. Hãy bỏ ô này.`,
      }));
    return [{ pointer, detail: vietnamese(issue) }];
  });
  return told.slice(0, mostErrors);
}

const shortened = (key: string) =>
  (key.length > longestKey ? `${key.slice(0, longestKey)}…` : key).toWellFormed();
const pointerPart = (key: PropertyKey) =>
  `/${shortened(String(key)).replaceAll('~', '~0').replaceAll('/', '~1')}`;

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
