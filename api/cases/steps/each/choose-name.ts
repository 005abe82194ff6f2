// The sender chooses whether to be named where the answer is published.
import { z } from 'zod';
import { sent } from '../posted.ts';
import type { Step } from '../step.ts';

export const chooseName = {
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
  ],
  to: [],
  by: ['CD'],
  label: 'Chọn ẩn hay nêu tên khi công khai',
  source: 'Điều 9, Điều 16 Luật 91/2025/QH15',
  told: { sentence: 'Người gửi đã chọn cách nêu tên khi công khai.', words: true },
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: sent('choose-name', { name: z.enum(['hide', 'show'], { error: 'Chọn ẩn hay nêu tên.' }) }),
} as const satisfies Step;
