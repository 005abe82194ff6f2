// Vietnamese wording of the calendar.
import type { Certainty, OfficeKind } from './schema.ts';

/** `mark` stands in a small cell, `label` in lists and forms. */
export const dayKindLabels: Record<OfficeKind, { mark: string; label: string }> = {
  off: { mark: 'Nghỉ', label: 'Ngày nghỉ' },
  work: { mark: 'Làm', label: 'Ngày làm việc, làm bù' },
  half: { mark: 'Nửa', label: 'Nghỉ nửa ngày (vẫn là ngày làm việc)' },
};

export const dayCertaintyLabels: Record<Certainty, string> = {
  decided: 'Đã quyết định',
  announced: 'Đã thông báo, chưa đọc văn bản gốc',
  expected: 'Dự kiến, còn có thể đổi',
};
