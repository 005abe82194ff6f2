// Whether a channel is open, as a sentence.
import { dateOf, dayNumber, vietnameseDate, weekdayName } from '../../../api/dates/dates.ts';
import type { ChannelOpening } from '../../../api/contacts/views.ts';

/** Such as `Mở lại lúc 07:00 Thứ Hai, 23/11/2026 (nghỉ cuối tuần)`; what is unchecked or expected is said to be so. */
export function openingWords(opening: ChannelOpening, today: string): string {
  const words = [
    opening.checked ? '' : ' Giờ này chưa kiểm chứng.',
    opening.certain ? '' : ' Lịch nghỉ những ngày này còn là dự kiến.',
  ].join('');
  if (opening.state === 'open')
    return `${opening.allDay ? 'Cả ngày, không nghỉ.' : `Đến ${opening.until} hôm nay.`}${words}`;
  const { opensOn, opensAt, reason } = opening;
  if (opensOn === null) return `Chưa rõ ngày mở lại.${words}`;
  const why = { hours: '', weekend: ' (đang nghỉ cuối tuần)', holiday: ' (đang nghỉ lễ)' }[reason];
  return `Mở lại lúc ${opensAt} ${dayWords(opensOn, today)}${why}.${words}`;
}

function dayWords(date: string, today: string): string {
  if (date === today) return 'hôm nay';
  const day = `${weekdayName(dayNumber(date))}, ${vietnameseDate(date)}`;
  return date === dateOf(dayNumber(today) + 1) ? `ngày mai, ${day}` : day;
}
