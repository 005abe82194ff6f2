// A letter was merged by mistake: out of the common case again, to be looked at by itself under its first clock.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const undoMerge = {
  from: ['merged'],
  to: ['submitted'],
  by: ['TN', 'CVP'],
  label: 'Bỏ gộp, xử lý riêng',
  source: 'nội bộ',
  told: { sentence: 'Hồ sơ của Ông/Bà được tách khỏi hồ sơ chung, xem xét riêng.', words: false },
  letter: true,
  merged: null,
  counts: { starts: 'unmerged' },
  officer: officer({
    input: posted('undo-merge', { reason }),
    place: { group: 'triage', order: 115, pressing: null },
    fields: onlyReason(
      'Vì sao bỏ gộp',
      'Hồ sơ trở lại bước phân loại, hạn tính từ ngày vào sổ. Người gửi được báo.',
    ),
    whose: null,
    first: ({ isAnswered }) =>
      isAnswered ? tooEarly('Hồ sơ chung đã trả lời cả người gửi này: không bỏ gộp được nữa.') : undefined,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
