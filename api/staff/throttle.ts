// Log-in attempts per account: too many wrong passwords and the account rests, whoever tries.
import type { Db } from '../db/open.ts';
import { keyedHash, type Keys } from '../http/keys.ts';
import { Problem } from '../http/problem.ts';
import { addAttempt, deleteAttemptsBefore, deleteAttemptsOf } from './repository.ts';

export const wrongPasswordsAllowed = 10;
export const windowMinutes = 15;

const hashOf = (keys: Keys, email: string) => keyedHash(keys, 'sign-in-throttle', email);

/**
 * Counts an attempt before the password is looked at, so that many at once cannot slip through.
 * Throws `too-many` past ten within fifteen minutes of the first; e-mails without an account count the same.
 */
export async function countAttempt(db: Db, keys: Keys, email: string, now: Date): Promise<void> {
  const windowStart = new Date(now.getTime() - windowMinutes * 60_000);
  await deleteAttemptsBefore(db, windowStart);
  const { attempts, startedAt } = await addAttempt(db, hashOf(keys, email), now);
  if (attempts <= wrongPasswordsAllowed) return;
  const minutes = Math.max(1, Math.ceil((startedAt.getTime() - windowStart.getTime()) / 60_000));
  throw new Problem(
    'too-many',
    `Tài khoản này đã nhập sai mật khẩu ${wrongPasswordsAllowed} lần. Hãy thử lại sau ${minutes} phút; nếu quên mật khẩu, liên hệ quản trị hệ thống.`,
  );
}

/** Forgets the attempts of an account whose password was right. */
export async function clearAttempts(db: Db, keys: Keys, email: string): Promise<void> {
  await deleteAttemptsOf(db, hashOf(keys, email));
}
