// The sender corrects where letters go.
import { line } from '../../../forms/validation.ts';
import { optional } from '../../../forms/blank.ts';
import { Email, Phone } from '../../schema.ts';
import { sent } from '../posted.ts';
import type { Step } from '../step.ts';

export const correctContact = {
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
  label: 'Sửa thông tin liên hệ',
  source: 'Điều 4 Luật 91/2025/QH15',
  told: { sentence: 'Ông/Bà đã sửa thông tin liên hệ.', words: true },
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: sent('correct-contact', {
    address: line({ min: 5, max: 300, missing: 'Nhập địa chỉ liên hệ: số nhà hoặc thôn, xã, tỉnh.' }),
    phone: optional(Phone),
    email: optional(Email),
  }),
} as const satisfies Step;
