// A file that holds what is not of this case is erased for good; that it was there stays in the register.
import { Status } from '../../lifecycle.ts';
import type { Step } from '../step.ts';

export const eraseFile = {
  from: Status.options.filter((status) => status !== 'draft'),
  to: [],
  by: ['CVP'],
  label: 'Xóa tệp thêm nhầm',
  source: 'Điều 4 Luật 91/2025/QH15; nội bộ',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: null,
  sender: null,
} as const satisfies Step;
