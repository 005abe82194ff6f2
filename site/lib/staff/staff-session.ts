// Who looks at a staff page; who is not logged in is led to the log-in and back.
import type { AstroGlobal } from 'astro';
import { roleNames, type Viewer } from '../../../api/staff/roles.ts';
import { keepWords, systemAway, type Lost } from '../form/kept-words.ts';
import { seeOther } from '../form/see-other.ts';
import { keepForm, takeUpKeptForm } from './kept-form.ts';

export type StaffPageViewer = {
  viewer: Viewer & { roleName: string };
  hasSecondFactor: boolean;
  needsSecondFactor: boolean;
  needsPasswordChange: boolean;
  /** Goes into every form as the hidden field `formToken`, and to the API as the header `x-form-token`. */
  formToken: string;
};

const securityPage = '/can-bo/bao-mat';

const sessionEnded: Lost = {
  title: 'Phiên đăng nhập đã hết hạn',
  detail: 'Đăng nhập lại, kể cả bước xác thực hai lớp nếu có: trang đang viết mở lại với nội dung vừa gõ.',
  status: 401,
};
const foreignPassword: Lost = {
  title: 'Mật khẩu do người khác đặt, phải đổi trước',
  detail: 'Đổi mật khẩu, rồi mở lại trang đang viết: nội dung vừa gõ còn ở đó.',
  status: 403,
};
const noSecondFactor: Lost = {
  title: 'Tài khoản phải bật xác thực hai lớp',
  detail: 'Bật xác thực hai lớp, rồi mở lại trang đang viết: nội dung vừa gõ còn ở đó.',
  status: 403,
};

/** What was typed waits for its officer; where it cannot, the page says to send it again from another tab. */
async function keepForLogIn(astro: AstroGlobal, lost: Lost): Promise<Response> {
  const isKept = await keepForm(astro);
  return await keepWords(astro, { ...lost, isKept });
}

/**
 * The viewer of a staff page, or the answer that the page must return: 303 to the log-in without a session, 303
 * to the security page while the password was given by somebody else or a second factor that the role must have is
 * missing; for a posted form that cannot be taken now, the page that keeps what was typed.
 */
export async function requireViewer(astro: AstroGlobal): Promise<StaffPageViewer | Response> {
  const answer = await astro.locals.api.api.staff.me.$get();
  const { pathname, search } = astro.url;
  const { status }: { status: number } = answer;
  const isPosted = astro.request.method === 'POST';
  // What was typed must outlive a session that has ended, and a system that is away.
  if (isPosted && status === 401) return await keepForLogIn(astro, sessionEnded);
  if (isPosted && status === 503) return await keepWords(astro, systemAway);
  if (answer.status === 401)
    return seeOther(`/can-bo/dang-nhap?tiep=${encodeURIComponent(pathname + search)}`);
  const { ok }: { ok: boolean } = answer;
  if (!ok) throw new Error(`/api/staff/me answered ${status}`);
  // A session in use is prolonged now and then: its new cookie belongs to the browser.
  for (const cookie of answer.headers.getSetCookie()) astro.response.headers.append('set-cookie', cookie);
  const { hasSecondFactor, needsSecondFactor, needsPasswordChange, formToken, ...viewer } =
    await answer.json();
  astro.locals.formToken = formToken;
  if ((needsPasswordChange || needsSecondFactor) && pathname !== securityPage)
    return isPosted
      ? await keepForLogIn(astro, needsPasswordChange ? foreignPassword : noSecondFactor)
      : seeOther(securityPage);
  const kept = await takeUpKeptForm(astro, formToken);
  if (kept) astro.locals.keptForm = kept;
  return {
    viewer: { ...viewer, roleName: roleNames[viewer.role] },
    hasSecondFactor,
    needsSecondFactor,
    needsPasswordChange,
    formToken,
  };
}
