// The six things an officer does to the own account on one page, each a form with its name in `viec`.
import type { Values } from '../form/form.ts';

type Api = App.Locals['api']['api'];
type Token = { headers: { 'x-form-token': string } };

/** Hands the form on; two different new passwords are refused here, for only this page asks twice. */
export async function changeAccount({ auth, staff }: Api, form: Values, token: Token) {
  const { viec = '', password = '', code = '', session = '', mandate = '' } = form;
  if (viec === 'vai-tro') return await staff['own-sessions'].acting.$post({ json: { mandate } }, token);
  if (viec === 'phien') return await staff['own-sessions'].end.$post({ json: { session } }, token);
  if (viec === 'bat') return await auth['two-factor'].enable.$post({ json: { password } }, token);
  if (viec === 'xac-nhan') return await auth['two-factor']['verify-totp'].$post({ json: { code } }, token);
  if (viec === 'tat') return await auth['two-factor'].disable.$post({ json: { password, code } }, token);
  const { currentPassword = '', newPassword = '', newPasswordAgain = '' } = form;
  if (newPassword !== newPasswordAgain)
    return {
      errors: [{ field: 'newPasswordAgain', text: 'Hai lần nhập mật khẩu mới chưa giống nhau.' }],
      status: 422,
    };
  return await auth['change-password'].$post({ json: { currentPassword, newPassword } }, token);
}

/** What an answer says of a second factor that is being set up. */
export async function setupIn(answer: {
  json(): Promise<unknown>;
}): Promise<{ totpUri: string; recoveryCodes: string[] }> {
  return (await answer.json()) as { totpUri: string; recoveryCodes: string[] };
}

/** The name of what was done, for the page that tells it. */
export const doneBy = (task: string): string =>
  ({ 'xac-nhan': 'bat', tat: 'tat', phien: 'phien', 'vai-tro': 'vai-tro' })[task] ?? 'mat-khau';
