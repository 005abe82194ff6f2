// What pages say beside a period or a rule that is not simply read in the law.
import type { Certainty } from './schema.ts';

/** Nothing for `law`, and nothing for `operational`: its source already says what it is. */
export const certaintyNotes: Partial<Record<Certainty, string>> = {
  secondary: 'Chưa đối chiếu văn bản gốc',
  proposal: 'Quy định nội bộ đề xuất',
};
