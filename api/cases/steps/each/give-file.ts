// The signed reply is shown to the sender, who may take it along.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const giveFile = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['TN', 'CVP'],
  label: 'Cho người gửi xem văn bản đã ký',
  source: 'nội bộ',
  told: { sentence: 'Đã có văn bản trả lời đã ký, tải về ở trang này.', words: false },
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
