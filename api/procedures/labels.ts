// The Vietnamese names of a procedure's enumerations.
import { isNone, noneWords } from './part.ts';
import type { Channel, Kind, Level, OnlineLevel, Procedure, Status, TimeUnit } from './schema.ts';
import { twoFigures } from '../text/numbers.ts';

export const statusLabels: Record<Status, string> = {
  'in-force': 'Đang hiệu lực',
  'not-yet-in-force': 'Sắp có hiệu lực',
  replaced: 'Đã bị thay thế',
  repealed: 'Đã bãi bỏ',
  'needs-review': 'Sở chưa xác nhận',
};

/** Since Nghị định 42/2022/NĐ-CP an online service is either whole (toàn trình) or partial (một phần). */
export const onlineLevelLabels: Record<OnlineLevel, string> = {
  full: 'Toàn trình',
  partial: 'Một phần',
  none: 'Chưa cung cấp trực tuyến',
  unknown: 'Chưa có thông tin',
};

export const channelLabels: Record<Channel, string> = {
  'in-person': 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Bưu chính',
};

export const levelLabels: Record<Level, string> = {
  ministry: 'Cấp Bộ',
  province: 'Cấp tỉnh',
  commune: 'Cấp xã',
  other: 'Cơ quan khác',
};

export const kindLabels: Record<Kind, string> = {
  'not-delegated': 'Thủ tục hành chính không được luật giao quy định chi tiết',
  delegated: 'Thủ tục hành chính được luật giao quy định chi tiết',
  specific: 'Thủ tục hành chính đặc thù',
  internal: 'Thủ tục hành chính nội bộ (giữa các cơ quan nhà nước)',
};

export const timeUnitLabels: Record<TimeUnit, string> = {
  'working-days': 'ngày làm việc',
  'calendar-days': 'ngày',
  months: 'tháng',
  hours: 'giờ',
};

export const unknownLabel = 'Chưa có thông tin';
/** The same to citizens. */
export const unpublishedLabel = 'Sở chưa công bố';

export const eraLabels = {
  'from-2025': 'Nội dung thuộc thế hệ thủ tục từ năm 2025',
  'before-2025-or-unknown': 'Nội dung có từ trước năm 2025 hoặc không rõ năm, không chắc còn hiệu lực',
} as const;

/** Said where a common limit would stand. */
export const timePerWay = 'Tùy cách nộp, xem Cách thức thực hiện';

/** The time limit in the source's words; null where nothing is known. */
export function timeLimitText({ timeLimit }: Pick<Procedure, 'timeLimit'>): string | null {
  if (timeLimit === 'unknown') return null;
  return isNone(timeLimit) ? noneWords(timeLimit) : timeLimit.text;
}

/** The time limit in a few words, for lists: months stay months, further cases are hinted at; null where nothing is known. */
export function shortTimeLimit({ timeLimit }: Pick<Procedure, 'timeLimit'>): string | null {
  if (timeLimit === 'unknown') return null;
  if (isNone(timeLimit)) return noneWords(timeLimit);
  const { amount, unit, text } = timeLimit;
  if (amount === null || unit === null) return text.length <= 40 ? text : 'Nhiều mốc, xem trong thủ tục';
  const period = `${twoFigures(amount)} ${timeUnitLabels[unit]}`;
  return hasOtherCases(text) ? `${period} (có trường hợp khác)` : period;
}

const hasOtherCases = (text: string) => text.includes('trường hợp');

/** The one period of a time limit, in figures; `isOne`: its source names no further cases. Null where there is none such. */
export function periodOf({
  timeLimit,
}: Pick<Procedure, 'timeLimit'>): { amount: number; unit: TimeUnit; isOne: boolean } | null {
  if (timeLimit === 'unknown' || isNone(timeLimit)) return null;
  const { amount, unit, text } = timeLimit;
  return amount === null || unit === null ? null : { amount, unit, isOne: !hasOtherCases(text) };
}

const dong = new Intl.NumberFormat('vi-VN');

/** The fee in a few words, for lists and the first screen; null where nothing is known. */
export function shortFee({ fee }: Pick<Procedure, 'fee'>): string | null {
  if (fee === 'unknown') return null;
  if (isNone(fee)) return fee.none.length <= 40 ? noneWords(fee) : 'Không mất phí, lệ phí';
  if (fee.amountVnd !== null) return `${dong.format(fee.amountVnd)} đồng`;
  const plain = fee.text.replace(/\s*\([^()]*\)/g, '');
  return plain.length <= 70 ? plain : 'Tùy trường hợp, xem mức phí';
}

/** The one sum of a fee in đồng, 0 where none is asked; null where there is no one sum, or nothing is known. */
export function feeVndOf({ fee }: Pick<Procedure, 'fee'>): number | null {
  if (fee === 'unknown') return null;
  return isNone(fee) ? 0 : fee.amountVnd;
}

/** A form as its source names it; where it names a file, which cannot be had here, only that there is a form. */
export function formWords(form: string): string {
  if (/\.(docx?|pdf|xlsx?)\b/i.test(form)) return 'Theo mẫu';
  return /^(mẫu|theo mẫu|phụ lục)/i.test(form) ? form : `Mẫu: ${form}`;
}
