// What an officer does to the own account on one page, each a form with its name in `viec`.
import type { Values } from '../form/form.ts';

type Api = App.Locals['api']['api'];
type Token = { headers: { 'x-form-token': string } };

/** Hands the form on; two different new passwords are refused here, for only this page asks twice. */
export async function changeAccount({ auth, staff }: Api, form: Values, token: Token) {
  const { viec = '', password = '', code = '', session = '', mandate = '', response = '' } = form;
  const proof = { password, code, response };
  if (viec === 'vai-tro') return await staff['own-sessions'].acting.$post({ json: { mandate } }, token);
  if (viec === 'phien') return await staff['own-sessions'].end.$post({ json: { session } }, token);
  if (viec === 'bat') return await auth['two-factor'].enable.$post({ json: { password, response } }, token);
  if (viec === 'xac-nhan') return await auth['two-factor']['verify-totp'].$post({ json: { code } }, token);
  if (viec === 'tat') return await auth['two-factor'].disable.$post({ json: { password, code } }, token);
  if (viec === 'them-khoa') return await auth.passkeys.ticket.$post({ json: proof }, token);
  if (viec === 'go-khoa')
    return await auth.passkeys[':id'].removal.$post({ param: { id: form['key'] ?? '' }, json: proof }, token);
  if (viec === 'lien-ket') return await auth['sign-on'].link.$post({ json: proof }, token);
  if (viec === 'bo-lien-ket') return await auth['sign-on'].unlink.$post({ json: proof }, token);
  if (viec === 'tao-khoa') {
    const { ticket = '', name = '' } = form;
    return await auth.passkeys.$post({ json: { ticket, name, response } }, token);
  }
  const { currentPassword = '', newPassword = '', newPasswordAgain = '' } = form;
  if (newPassword !== newPasswordAgain)
    return {
      errors: [{ field: 'newPasswordAgain', text: 'Hai lần nhập mật khẩu mới chưa giống nhau.' }],
      status: 422,
    };
  return await auth['change-password'].$post({ json: { currentPassword, newPassword } }, token);
}

/** What goes on in the very answer to a form: a second factor to be set up, a passkey that may be made now,
 * where the sign-on is to be gone to (null: it does not answer). */
export type Shown = {
  setup?: { totpUri: string; recoveryCodes: string[] };
  ticket?: string;
  url?: string | null;
};

/** What an answer says to go on with; undefined where the task is done. */
export async function shownAfter(
  task: string,
  answer: { json(): Promise<unknown> },
): Promise<Shown | undefined> {
  if (task === 'bat') return { setup: (await answer.json()) as NonNullable<Shown['setup']> };
  if (task === 'lien-ket') return (await answer.json()) as { url: string | null };
  return task === 'them-khoa' ? ((await answer.json()) as { ticket: string }) : undefined;
}

const told = ['tat', 'phien', 'vai-tro', 'tao-khoa', 'go-khoa', 'bo-lien-ket'];

/** The name of what was done, for the page that tells it. */
export const doneBy = (task: string): string =>
  task === 'xac-nhan' ? 'bat' : told.includes(task) ? task : 'mat-khau';
