// Who else has a case open, in one sentence; said by the page and by its script.
import type { Presence } from '../../../api/cases/presence/presence.ts';
import { clockOf } from '../../../api/dates/dates.ts';

/** Empty where nobody has. */
export const othersWords = (others: Presence['others']): string =>
  others.length === 0
    ? ''
    : `Đang mở hồ sơ này: ${others.map(({ name, since }) => `${name} (từ ${clockOf(new Date(since))})`).join(', ')}. Trao đổi trước khi làm cùng một bước.`;
