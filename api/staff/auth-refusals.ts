// The refusals of better-auth in our own problem table: its code -> problem, Vietnamese sentence, field.
import { z } from 'zod';
import { Problem, type ProblemCode } from '../problems/problem.ts';

type Refusal = { code: ProblemCode; detail: string; field?: boolean };

const wrongPair = {
  code: 'unauthenticated',
  detail: 'E-mail hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock.',
} as const;
const startAgain = (detail: string) => ({ code: 'unauthenticated', detail }) as const;

const refusals: Record<string, Refusal> = {
  INVALID_EMAIL_OR_PASSWORD: wrongPair,
  INVALID_EMAIL: wrongPair,
  // A closed account is told no more than a wrong password.
  FAILED_TO_CREATE_SESSION: wrongPair,
  INVALID_PASSWORD: { code: 'invalid', detail: 'Mật khẩu đang dùng không đúng.', field: true },
  INVALID_CODE: {
    code: 'invalid',
    detail: 'Mã không đúng hoặc đã hết hạn. Hãy nhập mã đang hiện trong ứng dụng xác thực.',
    field: true,
  },
  CODE_USED: {
    code: 'invalid',
    detail: 'Mã này đã dùng rồi. Hãy đợi ứng dụng hiện mã mới (trong 30 giây) rồi nhập lại.',
    field: true,
  },
  INVALID_BACKUP_CODE: { code: 'invalid', detail: 'Mã khôi phục không đúng hoặc đã dùng.', field: true },
  INVALID_TWO_FACTOR_COOKIE: startAgain('Lần đăng nhập này đã quá hạn. Hãy đăng nhập lại từ đầu.'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: startAgain('Đã nhập sai mã nhiều lần. Hãy đăng nhập lại từ đầu.'),
  ACCOUNT_TEMPORARILY_LOCKED: {
    code: 'too-many',
    detail: 'Đã nhập sai mã quá nhiều lần. Hãy thử lại sau 15 phút.',
  },
  TOTP_ALREADY_ENABLED: { code: 'bad-request', detail: 'Xác thực hai lớp đã bật rồi.' },
  TOTP_NOT_ENABLED: { code: 'bad-request', detail: 'Tài khoản này chưa bật xác thực hai lớp.' },
  BACKUP_CODES_NOT_ENABLED: { code: 'bad-request', detail: 'Tài khoản này chưa bật xác thực hai lớp.' },
};

const RefusalBody = z.object({ code: z.string() });

/** A refused answer of better-auth as a problem; `field` is where a wrong value was typed. */
export function asProblem(status: number, body: unknown, field: string): Problem {
  const refusal = refusals[RefusalBody.safeParse(body).data?.code ?? ''];
  if (refusal)
    return new Problem(
      refusal.code,
      refusal.detail,
      refusal.field ? [{ pointer: `/${field}`, detail: refusal.detail }] : [],
    );
  if (status === 429) return new Problem('too-many', 'Hãy đợi một phút rồi thử lại.');
  if (status === 401 || status === 403)
    return new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
  return new Problem(status < 500 ? 'bad-request' : 'internal');
}
