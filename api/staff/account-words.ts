// In which state an account is, what its links and asks are, and how each is called. Pure.
import { vietnameseDate } from '../dates/dates.ts';

export const accountStates = {
  open: 'Đang mở',
  invited: 'Chờ đặt mật khẩu lần đầu',
  'not-yet': 'Chưa đến ngày dùng',
  over: 'Hết hạn dùng',
  closed: 'Đã đóng',
} as const;
export type AccountState = keyof typeof accountStates;

type Dated = {
  active: boolean;
  /** The first and the last day, YYYY-MM-DD in Việt Nam; null: no bound. */
  validFrom: string | null;
  validUntil: string | null;
};

/** The state of an account on a day (YYYY-MM-DD in Việt Nam); only `open` and `invited` accounts let anybody in that day. */
export function stateOf(
  { active, validFrom, validUntil, isInvited = false }: Dated & { isInvited?: boolean },
  day: string,
): AccountState {
  if (!active) return 'closed';
  if (validFrom !== null && day < validFrom) return 'not-yet';
  if (validUntil !== null && day > validUntil) return 'over';
  return isInvited ? 'invited' : 'open';
}

/** `từ 05/01/2026 đến hết 31/3/2026`; empty without bounds. */
export function validityWords({ validFrom, validUntil }: Omit<Dated, 'active'>): string {
  return [
    ...(validFrom === null ? [] : [`từ ${vietnameseDate(validFrom)}`]),
    ...(validUntil === null ? [] : [`đến hết ${vietnameseDate(validUntil)}`]),
  ].join(' ');
}

/** By what a session was opened; `oidc-strong`: by a sign-on whose second factor counts (OIDC_SECOND_FACTOR). */
export type SessionOpening = 'passkey' | 'oidc' | 'oidc-strong';

/** Why somebody is given a link to set a password. */
export const linkKinds = { invitation: 'Lời mời dùng tài khoản', password: 'Đặt lại mật khẩu' } as const;
export type LinkKind = keyof typeof linkKinds;

/** What one officer asks for and a second one confirms. */
export const askKinds = { password: 'Đặt lại mật khẩu', 'second-factor': 'Gỡ xác thực hai lớp' } as const;
export type AskKind = keyof typeof askKinds;
