// The four things an officer does to the own account on one page, each a form with its name in `viec`.
import type { FieldErrors, Values } from '../form/form.ts';
import { errorsIn, tokenOf } from './staff-form.ts';

type Auth = App.Locals['api']['api']['auth'];
type Setup = { totpUri: string; recoveryCodes: string[] };

/** What became of the form: gone through (its answer carries cookies), a second factor to set up, or refused. */
export type Change =
  { done: string; answer: { headers: Headers } } | { setup: Setup } | { errors: FieldErrors; status: number };

export async function changeAccount(auth: Auth, form: Values): Promise<Change> {
  const { viec = '', password = '', code = '' } = form;
  const token = tokenOf(form);
  if (viec === 'bat') {
    const answer = await auth['two-factor'].enable.$post({ json: { password } }, token);
    return answer.ok ? { setup: await answer.json() } : refused(answer);
  }
  if (viec === 'xac-nhan')
    return outcome('bat', await auth['two-factor']['verify-totp'].$post({ json: { code } }, token));
  if (viec === 'tat')
    return outcome('tat', await auth['two-factor'].disable.$post({ json: { password, code } }, token));
  return changePassword(auth, form);
}

async function changePassword(auth: Auth, form: Values): Promise<Change> {
  const { currentPassword = '', newPassword = '', newPasswordAgain = '' } = form;
  if (newPassword !== newPasswordAgain)
    return {
      errors: [{ field: 'newPasswordAgain', text: 'Hai lần nhập mật khẩu mới chưa giống nhau.' }],
      status: 422,
    };
  return outcome(
    'mat-khau',
    await auth['change-password'].$post({ json: { currentPassword, newPassword } }, tokenOf(form)),
  );
}

type Answer = Parameters<typeof errorsIn>[0] & { status: number; headers: Headers };

const outcome = async (done: string, answer: Answer): Promise<Change> =>
  answer.ok ? { done, answer } : refused(answer);

const refused = async (answer: Answer): Promise<Change> => ({
  errors: await errorsIn(answer),
  status: answer.status,
});
