// A letter with more than one matter: the part that stands alone becomes a case of its own.
import { paragraphs } from '../../../forms/validation.ts';
import { openStates } from '../../lifecycle.ts';
import { ContentCode } from '../../schema.ts';
import { area } from '../form-field.ts';
import { contents } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { handlersOwn } from '../whose.ts';

export const split = {
  from: openStates,
  to: [],
  by: ['TN', 'XL', 'LD', 'CVP'],
  label: 'Tách hồ sơ',
  source: 'Điều 25-28 Luật Tiếp công dân (đơn có nhiều nội dung)',
  told: { sentence: 'Một phần nội dung được tách thành hồ sơ riêng.', words: true },
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('split', {
      contentCode: ContentCode,
      body: paragraphs({
        min: 20,
        max: 10_000,
        missing: 'Chép phần nội dung của hồ sơ mới, ít nhất 20 ký tự.',
      }),
    }),
    place: { group: 'triage', order: 100, pressing: null, rare: true },
    fields: () => [
      {
        control: 'words',
        text: 'Hồ sơ này giữ nguyên. Phần chép ra thành hồ sơ mới của cùng người gửi, có mã riêng để báo cho họ.',
      },
      {
        control: 'select',
        name: 'contentCode',
        label: 'Nội dung của hồ sơ mới',
        options: contents,
        empty: 'Chọn nội dung',
      },
      area('body', 'Phần nội dung chuyển sang hồ sơ mới', 6, {
        hint: 'Chép đúng lời người gửi từ mục Nội dung.',
      }),
    ],
    whose: handlersOwn,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: true,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
