// The sender wants no more letters about the case; by the link in a letter, at an address of its own.
import type { Step } from '../step.ts';

export const stopNotices = {
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
    'rated',
    'archived',
  ],
  to: [],
  // Whoever holds a letter has its link: the portal does it, the sender's code is not asked for.
  by: ['HT'],
  label: 'Thôi nhận thư',
  source: 'Điều 4, Điều 9 Luật số 91/2025/QH15',
  told: { sentence: 'Đã thôi gửi thư về hồ sơ này, theo đường dẫn trong thư.', words: true },
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
