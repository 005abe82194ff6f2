// At the person's request or when the time is over: what was written goes, the case and its events stay.
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const erase = {
  from: [
    'rejected',
    'guided_out',
    'transferred',
    'published',
    'closed_private',
    'merged',
    'rated',
    'archived',
  ],
  to: [],
  by: ['CVP', 'HT'],
  label: 'Xóa dữ liệu cá nhân',
  source: 'Điều 4 Luật 91/2025/QH15; Điều 5 NĐ 356/2025/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('erase', { reason }),
    place: { group: 'other', order: 30, pressing: null, rare: true },
    fields: onlyReason(
      'Căn cứ, lý do xóa; không ghi tên ai',
      'Xóa người gửi, nội dung, lời bổ sung và tệp. Không lấy lại được. Số hồ sơ và nhật ký vẫn còn.',
    ),
    whose: null,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: true,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
