// Rejects a letter on a lawful ground; what the sender could mend must have been asked for first.
import { groundLabels } from '../../labels.ts';
import { mendable, RejectGround } from '../../schema.ts';
import { choicesOf } from '../../../forms/asked.ts';
import { area, type FormCase } from '../form-field.ts';
import { classifying } from '../form-parts.ts';
import { contentCode, posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { invalid } from '../subject.ts';

const hintOf = (ground: string, { events }: FormCase) =>
  mendable.some((one) => one === ground) && !events.some(({ step }) => step === 'ask-supplement')
    ? 'Bổ sung được: phải yêu cầu bổ sung trước.'
    : undefined;

export const reject = {
  from: ['submitted'],
  to: ['rejected'],
  by: ['TN'],
  signedBy: ['CVP'],
  label: 'Không tiếp nhận',
  source: 'gạch đầu dòng thứ nhất điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan không tiếp nhận và đã nêu lý do.', words: true },
  letter: true,
  merged: null,
  counts: { ends: 'refused' },
  officer: officer({
    input: posted('reject', { contentCode, ground: RejectGround, reason }),
    place: { group: 'triage', order: 120, pressing: null },
    fields: (found) => [
      ...classifying(found),
      {
        control: 'radios',
        name: 'ground',
        label: 'Lý do theo luật',
        options: choicesOf(RejectGround.options, groundLabels).map((choice) => ({
          ...choice,
          hint: hintOf(choice.value, found),
        })),
      },
      area('reason', 'Lời giải thích cho người gửi', 4),
    ],
    whose: null,
    first: null,
    needs: ({ ground }, { wasAsked }) =>
      mendable.includes(ground) && !wasAsked
        ? invalid('/ground', 'Thiếu sót này bổ sung được: hãy yêu cầu bổ sung trước, chưa được từ chối ngay.')
        : undefined,
    classifies: true,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
