// What passkeys say (W3C Web Authentication, Level 3) as text of a form, and what the portal asks of them.
import { z } from 'zod';
import { cut, line } from '../forms/validation.ts';

/** So many keys one account may have. */
export const mostPasskeys = 10;

const again = 'Khóa truy cập trả lời không đọc được. Hãy thử lại.';
const bytes = (max: number) => cut(max, { missing: again, tooLong: again }).regex(/^[\w-]*$/, again);

/** Base64url throughout, as `PublicKeyCredential.toJSON()` writes it. */
const Assertion = z.object({
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal('public-key', again),
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(2_000),
    userHandle: bytes(200).nullish(),
  }),
});
export type Assertion = z.infer<typeof Assertion>;

const Attestation = z.object({
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal('public-key', again),
  response: z.object({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(10_000),
    transports: z
      .array(cut(20, { missing: again, tooLong: again }))
      .max(10)
      .optional(),
  }),
});
export type Attestation = z.infer<typeof Attestation>;

/** A field of a form holds it as JSON. */
const asText = <Schema extends z.ZodType>(schema: Schema, missing: string) =>
  cut(16_000, { missing, tooLong: again })
    .min(1, { error: missing, abort: true })
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue(again);
        return z.NEVER;
      }
    })
    .pipe(schema);
const noScript = 'Trình duyệt chưa hỏi khóa truy cập. Hãy bấm lại, hoặc dùng mật khẩu.';
const AssertionText = asText(Assertion, noScript);

export const PasskeyQuestion = z.strictObject({
  /** To come in by the key alone; as the second step after the password; to show in an open session who one is. */
  for: z.enum(['sign-in', 'second-step', 'proof'], { error: 'Không có việc nào tên như vậy.' }),
});
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>;

const Descriptor = z.object({
  type: z.literal('public-key'),
  id: z.string(),
  transports: z.array(z.string()),
});
const common = { challenge: z.string(), timeout: z.number() };
/** `PublicKeyCredentialRequestOptionsJSON`: what script hands to `navigator.credentials.get`. */
export const RequestOptions = z.object({
  ...common,
  rpId: z.string(),
  allowCredentials: z.array(Descriptor),
  userVerification: z.literal('required'),
});
export type RequestOptions = z.infer<typeof RequestOptions>;

/** `PublicKeyCredentialCreationOptionsJSON`: for `navigator.credentials.create`. */
export const CreationOptions = z.object({
  ...common,
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type CreationOptions = z.infer<typeof CreationOptions>;

export const PasskeySignIn = z.strictObject({ response: AssertionText });

const empty = (value: unknown) => (value === '' ? undefined : value);
/**
 * How its owner shows again who they are: by one of the passkeys, or by the password, with a code where the account has an
 * authenticator app.
 */
export const OwnerProof = z.strictObject({
  password: z.preprocess(empty, cut(128, { tooLong: 'Mật khẩu dài quá 128 ký tự.' }).optional()),
  code: z.preprocess(
    empty,
    cut(40, { tooLong: 'Mã dài quá. Hãy nhập mã 6 chữ số hoặc một mã khôi phục.' })
      .transform((text) => text.replace(/\s/g, '').toLowerCase())
      .optional(),
  ),
  response: z.preprocess(empty, AssertionText.optional()),
});
export type OwnerProof = z.infer<typeof OwnerProof>;

const ticket = cut(60, { missing: 'Hãy bắt đầu lại.', tooLong: 'Hãy bắt đầu lại.' });
export const PasskeyTicket = z.strictObject({ ticket });
export const NewPasskey = z.strictObject({
  ticket,
  name: line({ max: 60, missing: 'Đặt tên để sau này nhận ra khóa, ví dụ “Điện thoại”.' }),
  response: asText(Attestation, 'Trình duyệt chưa tạo khóa truy cập. Hãy bấm lại.'),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

export const PasskeyView = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  /** A program keeps it and may take it to its owner's other devices. */
  synced: z.boolean(),
});
export type PasskeyView = z.infer<typeof PasskeyView>;
export const OwnFactors = z.object({
  passkeys: z.array(PasskeyView),
  /** An authenticator app is set up. */
  hasCode: z.boolean(),
  /** The office's own sign-on, where one is set. */
  signOn: z.object({ label: z.string(), isLinked: z.boolean() }).nullable(),
});

/** By what the second step of a log-in may be taken. */
export const SecondStep = z.object({ code: z.boolean(), passkey: z.boolean() });
