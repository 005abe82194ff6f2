// Not enough ground for an answer yet: an interim word now, a review later.
import { area } from '../form-field.ts';
import { posted, words } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { handlersOwn } from '../whose.ts';

export const collect = {
  from: ['assigned'],
  to: ['collecting'],
  by: ['XL'],
  signedBy: ['LD'],
  label: 'Tiếp tục tập hợp',
  source: 'gạch đầu dòng thứ nhất điểm b khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Chưa đủ cơ sở xem xét, cơ quan tiếp tục tập hợp để nghiên cứu.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('collect', { interim: words('Viết lời trả lời tạm cho người gửi.', 20_000) }),
    place: { group: 'handling', order: 130, pressing: null },
    fields: () => [
      area('interim', 'Trả lời tạm cho người gửi', 5, {
        hint: 'Chưa đủ cơ sở để trả lời: tiếp tục tập hợp, rà soát lại sau mỗi quý.',
      }),
    ],
    whose: handlersOwn,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
