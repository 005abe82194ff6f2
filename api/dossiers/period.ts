// Which month a worksheet of figures says it is of: by its “Kỳ báo cáo” line or by its name. Pure.

/** `month`: `2026-09`, or `--09` where no year is said. `other`: a quarter, a year, a range: no single month. */
export type Period = { month: string } | { other: string };

const two = (number: string | number) => String(number).padStart(2, '0');

/** The period that a line above a table states; undefined where it states none. A day of signing is none. */
export function periodIn(line: string): Period | undefined {
  const text = line.slice(0, 400).normalize('NFC').replace(/\s+/g, ' ');
  const isStated = /kỳ báo cáo|kỳ:|số liệu/iu.test(text);
  const rest = text.replace(/ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?/giu, '');
  const range = /từ tháng (\d{1,2}).{0,20}?(?:đến|-) (?:hết )?tháng (\d{1,2})/iu.exec(rest);
  if (range && range[1] !== range[2]) return { other: range[0] };
  const wide =
    /(?:quý (?:[IV]{1,3}|[1-4])|(?:6|sáu|9|chín|3|ba) tháng(?: đầu năm| cuối năm)?)(?:[ /-]*(?:năm )?\d{4})?/iu.exec(
      rest,
    );
  const month =
    /(?<![\p{L}\d] )tháng (\d{1,2}) ?(?:năm |[/.-] ?)(20\d\d)/iu.exec(rest) ??
    /tháng (\d{1,2}) ?(?:năm |[/.-] ?)(20\d\d)/iu.exec(rest);
  if (month && isMonth(month[1])) return { month: `${month[2]}-${two(month[1] ?? '')}` };
  if (wide && (isStated || /^[\s(]*(?:quý|6|sáu|9|chín|3|ba)/iu.test(rest))) return { other: wide[0] };
  if (!isStated) return undefined;
  const short = /(\d{1,2}) ?[/.-] ?(20\d\d)(?!\d)/.exec(rest.replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, ''));
  if (short && isMonth(short[1])) return { month: `${short[2]}-${two(short[1] ?? '')}` };
  // From the 15th of one month to the 14th of the next: the month in which it ends.
  const days = /(\d{1,2})\/(\d{1,2})\/(20\d\d) ?(?:đến|-|–|tới).{0,12}?(\d{1,2})\/(\d{1,2})\/(20\d\d)/iu.exec(
    text,
  );
  if (days) {
    const between = Number(days[6]) * 12 + Number(days[5]) - Number(days[3]) * 12 - Number(days[2]);
    return between <= 1 && isMonth(days[5])
      ? { month: `${days[6]}-${two(days[5] ?? '')}` }
      : { other: days[0] };
  }
  const year = /năm (20\d\d)/iu.exec(rest);
  return year ? { other: year[0] } : undefined;
}

/** The month that a worksheet's name says: `T9`, `Tháng 09.2026`, `Thang 9`, `9-2026`, `2026-09`. */
export function periodOfName(name: string): Period | undefined {
  const plain = name
    .slice(0, 60)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim();
  const yearFirst = /(?<!\d)(20\d\d)[ ._/-](\d{1,2})(?!\d)/.exec(plain);
  if (yearFirst && isMonth(yearFirst[2])) return { month: `${yearFirst[1]}-${two(yearFirst[2] ?? '')}` };
  const full = /(?<!\d)(\d{1,2}) ?(?:[ ._/-]|nam)+ ?(20\d\d)(?!\d)/.exec(plain);
  if (full && isMonth(full[1])) return { month: `${full[2]}-${two(full[1] ?? '')}` };
  if (/(?<![a-z])quy ?[ivx\d]|(?:^|\s)(?:6|9|3) thang/.test(plain)) return { other: name };
  const bare = /(?:^|[^a-z])(?:t|thang|th)[ ._-]?(\d{1,2})(?![\d.])/.exec(plain);
  return bare && isMonth(bare[1]) ? { month: `--${two(bare[1] ?? '')}` } : undefined;
}

const isMonth = (text: string | undefined) => Number(text) >= 1 && Number(text) <= 12;

/** Whether a period is that month (`2026-09`); a name without a year fits any. */
export const isOf = (period: Period, month: string): boolean =>
  'month' in period && (period.month === month || period.month === `--${month.slice(5)}`);

/** `tháng 9/2026`, or the words of what is no month. */
export function periodText(period: Period): string {
  if ('other' in period) return period.other;
  const [year, month] = period.month.startsWith('--') ? ['', period.month.slice(2)] : period.month.split('-');
  return `tháng ${Number(month)}${year ? `/${year}` : ''}`;
}
