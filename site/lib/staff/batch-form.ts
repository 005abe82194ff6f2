// The forms of many at once: which cases were ticked, and what is written once for all of them.
import type { z } from 'zod';
import { PlanBatch, type Act } from '../../../api/batches/acts.ts';
import type { ChooseCases } from '../../../api/batches/schema.ts';
import { area, type FormField, type FormLists } from '../../../api/cases/steps/form-field.ts';
import { assignmentFields, contents } from '../../../api/cases/steps/form-parts.ts';
import { bodyOf } from '../form/body.ts';
import type { Values } from '../form/form.ts';
import { askedIn } from './list-address.ts';
import { boxOf, chosenUnits } from './staff-case.ts';

const tick = 'hs-';
/** The box of one row of a list. */
export const tickOf = (number: string): string => tick + number;

/** What a list posts: the act, and the rows ticked, those of the page, or the whole list or search. */
export function chosenIn(values: Values): z.input<typeof ChooseCases> {
  const act = values['act'] as Act;
  if (values['pham-vi'] === 'trang') return { act, numbers: (values['trang'] ?? '').split(',').slice(0, 50) };
  if (values['pham-vi'] === 'danh-sach') {
    if (values['luot']) return { act, search: values['luot'] };
    const { after: _, before: __, ...list } = askedIn(new URLSearchParams(values['ds'])).query;
    return { act, list };
  }
  const numbers = Object.keys(values).flatMap((name) =>
    name.startsWith(tick) ? [name.slice(tick.length)] : [],
  );
  return { act, numbers };
}

/** Where the list is from which cases were chosen. */
export const listOf = (values: Values): string =>
  values['luot']
    ? `/can-bo/tim-ho-so?${new URLSearchParams({ luot: values['luot'] })}`
    : `/can-bo?${new URLSearchParams(values['ds'])}`.replace(/\?$/, '');

const content: FormField = {
  control: 'select',
  name: 'contentCode',
  label: 'Nội dung theo Điều 5, cho hồ sơ chưa phân loại',
  hint: 'Hồ sơ đã phân loại giữ nguyên (điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP).',
  options: contents,
  empty: 'Chọn nội dung',
};

/** The fields of an act. */
export function fieldsOf(act: Act, lists: Pick<FormLists, 'handlers' | 'units'>): FormField[] {
  if (act === 'assign') return assignmentFields({ handlerId: null, coUnits: [] }, lists);
  if (act === 'remind')
    return [
      area('note', 'Lời nhắc', 2, {
        hint: 'Ghi vào nhật ký từng hồ sơ; người gửi không thấy.',
        optional: true,
      }),
    ];
  if (act === 'spam') return [content, area('reason', 'Lời giải thích cho người gửi', 3)];
  return [
    content,
    {
      control: 'line',
      name: 'into',
      label: 'Mã hồ sơ chung',
      hint: 'Các hồ sơ khác gộp vào hồ sơ này; mỗi người gửi đều nhận được trả lời.',
      autocomplete: 'off',
    },
    area('reason', 'Vì sao là cùng một việc', 3),
  ];
}

/** What is posted of it. */
export const planOf = (values: Values): z.input<typeof PlanBatch> =>
  bodyOf(PlanBatch, values, values['act'] === 'assign' ? { units: chosenUnits(values) } : {});

/** What was kept of it, as its form takes it up. */
export const typedOf = (said: Readonly<Record<string, string | string[]>>): Values =>
  Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value] as const]
        : value.map((unit) => [boxOf(unit), 'yes'] as const),
    ),
  );
