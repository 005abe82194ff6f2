// Somebody other than who approved puts the answer before the public, with nobody in it.
import { z } from 'zod';
import { line, paragraphs } from '../../../forms/validation.ts';
import { longestTitle, suggestedTitle } from '../../reading/answer-title.ts';
import { optional } from '../../../forms/blank.ts';
import { changedDocument, changedText, changeFields } from '../change-parts.ts';
import { area } from '../form-field.ts';
import { confirmedMasked } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { otherHand } from '../whose.ts';

const agreed = 'Người gửi đồng ý công khai nội dung đã che danh tính.';
const notAgreed =
  'Người gửi chưa đồng ý công khai nội dung của mình: chỉ nêu vấn đề của quy định bằng lời của cơ quan.';

export const publish = {
  from: ['answered'],
  to: ['published'],
  by: ['BT'],
  label: 'Công khai',
  source: 'điểm đ khoản 2 Điều 14, Điều 19 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Kết quả đã được công khai.', words: true },
  letter: true,
  merged: null,
  counts: { shows: 'public' },
  officer: officer({
    input: posted('publish', {
      title: line({
        min: 10,
        max: longestTitle,
        missing: 'Đặt tiêu đề cho câu trả lời, ít nhất 10 ký tự, không ghi dữ liệu cá nhân.',
      }),
      summary: paragraphs({
        min: 20,
        max: 5_000,
        missing: 'Biên tập lại nội dung phản ánh để công khai, ít nhất 20 ký tự.',
      }),
      answer: paragraphs({
        min: 20,
        max: 20_000,
        missing: 'Biên tập nội dung trả lời để công khai, ít nhất 20 ký tự.',
      }),
      changed: optional(changedText),
      changedDocument,
      confirmedMasked: z.boolean().default(false),
    }),
    place: { group: 'handling', order: 70, pressing: 50 },
    fields: ({ consentsToPublication, nameAtPublication, summary, reply }) => [
      {
        control: 'words',
        text: `${consentsToPublication ? agreed : notAgreed}${nameAtPublication === 'show' ? ' Người gửi muốn được nêu tên.' : ''}`,
      },
      {
        control: 'line',
        name: 'title',
        label: 'Tiêu đề câu trả lời',
        hint: 'Nêu vấn đề trong một dòng, như người dân sẽ tìm; không ghi tên, địa chỉ, số điện thoại.',
        known: suggestedTitle(summary),
        maxlength: longestTitle,
      },
      area('summary', 'Nội dung phản ánh, viết lại để công khai', 6, {
        hint: 'Bỏ tên, địa chỉ, số điện thoại, thư điện tử, số giấy tờ, biển số.',
        known: summary,
      }),
      area('answer', 'Trả lời, bản công khai', 10, { known: reply?.body }),
      ...changeFields({ optional: true }),
      confirmedMasked('Tôi đã đọc lại: những chỗ được cảnh báo không phải dữ liệu cá nhân.'),
    ],
    whose: ({ approverId }, viewer) =>
      otherHand([approverId], viewer, 'Người công khai phải khác người đã duyệt trả lời.'),
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: true,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
