// A round of a questionnaire: what it is made of, and its state by date. Pure.
import { z } from 'zod';
import { Day } from '../text/published.ts';
import { typedDay } from '../forms/typed-day.ts';
import { line } from '../forms/validation.ts';
import { plainSigns } from '../text/signs.ts';

export const Channel = z.enum(['web', 'qr', 'paper']);
export type Channel = z.infer<typeof Channel>;

export const RoundState = z.enum(['planned', 'open', 'collecting', 'closed']);
export type RoundState = z.infer<typeof RoundState>;

type Dated = { opensOn: string; closesOn: string; closedOn: string | null };

/** `today` is a date in Việt Nam; a round is answered on both its first and its last day. `collecting`: only paper comes in. */
export function stateOf({ opensOn, closesOn, closedOn }: Dated, today: string): RoundState {
  if (closedOn !== null) return 'closed';
  if (today < opensOn) return 'planned';
  return today <= closesOn ? 'open' : 'collecting';
}

const day = typedDay('Chọn ngày trong lịch, hoặc nhập đủ ngày, tháng, năm.');

const Title = line({ min: 5, max: 160, missing: 'Đặt tên cho đợt, ít nhất 5 ký tự. Người dân đọc tên này.' });
const Target = z
  .int({ error: 'Nhập số phiếu mong muốn, là số nguyên.' })
  .min(1, 'Ít nhất 1 phiếu.')
  .max(1_000_000, 'Nhiều nhất 1.000.000 phiếu.');
const FormsIssued = z
  .int({ error: 'Nhập số phiếu phát ra, là số nguyên.' })
  .min(0, 'Nhập số phiếu phát ra, từ 0 trở lên.')
  .max(1_000_000, 'Nhiều nhất 1.000.000 phiếu.')
  .nullable();

/** What may be changed of a round until it is closed; its first day only until it is opened. */
export const ChangeRound = z.strictObject({
  title: Title.optional(),
  opensOn: day.optional(),
  closesOn: day.optional(),
  papersUntil: day.optional(),
  target: Target.optional(),
  formsIssued: FormsIssued.optional(),
  /** The round as the form showed it (`seenOf`): a change of somebody else meanwhile is not overwritten. */
  seen: z.string().max(600).optional(),
});
export type ChangeRound = z.infer<typeof ChangeRound>;

/** A round as a form shows it, to be compared when the form comes back. */
export const seenOf = (round: {
  title: string;
  opensOn: string;
  closesOn: string;
  papersUntil: string;
  target: number;
  formsIssued: number | null;
}): string => {
  const { title, opensOn, closesOn, papersUntil, target, formsIssued } = round;
  return JSON.stringify([title, opensOn, closesOn, papersUntil, target, formsIssued]);
};

/** A round as an officer makes it; the dates are days in Việt Nam. */
export const MakeRound = z
  .strictObject({
    surveyId: z.string().max(100),
    title: Title,
    opensOn: day,
    closesOn: day,
    /** Until then paper forms are typed in; the round is closed on the day after. */
    papersUntil: day.optional(),
    procedures: z.array(z.string().max(120)).min(1, 'Chọn ít nhất một thủ tục.').max(500),
    counters: z
      .array(line({ min: 1, max: 60, missing: 'Ghi tên quầy.' }))
      .max(50, 'Nhiều nhất 50 quầy.')
      .default([]),
    channels: z.array(Channel).min(1, 'Chọn ít nhất một cách trả lời.'),
    target: Target,
    /** Forms handed out; null where nobody has counted them. */
    formsIssued: FormsIssued.default(null),
  })
  .superRefine(({ opensOn, closesOn, papersUntil }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    // A day that is none has its own sentence.
    if (Day.safeParse(opensOn).success && closesOn < opensOn)
      wrong('closesOn', 'Ngày cuối phải từ ngày đầu trở đi.');
    if (papersUntil !== undefined && papersUntil < closesOn)
      wrong('papersUntil', 'Hạn nhập phiếu giấy phải từ ngày cuối trở đi.');
  });
export type MakeRound = z.infer<typeof MakeRound>;

/** The number of a scan: unique in a round. */
export const ScanNumber = line({ min: 1, max: 30, missing: 'Nhập số bản quét ghi trên phiếu.' })
  .transform((text) => plainSigns(text).toUpperCase())
  .refine(
    (text) => /^[A-Z0-9][A-Z0-9./-]*$/.test(text),
    'Số bản quét chỉ gồm chữ không dấu, số, dấu chấm, gạch.',
  );

/** Whether no more than `soon` working days are left, the target reached or not, or the round waits to be closed. */
export function attentionOf(
  round: Dated & { papersUntil: string; target: number },
  received: number,
  daysLeft: number,
  today: string,
  soon: number,
): 'closing-soon' | 'short-of-target' | 'to-close' | null {
  const state = stateOf(round, today);
  if (state === 'collecting') return 'to-close';
  if (state !== 'open' || daysLeft > soon) return null;
  return received < round.target ? 'short-of-target' : 'closing-soon';
}
