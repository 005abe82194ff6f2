// The settings of the sign-on by the office's own provider, as they stand in the environment. Pure.
import { z } from 'zod';

/** JWA names of signatures by a key pair; neither `none` nor the client's secret signs anybody in. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
] as const;

const list = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Whether an address is https, or of this machine itself; what is none is refused before. */
const isSafe = (address: string): boolean => {
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

export const signOnSettings = {
  /** The provider of the office, as its `iss` says it. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'viết dạng https://máy-chủ/…' })
    .refine(isSafe, 'phải là https')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).max(2_000).optional(),
  /** What stands on the button. */
  OIDC_LABEL: z.string().min(1).max(60).default('Đăng nhập một lần của cơ quan'),
  /** The claim of the ID token that must be the account's e-mail when the two are linked; none: the officer's word. */
  OIDC_EMAIL_CLAIM: z
    .string()
    .regex(/^[\w:./-]{1,100}$/, 'viết tên một claim, ví dụ email')
    .optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'bắt đầu bằng openid')
    .max(300)
    .default('openid'),
  /** Signatures of ID tokens that are taken. */
  OIDC_ALGORITHMS: z
    .string()
    .default('RS256,PS256,ES256,EdDSA')
    .transform(list)
    .pipe(z.array(z.enum(algorithms, { error: `chỉ gồm ${algorithms.join(', ')}` })).min(1)),
  /** Values of `acr` or `amr` by which the provider's own second factor counts; none: the account's own is asked. */
  OIDC_SECOND_FACTOR: z.string().default('').transform(list),
};

const SignOn = z.object(signOnSettings);
export type SignOnSettings = z.infer<typeof SignOn> & { PUBLIC_ORIGIN?: string | undefined };

/** What is missing for the sign-on that is begun, one sentence each. */
export function missingForSignOn(settings: SignOnSettings, given: ReadonlySet<string>): string[] {
  const begun = Object.keys(signOnSettings).filter((name) => given.has(name));
  if (begun.length === 0) return [];
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_ORIGIN'] as const;
  return needed
    .filter((name) => settings[name] === undefined)
    .map((name) => `${name}: cần có khi đặt ${begun[0]}`);
}

export type Provider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  scope: string;
  algorithms: readonly string[];
};

/** Where the provider sends browsers back to. */
export const returnPage = '/can-bo/dang-nhap/tro-lai';

/** The provider that is set; undefined where none is. */
export function providerOf(settings: SignOnSettings): Provider | undefined {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    PUBLIC_ORIGIN,
  } = settings;
  if (!issuer || !clientId || !clientSecret || !PUBLIC_ORIGIN) return undefined;
  return {
    ...{ issuer, clientId, clientSecret },
    redirectUri: `${PUBLIC_ORIGIN}${returnPage}`,
    scope: settings.OIDC_SCOPE,
    algorithms: settings.OIDC_ALGORITHMS,
  };
}
