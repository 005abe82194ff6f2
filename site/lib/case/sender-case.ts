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
