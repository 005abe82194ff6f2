// The sender's own case: its shape, and what a posted form of its page does.
import type { z } from 'zod';
import type { SenderCaseView } from '../../api/cases/views.ts';
import type { OpenCase } from './case-cookie.ts';
import { errorsOf, type FieldErrors, type Values } from './form.ts';
import { tokensOf } from './uploads.ts';

export type SenderCase = z.infer<typeof SenderCaseView>;

/** What the notice after each step says. */
export const doneWords: Record<string, string> = {
  supply: 'Đã gửi bổ sung. Thời hạn chạy tiếp từ hôm nay.',
  remark: 'Đã gửi thêm.',
  continue: 'Hồ sơ đã trở lại khâu phân loại, với hạn trả lời mới.',
  withdraw: 'Đã rút phản ánh, kiến nghị.',
  'correct-contact': 'Đã lưu thông tin liên hệ mới.',
  'choose-name': 'Đã lưu cách nêu tên khi công khai.',
  'rotate-secret': 'Đã đổi mã tra cứu.',
  rate: 'Cảm ơn bạn đã đánh giá.',
};

const fields: Record<string, string[]> = {
  supply: ['text'],
  remark: ['text'],
  continue: ['text'],
  withdraw: ['text'],
  'correct-contact': ['address', 'phone', 'email'],
  'choose-name': ['name'],
  'rotate-secret': [],
  rate: ['score', 'reason', 'comment'],
};

export type Outcome = { errors: FieldErrors; status: number; secret?: string };

/** Takes the posted step; the ids of the fields in errors are those of that step's form. */
export async function takeSenderStep(
  api: App.Locals['api'],
  open: OpenCase,
  values: Values,
): Promise<Outcome> {
  const step = values['step'] ?? '';
  if (!(step in fields))
    return { errors: [{ field: '', text: 'Không có việc nào tên như vậy.' }], status: 422 };
  if (step === 'withdraw' && values['confirmed'] !== 'yes')
    return { errors: [{ field: 'confirmed', text: 'Đánh dấu để xác nhận muốn rút.' }], status: 422 };
  const said = Object.fromEntries((fields[step] ?? []).map((name) => [name, values[name]]));
  const attachments = step === 'supply' || step === 'remark' ? { attachments: tokensOf(values) } : {};
  const { cases } = api.api;
  if (step === 'rate') {
    const response = await cases.rate.$post({ json: { ...open, ...said } as never });
    return response.ok
      ? { errors: [], status: 200 }
      : { errors: errorsOf(await response.json()), status: response.status };
  }
  const response = await cases.steps.$post({ json: { ...open, step, ...said, ...attachments } as never });
  if (!response.ok) return { errors: errorsOf(await response.json()), status: response.status };
  return { errors: [], status: 200, ...(await response.json()) };
}
