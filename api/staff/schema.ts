// What log-in and account endpoints take and answer.
import { z } from 'zod';
import { line } from '../forms/validation.ts';
import { OwnerProof } from './passkey-schema.ts';
import { Role, Viewer } from './roles.ts';

export const passwordLength = { min: 12, max: 128 };

const Email = z
  .string({ error: 'Hãy nhập e-mail công vụ.' })
  .trim()
  .toLowerCase()
  .min(1, { error: 'Hãy nhập e-mail công vụ.', abort: true })
  .max(254, 'E-mail dài quá 254 ký tự.')
  .pipe(z.email('Hãy nhập e-mail đầy đủ, ví dụ ten@coquan.example.'));

const password = (missing: string) =>
  z
    .string({ error: missing })
    .min(1, { error: missing, abort: true })
    .max(passwordLength.max, `Mật khẩu dài quá ${passwordLength.max} ký tự.`)
    .refine((text) => text.isWellFormed(), 'Có ký tự không đọc được. Hãy gõ lại mật khẩu.');
const currentPassword = password('Hãy nhập mật khẩu đang dùng.');

export const SignIn = z.strictObject({ email: Email, password: password('Hãy nhập mật khẩu.') });

/** `needsCode`: the password was right, a code of the second factor is still to come. */
export const SignedIn = z.object({ needsCode: z.boolean() });

export const Done = z.object({ done: z.literal(true) });

/** `isBySignOn`: the office's own sign-on had opened the session, and still knows its officer. */
export const SignedOut = Done.extend({ isBySignOn: z.boolean() });

export const CurrentSession = z.object({ viewer: Viewer.nullable() });

const newPassword = password('Hãy nhập mật khẩu mới.').min(
  passwordLength.min,
  `Mật khẩu mới cần ít nhất ${passwordLength.min} ký tự. Vài từ nối nhau là đủ dài và dễ nhớ.`,
);
export const PasswordChange = z.strictObject({ currentPassword, newPassword });

const token = z.string({ error: 'Thiếu mã của đường dẫn.' }).max(100, 'Mã của đường dẫn dài quá.');
/** The code of a one-use link, as it stands in its address. */
export const LinkToken = z.strictObject({ token });
/** The password that the owner of an account sets by a link. */
export const PasswordByLink = z.strictObject({ token, newPassword });

/** An account that has a passkey shows one besides. */
export const SecondFactorStart = z.strictObject({
  password: currentPassword,
  response: OwnerProof.shape.response,
});

/** Turning the second factor off: the password and a code of the app, or a recovery code. */
export const SecondFactorOff = z.strictObject({
  password: currentPassword,
  code: z
    .string({ error: 'Hãy nhập mã 6 chữ số hoặc một mã khôi phục.' })
    .max(40, 'Mã dài quá. Hãy nhập mã 6 chữ số hoặc một mã khôi phục.')
    .transform((text) => text.replace(/\s/g, '').toLowerCase())
    .pipe(
      z
        .string()
        .regex(
          /^(\d{6}|[a-z0-9]{5}-[a-z0-9]{5})$/,
          'Hãy nhập mã 6 chữ số, hoặc mã khôi phục dạng abcde-fghjk.',
        ),
    ),
});

export const TotpSetup = z.object({ totpUri: z.string(), recoveryCodes: z.array(z.string()) });

export const TotpCode = z.strictObject({
  code: z
    .string({ error: 'Hãy nhập mã 6 chữ số.' })
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Mã gồm 6 chữ số trong ứng dụng xác thực.')),
});

export const RecoveryCode = z.strictObject({
  code: z
    .string({ error: 'Hãy nhập mã khôi phục.' })
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().regex(/^[a-z0-9]{5}-[a-z0-9]{5}$/, 'Mã khôi phục có dạng abcde-fghjk.')),
});

/** Who is logged in; `formToken` is the value of the header `x-form-token` on every call that changes something. */
export const Me = Viewer.extend({
  hasSecondFactor: z.boolean(),
  needsSecondFactor: z.boolean(),
  needsPasswordChange: z.boolean(),
  formToken: z.string(),
});
export type Me = z.infer<typeof Me>;

export const Colleague = z.object({ id: z.string(), name: z.string(), role: Role, unit: z.string() });
export const Colleagues = z.object({ colleagues: z.array(Colleague) });

/** What a new account needs; `unit` is a code of content/units.yaml. */
export const NewAccount = z.strictObject({
  email: Email,
  name: line({ max: 100, missing: 'Cần họ tên hoặc tên vị trí của người dùng tài khoản.' }),
  role: Role,
  unit: line({ max: 60, missing: 'Cần mã đơn vị.' }),
});
export type NewAccount = z.infer<typeof NewAccount>;
