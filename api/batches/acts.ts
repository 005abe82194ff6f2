// What an officer may do to many cases at once, and as which step each case takes it. Pure.
import { z } from 'zod';
import { caseNumber } from '../cases/case-key.ts';
import type { Status } from '../cases/lifecycle.ts';
import { assignment, contentCode, reason, words } from '../cases/steps/posted.ts';
import type { TakeStep } from '../cases/steps/step-schema.ts';
import { signersOf, steps, type OfficerStep } from '../cases/steps/table.ts';
import { optional } from '../forms/blank.ts';
import type { Track } from '../cases/schema.ts';
import type { Role } from '../staff/roles.ts';

export const Act = z.enum(['assign', 'remind', 'merge', 'spam'], { error: 'Chọn việc cần làm.' });
export type Act = z.infer<typeof Act>;

/** The steps as which a case may take an act. */
const stepsOf: Record<Act, readonly OfficerStep[]> = {
  assign: ['assign', 'assign-conduct', 'reassign'],
  remind: ['remind'],
  merge: ['merge'],
  spam: ['reject'],
};

export const actLabels: Record<Act, string> = {
  assign: 'Phân công, giao lại',
  remind: 'Nhắc xử lý',
  merge: 'Gộp vào một hồ sơ',
  spam: 'Khép vì là thư rác',
};

/** The acts of which a role may take, or prepare for a signature, some step. */
export const actsOf = (role: Role): Act[] =>
  Act.options.filter((act) =>
    stepsOf[act].some((step) => [...steps[step].by, ...signersOf(step)].some((one) => one === role)),
  );

/** What is written once for all of them; `contentCode` is for those that nobody has classified. */
export const PlanBatch = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('assign'), ...assignment }),
  z.strictObject({ act: z.literal('remind'), note: optional(words('Viết lời nhắc.')) }),
  z.strictObject({ act: z.literal('merge'), contentCode, into: caseNumber('Ghi mã hồ sơ chung.'), reason }),
  z.strictObject({ act: z.literal('spam'), contentCode, reason }),
]);
export type PlanBatch = z.infer<typeof PlanBatch>;

type Standing = { status: Status; track: Track | null; version: number };

/** The step that a case takes, as its own form would post it; the rules of the step say whether it may. */
export function stepFor(plan: PlanBatch, { status, track, version }: Standing): TakeStep {
  const { act, ...said } = plan;
  const named = 'contentCode' in said && track !== null ? { ...said, contentCode: undefined } : said;
  const post = (step: OfficerStep, more: object = {}) => ({ step, version, ...named, ...more }) as TakeStep;
  if (act === 'assign')
    return post(
      status === 'conduct_review'
        ? 'assign-conduct'
        : status === 'assigned' || status === 'collecting'
          ? 'reassign'
          : 'assign',
    );
  if (act === 'merge') return post('merge');
  return act === 'spam' ? post('reject', { ground: 'spam' }) : post('remind');
}
