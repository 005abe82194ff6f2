// What the administrator sees of accounts, and what is done to one.
import { z } from 'zod';
import { line } from '../forms/validation.ts';
import { Role } from './roles.ts';

export const AccountView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  unit: z.string(),
  active: z.boolean(),
  hasSecondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  /** When somebody signed in with it last, as far as the security log goes back. */
  lastSignInAt: z.string().nullable(),
});
export type AccountView = z.infer<typeof AccountView>;
export const AccountViews = z.object({ accounts: z.array(AccountView) });

/** A password that the portal made: told this once, to be changed at the first log-in. */
export const OncePassword = z.object({ email: z.string(), password: z.string() });

const step = <Name extends string>(name: Name) => z.strictObject({ step: z.literal(name) });
export const AccountStep = z.discriminatedUnion(
  'step',
  [
    step('close'),
    step('reopen'),
    step('reset-password'),
    step('remove-second-factor'),
    z.strictObject({
      step: z.literal('change-rights'),
      role: Role,
      unit: line({ max: 60, missing: 'Cần mã đơn vị.' }),
    }),
  ],
  { error: 'Không có việc nào tên như vậy.' },
);
export type AccountStep = z.infer<typeof AccountStep>;

export const StepDone = z.object({ done: z.literal(true), once: OncePassword.nullable() });
