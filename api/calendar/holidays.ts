// The public holidays that law fixes by date, with the days off that compensate for weekends: known for every year.
import { dateOf, dayNumber, isWeekend } from '../dates/dates.ts';
import type { CalendarDay } from './schema.ts';

/** The calendar counts from dates of these years only. */
export const firstDate = '2000-01-01';
export const lastDate = '2099-12-31';

const labourCode = 'Điều 112 Bộ luật Lao động 2019';
const compensation = 'Khoản 3 Điều 111 Bộ luật Lao động 2019';

// Giỗ Tổ and Tết follow the moon, the second day of Quốc khánh is chosen each year: they come with the year's notice.
const fixed = [
  { monthDay: '01-01', reason: 'Tết Dương lịch', since: 2000, source: labourCode },
  { monthDay: '04-30', reason: 'Ngày Chiến thắng', since: 2000, source: labourCode },
  { monthDay: '05-01', reason: 'Ngày Quốc tế lao động', since: 2000, source: labourCode },
  { monthDay: '09-02', reason: 'Quốc khánh', since: 2000, source: labourCode },
  {
    monthDay: '11-24',
    reason: 'Ngày Văn hóa Việt Nam',
    since: 2026,
    source: 'Điều 2 Nghị quyết 28/2026/QH16',
  },
];

/** The fixed-date holidays of a year, each on a weekend followed by its compensating day on the next free weekday. */
export function statutoryDaysOff(year: number): CalendarDay[] {
  const holidays = fixed
    .filter(({ since }) => year >= since)
    .map(({ monthDay, reason, source }) => dayOff(dayNumber(`${year}-${monthDay}`), reason, source));
  const taken = new Set(holidays.map(({ date }) => date));
  const compensating = holidays
    .filter(({ date }) => isWeekend(dayNumber(date)))
    .map(({ date, reason }) => {
      let day = dayNumber(date) + 1;
      while (isWeekend(day) || taken.has(dateOf(day))) day += 1;
      taken.add(dateOf(day));
      return dayOff(day, `Nghỉ bù ${reason}`, compensation);
    });
  return [...holidays, ...compensating];
}

const dayOff = (day: number, reason: string, source: string): CalendarDay => ({
  date: dateOf(day),
  kind: 'off',
  reason,
  certainty: 'decided',
  source,
});
