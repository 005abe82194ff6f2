// Opening hours as data: spans of the week, in the time of Việt Nam.
import { z } from 'zod';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Giờ viết dạng 07:30, muộn nhất 24:00.');

/** One span on some days of the week: 0 is Sunday, 1 Monday … 6 Saturday. */
export const Span = z
  .strictObject({
    days: z.array(z.int().min(0).max(6)).min(1),
    from: Clock,
    to: Clock,
    /** Also on public holidays, as a line that never rests. */
    onHolidays: z.boolean().default(false),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Giờ kết thúc phải sau giờ bắt đầu.' });
export type Span = z.infer<typeof Span>;

export const Hours = z.array(Span).min(1);
export type Hours = z.infer<typeof Hours>;

/** Whether a text names each clock time of the hours: 07:00 as `07h00`, `7h00`, `07:00`, `7h` or `24/24`. */
export function saysTheHours(text: string, hours: Hours): boolean {
  if (/24\/(24|7)/.test(text)) return hours.every(({ from, to }) => from === '00:00' && to === '24:00');
  return hours
    .flatMap(({ from, to }) => [from, to])
    .every((clock) => {
      const [hour = '', minute = ''] = clock.split(':');
      const plain = `0?${Number(hour)}`;
      const end = minute === '00' ? '([h:g]00|h(?!\\d)| giờ)' : `([h:g]${minute}| giờ ${minute})`;
      return new RegExp(`(?<!\\d)${plain}${end}`).test(text);
    });
}
