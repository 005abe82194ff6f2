// A wrong accept or classification is taken back: classified anew, under the first clock.
import type { Status } from '../../lifecycle.ts';
import { area } from '../form-field.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { forbidden } from '../subject.ts';

// Nobody works on it yet: intake itself takes back what intake has done.
const undecided: ReadonlySet<Status> = new Set(['conduct_review', 'accepted']);

export const takeBack = {
  from: ['conduct_review', 'accepted', 'assigned', 'collecting', 'reply_draft', 'approving'],
  to: ['submitted'],
  by: ['TN', 'LD', 'CVP'],
  label: 'Thu hồi tiếp nhận, phân loại lại',
  source: 'điểm c, d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Hồ sơ được xem xét, phân loại lại.', words: false },
  letter: true,
  merged: null,
  counts: { about: 'unsaid' },
  officer: officer({
    input: posted('take-back', { reason }),
    place: { group: 'triage', order: 130, pressing: null, rare: true },
    fields: () => [
      {
        control: 'words',
        text: 'Dùng khi tiếp nhận hoặc phân loại nhầm. Hồ sơ trở lại bước phân loại; mọi hạn tính lại từ ngày vào sổ, việc gia hạn (nếu có) không còn.',
      },
      area('reason', 'Vì sao thu hồi', 3),
    ],
    whose: ({ status }, { role }) =>
      role === 'TN' && !undecided.has(status)
        ? forbidden('Hồ sơ đã phân công: Chánh Văn phòng hoặc lãnh đạo thu hồi.')
        : undefined,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
