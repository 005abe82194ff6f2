// A time limit out of a cell's words: the words always, amount and unit only where there is one reading of them.
import type { Part } from '../procedures/part.ts';
import type { TimeLimit, TimeUnit } from '../procedures/schema.ts';

const units: [RegExp, TimeUnit][] = [
  [/^ngày làm việc$/i, 'working-days'],
  [/^ngày$/i, 'calendar-days'],
  [/^tháng$/i, 'months'],
  [/^giờ$/i, 'hours'],
];
const single =
  /^(?:trong vòng |trong |thời hạn |không quá |tối đa )*(\d{1,3})(?: ?\([\p{L} ]+\))? (ngày làm việc|ngày|tháng|giờ)(?:,? ((?:kể từ|tính từ|từ|sau) [^\d;:]+))?[.;]?$/iu;
const none = /^không (quy định|có)( thời hạn)?\.?$/i;

/**
 * `05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ` -> 5 working days from then. Further figures or cases leave
 * `amount` null; months stay months.
 */
export function timeLimitOf(words: string): Part<TimeLimit> {
  const text = words.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (none.test(text)) return { none: text.replace(/\.$/, '') };
  const found = single.exec(text);
  const unit = units.find(([pattern]) => pattern.test(found?.[2] ?? ''))?.[1];
  const amount = Number(found?.[1]);
  if (!found || !unit || amount === 0 || /trường hợp|đối với|riêng|hoặc/i.test(found[3] ?? ''))
    return { text, amount: null, unit: null, from: null };
  return { text, amount, unit, from: found[3]?.replace(/[.;]$/, '').trim() ?? null };
}
