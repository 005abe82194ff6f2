// Asks the sender for what is missing; the clock stands still until the answer.
import { area } from '../form-field.ts';
import { posted, words } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { forbidden } from '../subject.ts';
import { handlersOwn } from '../whose.ts';

export const askSupplement = {
  from: ['submitted', 'assigned'],
  to: ['need_info'],
  by: ['TN', 'XL'],
  label: 'Yêu cầu bổ sung',
  source: 'Điều 7, điểm a khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; Quyết định số 766/QĐ-TTg',
  told: { sentence: 'Cơ quan đề nghị bổ sung thông tin; thời hạn tạm dừng.', words: true },
  letter: true,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('ask-supplement', {
      question: words('Viết rõ cần bổ sung điều gì, người gửi đọc đúng những lời này.'),
    }),
    place: { group: 'triage', order: 40, pressing: null },
    fields: () => [
      area('question', 'Cần bổ sung điều gì', 4, {
        hint: 'Người gửi đọc đúng những lời này. Thời hạn tạm dừng cho đến khi có trả lời.',
      }),
    ],
    whose: (subject, viewer) =>
      handlersOwn(subject, viewer) ??
      (viewer.role === 'TN' && subject.status !== 'submitted'
        ? forbidden('Hồ sơ đã phân công: người được giao xử lý hỏi thêm người gửi.')
        : undefined),
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
