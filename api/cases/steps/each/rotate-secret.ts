// The sender changes the look-up code.
import { cut } from '../../../forms/validation.ts';
import { sent } from '../posted.ts';
import type { Step } from '../step.ts';

const wrongKey = 'Khóa của lần đổi mã phải có 20 đến 100 ký tự chữ, số, gạch nối.';

export const rotateSecret = {
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
    'rated',
  ],
  to: [],
  by: ['CD'],
  label: 'Đổi mã tra cứu',
  source: 'nội bộ',
  told: { sentence: 'Ông/Bà đã đổi mã tra cứu.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: null,
  sender: sent('rotate-secret', {
    /** Under the same key the same change is told again: who presses twice is not locked out. */
    key: cut(100, { tooLong: wrongKey })
      .regex(/^[\w-]{20,100}$/, wrongKey)
      .optional(),
  }),
} as const satisfies Step;
