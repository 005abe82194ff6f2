// What a sender says: the first part of the form.
import { z } from 'zod';
import { line, paragraphs } from '../../forms/validation.ts';
import { contentLabels } from '../labels.ts';
import { optional } from '../../forms/blank.ts';
import { ContentCode } from '../schema.ts';
import type { CaseField } from './field.ts';

const contents = ContentCode.options.map((value) => ({ value, ...contentLabels[value] }));

export const letter = {
  contentCode: {
    schema: ContentCode,
    column: ContentCode,
    kept: { in: 'case' },
    identifies: false,
    masked: false,
    signs: false,
    draft: true,
    label: 'Nội dung gần nhất với',
    reads: Object.fromEntries(contents.map(({ value, label }) => [value, label])),
    casePage: 'own',
    asked: {
      control: 'radios',
      label: 'Nội dung thuộc trường hợp nào sau đây?',
      hint: 'Tám nội dung theo Điều 5 Nghị định 20/2008/NĐ-CP. Chọn chưa khớp hẳn cũng không sao: cơ quan sẽ phân loại lại.',
      options: contents,
      required: true,
    },
    entry: {
      control: 'select',
      label: 'Nội dung theo Điều 5',
      options: contents.map(({ value, label }) => ({ value, label: `${value} – ${label}` })),
      empty: 'Chọn nội dung',
      required: true,
    },
  },
  procedure: {
    schema: optional(line({ max: 120, missing: 'Chọn thủ tục.' })),
    column: z.string().nullable(),
    kept: { in: 'case' },
    identifies: false,
    masked: false,
    signs: false,
    draft: true,
    label: 'Thủ tục liên quan',
    reads: 'procedure',
    casePage: 'own',
    asked: {
      control: 'select',
      label: 'Thủ tục hành chính liên quan',
      hint: 'Không nhớ tên thủ tục thì để trống.',
      empty: 'Không chọn thủ tục nào',
      optional: true,
    },
    entry: { control: 'select', label: 'Thủ tục liên quan', empty: 'Không có', optional: true },
  },
  body: {
    schema: paragraphs({
      min: 20,
      max: 10_000,
      missing: 'Nêu rõ sự việc, ít nhất 20 ký tự: ở đâu, khi nào, việc gì, vướng ở chỗ nào.',
      tooLong: 'Nội dung dài quá 10.000 ký tự. Hãy viết gọn lại, phần chi tiết gửi sau khi được hỏi.',
    }),
    column: z.string(),
    kept: { in: 'content', as: 'text' },
    identifies: false,
    masked: false,
    signs: true,
    draft: true,
    label: 'Việc đã xảy ra',
    reads: 'words',
    casePage: 'own',
    asked: {
      control: 'area',
      label: 'Việc đã xảy ra',
      hint: 'Nêu rõ ở đâu, khi nào, việc gì, vướng ở chỗ nào. Viết bằng tiếng Việt, ít nhất 20 ký tự. Đừng ghi số căn cước, số tài khoản ngân hàng.',
      rows: 9,
      required: true,
    },
    entry: { control: 'area', label: 'Nội dung, ghi đúng lời người gửi', rows: 8, required: true },
  },
  wish: {
    schema: optional(paragraphs({ max: 3_000, missing: 'Viết điều Ông/Bà mong muốn.' })),
    column: z.string().nullable(),
    kept: { in: 'content', as: 'text' },
    identifies: false,
    masked: false,
    signs: true,
    draft: true,
    label: 'Mong muốn',
    reads: 'words',
    casePage: 'listed',
    asked: { control: 'area', label: 'Ông/Bà mong cơ quan làm gì', rows: 4, optional: true },
    entry: { control: 'area', label: 'Mong muốn', rows: 2, optional: true },
  },
} as const satisfies Record<string, CaseField>;
