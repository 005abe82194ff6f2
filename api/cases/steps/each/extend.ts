// Once, with a reason and a letter to the sender: an internal rule, for Nghị định 20/2008 knows no extension. Its handler asks,
// the leader decides.
import { z } from 'zod';
import { mostDays } from '../../../calendar/working-days.ts';
import { area } from '../form-field.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';
import { handlersOwn } from '../whose.ts';

export const extend = {
  from: ['assigned'],
  to: ['extended'],
  by: ['XL'],
  signedBy: ['LD'],
  label: 'Gia hạn',
  source: 'nội bộ (Nghị định số 20/2008/NĐ-CP không quy định)',
  told: { sentence: 'Thời hạn được gia hạn.', words: true },
  letter: true,
  merged: null,
  counts: { extends: true },
  officer: officer({
    input: posted('extend', {
      days: z
        .int({ error: 'Ghi số ngày làm việc gia hạn.' })
        .min(1, 'Ít nhất 01 ngày làm việc.')
        .max(mostDays, `Nhiều nhất ${mostDays} ngày làm việc.`),
      reason,
    }),
    place: { group: 'handling', order: 120, pressing: null },
    fields: () => [
      {
        control: 'words',
        text: 'Một lần. Nghị định 20/2008/NĐ-CP không quy định gia hạn: đây là quy định nội bộ, người gửi được báo lý do và hạn mới.',
      },
      {
        control: 'line',
        name: 'days',
        label: 'Số ngày làm việc thêm',
        hint: 'Nhiều nhất theo mục Thời hạn.',
        inputmode: 'numeric',
      },
      area('reason', 'Lý do, gửi đến người phản ánh', 3),
    ],
    whose: handlersOwn,
    first: ({ extendedOn }) => (extendedOn ? tooEarly('Hồ sơ đã được gia hạn một lần.') : undefined),
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
