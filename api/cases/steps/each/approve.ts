// The leader approves the reply, and it goes to the sender.
import { z } from 'zod';
import { line, paragraphs } from '../../../forms/validation.ts';
import { optional } from '../../../forms/blank.ts';
import { area, type FormField } from '../form-field.ts';
import { confirmedMasked } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { otherHand } from '../whose.ts';

const printed = (number: string): FormField => ({
  control: 'link',
  text: 'Xem bản in công văn trả lời',
  href: `/can-bo/ho-so/${number}/cong-van`,
});

const forMerged = (numbers: readonly string[]): FormField[] => [
  area('mergedBody', 'Trả lời gửi người gửi các hồ sơ gộp', 8, {
    hint: `Gửi cho ${numbers.join(', ')}. Để trống thì họ nhận đúng lời trả lời trên, nếu lời ấy không có dữ liệu cá nhân của ai.`,
    optional: true,
  }),
  confirmedMasked('Đã xem các chỗ được nhắc: không phải dữ liệu cá nhân.'),
];

export const approve = {
  from: ['approving'],
  to: ['answered'],
  by: ['LD'],
  label: 'Duyệt và trả lời',
  source: 'điểm d, đ khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan đã trả lời.', words: true, reply: true },
  letter: true,
  merged: null,
  counts: { ends: 'answered' },
  officer: officer({
    input: posted('approve', {
      letterNumber: optional(line({ max: 100, missing: 'Ghi số, ký hiệu công văn trả lời.' })),
      /** To the senders of the cases that were merged into this one, where the reply names somebody. */
      mergedBody: optional(
        paragraphs({ min: 20, max: 20_000, missing: 'Viết trả lời cho các hồ sơ gộp, ít nhất 20 ký tự.' }),
      ),
      confirmedMasked: z.boolean().default(false),
    }),
    place: { group: 'handling', order: 30, pressing: 40 },
    fields: ({ number, sender, links }) => {
      const merged = links.filter(
        ({ relation, status }) => relation === 'merged-from' && status === 'merged',
      );
      return [
        ...(sender ? [printed(number)] : []),
        { control: 'line', name: 'letterNumber', label: 'Số, ký hiệu công văn trả lời', optional: true },
        ...(merged.length > 0 ? forMerged(merged.map((link) => link.number)) : []),
      ];
    },
    whose: ({ draftedBy, submittedBy }, viewer) =>
      otherHand(
        [draftedBy, submittedBy],
        viewer,
        'Người duyệt phải khác người soạn và người trình dự thảo trả lời.',
      ),
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
