// The sender's own case: its shape, and what a posted form of its page does.
import type { z } from 'zod';
import { RateCase } from '../../../api/cases/schema.ts';
import { SenderStep } from '../../../api/cases/sender/sender-schema.ts';
import type { SenderCaseView } from '../../../api/cases/views.ts';
import type { OpenCase } from './open-case.ts';
import { bodyOf } from '../form/body.ts';
import type { Values } from '../form/form.ts';
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

/** Hands the posted step on; what it refuses names the fields of its form. */
export async function takeSenderStep(api: App.Locals['api'], open: OpenCase, values: Values) {
  const step = values['step'] ?? '';
  if (step === 'withdraw' && values['confirmed'] !== 'yes')
    return { errors: [{ field: 'confirmed', text: 'Đánh dấu để xác nhận muốn rút.' }], status: 422 };
  const { cases } = api.api;
  if (step === 'rate') return await cases.rate.$post({ json: bodyOf(RateCase, values, open) });
  const attachments = step === 'supply' || step === 'remark' ? { attachments: tokensOf(values) } : {};
  return await cases.steps.$post({ json: bodyOf(SenderStep, values, { ...open, ...attachments }) });
}
