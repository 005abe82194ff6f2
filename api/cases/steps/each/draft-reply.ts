// The handler writes, or rewrites, the reply.
import { paragraphs } from '../../../forms/validation.ts';
import { criterionLabels, outcomeLabels, verdictLabels, verificationLabels } from '../../labels.ts';
import { optional } from '../../../forms/blank.ts';
import { Criteria, criterionKeys, Outcome, Verdict, Verification } from '../../schema.ts';
import { choicesOf } from '../../../forms/asked.ts';
import { area } from '../form-field.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { invalid } from '../subject.ts';
import { handlersOwn } from '../whose.ts';

export const draftReply = {
  from: ['assigned', 'collecting', 'reply_draft'],
  to: ['reply_draft'],
  by: ['XL'],
  label: 'Dự thảo trả lời',
  source: 'điểm c, d khoản 2 Điều 14, Điều 15 Nghị định số 20/2008/NĐ-CP',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('draft-reply', {
      body: paragraphs({ min: 20, max: 20_000, missing: 'Viết nội dung trả lời, ít nhất 20 ký tự.' }),
      outcome: Outcome,
      criteria: Criteria.default({
        necessary: 'not-considered',
        lawful: 'not-considered',
        simple: 'not-considered',
        feasible: 'not-considered',
        consistent: 'not-considered',
        treaty: 'not-considered',
      }),
      verification: optional(Verification),
    }),
    place: { group: 'handling', order: 90, pressing: 100, restsIn: 'reply_draft' },
    title: ({ reply }) => (reply ? 'Sửa dự thảo trả lời' : undefined),
    fields: ({ track, reply }) => [
      area('body', 'Nội dung trả lời', 12, { hint: 'Người gửi đọc đúng những lời này.', known: reply?.body }),
      {
        control: 'radios',
        name: 'outcome',
        label: 'Kết quả xử lý (Điều 15)',
        known: reply?.outcome,
        options: choicesOf(Outcome.options, outcomeLabels),
      },
      track === 'conduct'
        ? {
            control: 'radios',
            name: 'verification',
            label: 'Kết luận xác minh',
            hint: 'Bắt buộc với phản ánh về hành vi.',
            known: reply?.verification ?? '',
            options: choicesOf(Verification.options, verificationLabels),
          }
        : {
            control: 'group',
            look: 'criteria',
            legend: 'Sáu tiêu chí xem xét (Điều 14.2.c)',
            fields: criterionKeys.map((key) => ({
              control: 'select',
              name: key,
              label: criterionLabels[key],
              known: reply?.criteria[key] ?? 'not-considered',
              options: choicesOf(Verdict.options, verdictLabels),
            })),
          },
    ],
    whose: handlersOwn,
    first: null,
    needs: ({ verification }, { track }) =>
      track === 'conduct' && !verification
        ? invalid('/verification', 'Chọn kết luận xác minh về hành vi.')
        : undefined,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
