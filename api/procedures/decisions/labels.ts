// The Vietnamese names of what decisions do.
import { vietnameseDate } from '../../dates/dates.ts';
import type { DecisionFile, DecisionOp } from './schema.ts';

/** The three kinds of Điều 14 Nghị định 63/2010/NĐ-CP, "thay thế" as its own, and what practice adds. */
export const opLabels: Record<DecisionOp, string> = {
  new: 'Mới ban hành',
  amend: 'Sửa đổi, bổ sung',
  replace: 'Thay thế',
  repeal: 'Bãi bỏ',
  standardise: 'Chuẩn hóa',
  correct: 'Đính chính',
};

export const scopeLabels: Record<DecisionFile['scope'], string> = {
  ministry: 'Cấp bộ',
  province: 'Cấp tỉnh',
};

/** What a reader should know of a change in one sentence; the day is said beside it. */
export const opSentences: Record<DecisionOp, string> = {
  new: 'Thủ tục mới, trước đây chưa có.',
  amend: 'Thủ tục vẫn còn; một số nội dung đổi.',
  replace: 'Thủ tục này thay cho thủ tục cũ.',
  repeal: 'Thủ tục không còn thực hiện nữa.',
  standardise: 'Thủ tục được công bố lại và có nội dung khác trước.',
  correct: 'Nội dung đã công bố được sửa cho đúng.',
};

/** The day from which something holds; one that was inferred says so. */
export const sinceWords = (on: string, isInferred: boolean): string =>
  isInferred ? `${vietnameseDate(on)} (suy từ ngày ký)` : vietnameseDate(on);
