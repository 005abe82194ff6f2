// What the administrator sees of accounts, and what is done to one.
import { z } from 'zod';
import { line } from '../forms/validation.ts';
import {
  accountStates,
  askKinds,
  linkKinds,
  type AccountState,
  type AskKind,
  type LinkKind,
} from './account-words.ts';
import { AddRole, Deputise, EndMandate, MandateView, TypedDay } from './mandate-schema.ts';
import { Role } from './roles.ts';

const namesOf = <Name extends string>(table: Record<Name, unknown>) =>
  z.enum(Object.keys(table) as [Name, ...Name[]]);
const AccountStateName = namesOf<AccountState>(accountStates);
const AskKindName = namesOf<AskKind>(askKinds);
const LinkKindName = namesOf<LinkKind>(linkKinds);

export const AccountView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  unit: z.string(),
  state: AccountStateName,
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  /** The role asks for a second factor and there is none yet. */
  lacksSecondFactor: z.boolean(),
  /** How many passkeys its owner has; nothing else is told of them. */
  passkeys: z.number(),
  /** Its owner has tied it to the office's own sign-on. */
  hasSignOn: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Until when the last link that was made for it can be used; null: none, or used. */
  linkUntil: z.string().nullable(),
  openSessions: z.number(),
  /** When somebody signed in with it last, as far as the security log goes back. */
  lastSignInAt: z.string().nullable(),
  /** Since when the mail server refuses letters to this address. */
  mailRefusedAt: z.string().nullable(),
});
export type AccountView = z.infer<typeof AccountView>;
export const AccountViews = z.object({ accounts: z.array(AccountView) });

/** One session: no address and no fingerprint, only what kind of device it was opened on. */
export const SessionView = z.object({
  id: z.string(),
  device: z.string(),
  openedAt: z.string(),
  /** To a quarter of an hour. */
  lastSeenAt: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;
export const OwnSessions = z.object({ sessions: z.array(SessionView.extend({ isThis: z.boolean() })) });
export const SessionEnd = z.strictObject({
  /** One session, or all but the present one. */
  session: z.string({ error: 'Chọn phiên cần đóng.' }).min(1, 'Chọn phiên cần đóng.').max(60),
});

export const AskView = z.object({
  id: z.string(),
  kind: AskKindName,
  subjectId: z.string(),
  subject: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  until: z.string(),
  /** Whether this viewer may say yes: not who asked, not whom it is about. */
  mayConfirm: z.boolean(),
});
export type AskView = z.infer<typeof AskView>;
export const AskViews = z.object({ asks: z.array(AskView) });

export const AccountDetail = z.object({
  account: AccountView,
  sessions: z.array(SessionView),
  asks: z.array(AskView),
  /** Of the account, and of those who stand in for its owner. */
  mandates: z.array(MandateView),
});

/** A link to set a password: `link` only where no mail server brings it to its owner, told this once. */
export const LinkToTell = z.object({ email: z.string(), link: z.string().nullable(), until: z.string() });
export const LinkView = z.object({
  name: z.string(),
  email: z.string(),
  kind: LinkKindName,
  until: z.string(),
});
export const PasswordSet = z.object({ email: z.string(), mayEnter: z.boolean() });

const step = <Name extends string>(name: Name) => z.strictObject({ step: z.literal(name) });
export const AccountStep = z.discriminatedUnion(
  'step',
  [
    step('close'),
    step('reopen'),
    step('invite-again'),
    z.strictObject({ step: z.literal('end-sessions'), session: z.string().max(60).optional() }),
    z.strictObject({
      step: z.literal('change-rights'),
      role: Role,
      unit: line({ max: 60, missing: 'Cần mã đơn vị.' }),
    }),
    AddRole,
    Deputise,
    EndMandate,
    z.strictObject({ step: z.literal('set-validity'), validFrom: TypedDay, validUntil: TypedDay }),
    z.strictObject({
      step: z.literal('ask-reset'),
      kind: AskKindName,
      reason: line({
        min: 5,
        max: 300,
        missing: 'Ghi vì sao cần, ít nhất 5 ký tự; người xác nhận đọc lời này.',
      }),
    }),
  ],
  { error: 'Không có việc nào tên như vậy.' },
);
export type AccountStep = z.infer<typeof AccountStep>;

export const AskDecision = z.strictObject({
  decision: z.enum(['confirm', 'decline'], { error: 'Chọn xác nhận hoặc không đồng ý.' }),
});

export const StepDone = z.object({ done: z.literal(true), told: LinkToTell.nullable() });
