// A sender who has lost the look-up code gets another one: by the address they have confirmed, or from an officer who has
// checked who they are. At addresses of its own.
import type { Step } from '../step.ts';

export const renewSecret = {
  from: [
    'submitted',
    'need_info',
    'conduct_review',
    'accepted',
    'assigned',
    'collecting',
    'reply_draft',
    'approving',
    'answered',
    'published',
    'closed_private',
    'transferred',
    'merged',
    'rejected',
    'guided_out',
    'rated',
    'archived',
  ],
  to: [],
  by: ['HT', 'CVP', 'LD'],
  label: 'Cấp lại mã tra cứu',
  source: 'nội bộ',
  told: { sentence: 'Đã cấp lại mã tra cứu theo đề nghị báo mất mã; mã cũ không còn tác dụng.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
