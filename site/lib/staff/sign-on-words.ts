// Why a sign-on by the office's own provider did not go through, as the officer reads it.
import type { SignOnOutcome } from '../../../api/staff/sign-on-schema.ts';

type Failure = Exclude<SignOnOutcome, 'in' | 'second-step' | 'linked'> | 'many';

const byPassword = 'Vẫn đăng nhập được bằng e-mail và mật khẩu.';

const sentences: Record<Failure, string> = {
  denied: `Chưa đăng nhập ở hệ thống của cơ quan, hoặc đã bấm hủy. ${byPassword}`,
  away: `Hệ thống đăng nhập của cơ quan không trả lời. ${byPassword}`,
  refused: `Kết quả đăng nhập không dùng được hoặc đã quá thời gian chờ. Hãy thử lại từ đầu. ${byPassword}`,
  unknown:
    'Chưa có tài khoản nào ở cổng liên kết với người vừa đăng nhập. Hãy đăng nhập bằng e-mail và mật khẩu, rồi liên kết ở trang Bảo mật.',
  taken: 'Người vừa đăng nhập ở hệ thống của cơ quan đã liên kết với một tài khoản khác của cổng.',
  mismatch:
    'E-mail ở hệ thống của cơ quan khác e-mail công vụ của tài khoản này, nên không liên kết được. Hãy liên hệ quản trị hệ thống.',
  many: `Thử quá nhiều lần trong thời gian ngắn. Hãy đợi vài phút. ${byPassword}`,
};

const shown = 'loi-chung';

/** Where the browser goes after one: to the own account where a link was meant, else to the log-in. */
export const signOnFailed = (failure: Failure, isLink = false): string =>
  `/can-bo/${isLink ? 'bao-mat' : 'dang-nhap'}?${shown}=${failure}`;

/** The sentence that an address asks for. */
export function signOnSentence(query: URLSearchParams): string | undefined {
  const failure = query.get(shown) ?? '';
  return Object.hasOwn(sentences, failure) ? sentences[failure as Failure] : undefined;
}
