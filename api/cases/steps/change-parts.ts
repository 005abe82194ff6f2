// What an editor tells of the change that came of a case: the same fields at publishing and after it. Pure.
import { line, paragraphs } from '../../forms/validation.ts';
import { optional } from '../../forms/blank.ts';
import { area, type FormField } from './form-field.ts';

export const longestChange = 600;
const missing = 'Viết điều đã thay đổi nhờ phản ánh này, ít nhất 10 ký tự.';

export const changedText = paragraphs({ min: 10, max: longestChange, missing });
export const changedDocument = optional(line({ max: 100, missing: 'Ghi số, ký hiệu văn bản.' }));

const changeHint =
  'Một, hai câu: điều gì nay khác trước. Hiện ở trang “Từ phản ánh đến thay đổi”; không ghi dữ liệu cá nhân.';

export const changeFields = (known: { optional?: true } = {}): FormField[] => [
  area('changed', 'Điều đã thay đổi nhờ phản ánh này', 3, { hint: changeHint, ...known }),
  {
    control: 'line',
    name: 'changedDocument',
    label: 'Số, ký hiệu văn bản đã ban hành',
    hint: 'Văn bản có trong thư viện thì tên văn bản thành liên kết.',
    maxlength: 100,
    optional: true,
  },
];
