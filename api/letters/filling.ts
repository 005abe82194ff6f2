// Templates read and filled: text with fields between double braces. Pure; each text is walked once.
import { fieldOf, fields, type FieldName, type FieldValues } from './fields.ts';

/** Stands where a case does not say what a field asks for: to be filled in by hand. */
export const blank = '.........';

export type Part = { text: string } | { field: FieldName };
export type Read = { parts: Part[] } | { wrong: string };

/** A template's text as parts; `wrong`: a sentence that says what cannot be read. `kept`: fields that name somebody are refused. */
export function readTemplate(text: string, { kept = false } = {}): Read {
  const parts: Part[] = [];
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('{{', from);
    if (open < 0) break;
    const close = text.indexOf('}}', open + 2);
    if (close < 0) return { wrong: `Dấu {{ chưa có dấu đóng }}: “${shortened(text.slice(open))}”.` };
    const typed = text.slice(open + 2, close);
    const field = fieldOf(typed);
    if (field === undefined)
      return { wrong: `Không có trường “${shortened(typed.trim())}”. Chọn trong danh sách trường.` };
    if (kept && fields[field].personal)
      return {
        wrong: `Trường “${field}” có thể nêu tên người gửi: trích yếu còn trong sổ sau khi dữ liệu cá nhân đã xóa. Hãy bỏ trường này.`,
      };
    if (open > from) parts.push({ text: text.slice(from, open) });
    parts.push({ field });
    from = close + 2;
  }
  const rest = text.slice(from);
  if (rest.includes('}}')) return { wrong: `Dấu }} chưa có dấu mở {{: “${shortened(rest)}”.` };
  if (rest) parts.push({ text: rest });
  return { parts };
}

const shortened = (text: string) =>
  ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text).toWellFormed();

/** The text with every field filled once: what a value holds is never read for fields again. */
export function fillTemplate(text: string, values: FieldValues): string {
  const read = readTemplate(text);
  if ('wrong' in read) throw new RangeError(read.wrong);
  return read.parts.map((part) => ('text' in part ? part.text : values[part.field] || blank)).join('');
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
