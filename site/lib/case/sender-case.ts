// The sender's own case: its shape, and what a posted form of its page does.
import type { z } from 'zod';
import { RateCase } from '../../../api/cases/schema.ts';
import { SenderStep } from '../../../api/cases/sender/sender-schema.ts';
import type { SenderCaseView } from '../../../api/cases/views.ts';
import type { OpenCase } from './case-cookie.ts';
import { bodyOf } from '../form/body.ts';
import { errorsOf, type FieldErrors, type Values } from '../form/form.ts';
import { tokensOf } from '../form/uploads.ts';

export type SenderCase = z.infer<typeof SenderCaseView>;

/** What the notice after each step says. */
export const doneWords: ReadonlyMap<string, string> = new Map([
  ['supply', 'Đã gửi bổ sung. Thời hạn chạy tiếp từ hôm nay.'],
  ['remark', 'Đã gửi thêm.'],
  ['continue', 'Hồ sơ đã trở lại khâu phân loại, với hạn trả lời mới.'],
  ['withdraw', 'Đã rút phản ánh, kiến nghị.'],
  ['correct-contact', 'Đã lưu thông tin liên hệ mới.'],
  ['choose-name', 'Đã lưu cách nêu tên khi công khai.'],
  ['rate', 'Cảm ơn Ông/Bà đã đánh giá.'],
]);

export type Outcome = { errors: FieldErrors; status: number; secret?: string };

const refuse = (field: string, text: string): Outcome => ({ errors: [{ field, text }], status: 422 });

/** Takes the posted step; errors name the fields of its form. */
export async function takeSenderStep(
  api: App.Locals['api'],
  open: OpenCase,
  values: Values,
): Promise<Outcome> {
  const step = values['step'] ?? '';
  if (step === 'withdraw' && values['confirmed'] !== 'yes')
    return refuse('confirmed', 'Đánh dấu để xác nhận muốn rút.');
  const attachments = step === 'supply' || step === 'remark' ? { attachments: tokensOf(values) } : {};
  const { cases } = api.api;
  if (step === 'rate') {
    const response = await cases.rate.$post({ json: bodyOf(RateCase, values, open) });
    return response.ok
      ? { errors: [], status: 200 }
      : { errors: errorsOf(await response.json()), status: response.status };
  }
  const response = await cases.steps.$post({
    json: bodyOf(SenderStep, values, { ...open, ...attachments }),
  });
  if (!response.ok) return { errors: errorsOf(await response.json()), status: response.status };
  return { errors: [], status: 200, ...(await response.json()) };
}
