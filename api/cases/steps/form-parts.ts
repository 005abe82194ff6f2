// Fields that the forms of several steps share. Pure.
import { contentLabels } from '../labels.ts';
import { ContentCode } from '../schema.ts';
import type { Choice } from '../../forms/asked.ts';
import { area, type FormCase, type FormField, type FormLists } from './form-field.ts';

export const contents: Choice[] = ContentCode.options.map((value) => ({
  value,
  label: `${value} – ${contentLabels[value].label}`,
}));

/** The form of a step that says why, and nothing else. */
export const onlyReason = (label: string, hint?: string) => (): FormField[] => [
  area('reason', label, 3, hint === undefined ? {} : { hint }),
];

/** The step of an officer that says nothing besides itself is its button. */
export const noFields = (): FormField[] => [];

/** What nobody has classified is classified in the same form. */
export const classifying = ({ track, contentCode }: FormCase): FormField[] =>
  track === null
    ? [
        {
          control: 'select',
          name: 'contentCode',
          label: 'Nội dung theo Điều 5',
          hint: 'Hồ sơ chưa phân loại: chọn ở đây là phân loại luôn (điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP).',
          known: contentCode,
          options: contents,
        },
      ]
    : [];

export const assignmentFields = (
  { handlerId, coUnits }: Pick<FormCase, 'handlerId' | 'coUnits'>,
  { handlers, units }: Pick<FormLists, 'handlers' | 'units'>,
): FormField[] => [
  {
    control: 'select',
    name: 'handlerId',
    label: 'Người xử lý',
    hint: 'Đơn vị của người này là đơn vị chủ trì; giao cả phòng thì trưởng phòng chọn người.',
    known: handlerId ?? '',
    groups: handlers,
    empty: 'Chọn người hoặc phòng xử lý',
  },
  { control: 'boxes', name: 'units', label: 'Đơn vị phối hợp', options: units, known: coUnits },
  area('note', 'Ý kiến chỉ đạo', 3, { optional: true }),
];

/** Number and date of a document on paper. */
export const paperFields = (label: string): FormField[] => [
  { control: 'line', name: 'documentNumber', label },
  { control: 'line', name: 'documentOn', label: 'Ngày văn bản', type: 'date' },
];

export const paperOrLaterFields = (label: string): FormField[] => [
  {
    control: 'line',
    name: 'documentNumber',
    label,
    hint: 'Chưa có số thì để trống cả số và ngày: ký xong, cấp số từ sổ văn bản đi ở trang văn bản của hồ sơ.',
    optional: true,
  },
  { control: 'line', name: 'documentOn', label: 'Ngày văn bản', type: 'date', optional: true },
];

export const confirmedMasked = (label: string): FormField => ({
  control: 'box',
  name: 'confirmedMasked',
  label,
});
