// The environment, read once and parsed; every setting has a line in docs/operating.md.
import path from 'node:path';
import { z } from 'zod';
import { contentDir } from '../content/read.ts';
import { asDemo } from './demo-env.ts';
import { misspelt } from './env-names.ts';
import { missingForSignOn, signOnSettings } from '../staff/sign-on-settings.ts';
import { rolesWith } from '../staff/rights.ts';
import { Role, roleNames } from '../staff/roles.ts';

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4321),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((dir) => path.resolve(dir)),
  /** The built site. */
  BUILD_DIR: z
    .string()
    .default(path.resolve(import.meta.dirname, '../../.build'))
    .transform((dir) => path.resolve(dir)),
  /** What is published: a folder with the files of content/, as a developer edits them. */
  CONTENT_DIR: z
    .string()
    .default(contentDir)
    .transform((dir) => path.resolve(dir)),
  DATABASE_URL: z.string().min(1).optional(),
  /** The role that owns the tables and migrates; DATABASE_URL is then the role of the run, with fewer rights. */
  MIGRATION_DATABASE_URL: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** Statements prepared under a name: `false` behind a pooler in transaction mode that keeps none. */
  DATABASE_PREPARE: z.stringbool().default(true),
  DATABASE_PORT: z.coerce.number().int().min(0).max(65535).default(54329),
  SECRET_KEY: z.string().min(32, 'cần ít nhất 32 ký tự').optional(),
  /** Keys of encrypted columns after the first, `2:base64url,3:…`, where processes share no folder; else DATA_DIR/keys. */
  DATA_KEYS: z.string().min(40).optional(),
  /** The Ed25519 key of receipts and checkpoints, PKCS#8 as PEM or base64; else DATA_DIR/signing.key. */
  SIGNING_KEY: z.string().min(40).optional(),
  TRUST_PROXY: z.stringbool().default(false),
  /** `none`: no role. Not given: those who sign, assign or rule over accounts, on a portal that people reach. */
  TOTP_ROLES: z
    .string()
    .default('')
    .transform((list) => (list.trim().toLowerCase() === 'none' ? '' : list))
    .transform((list) =>
      list
        .split(',')
        .map((role) => role.trim())
        .filter(Boolean),
    )
    .superRefine((given, issues) => {
      const known = Role.options.map((role) => `${role} (${roleNames[role]})`).join(', ');
      for (const role of given)
        if (!Role.safeParse(role).success)
          issues.addIssue({ code: 'custom', message: `không có vai trò “${role}”. Các vai trò: ${known}` });
    }),
  /** A staff session ends so many minutes after the last request of its officer. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(480).default(30),
  /** A staff session ends so many hours after the log-in, however busy. */
  SESSION_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  /** How long the security log is kept; never less than a year. */
  SECURITY_LOG_MONTHS: z.coerce.number().int().min(12, 'ít nhất 12 tháng').max(120).default(24),
  ...signOnSettings,
  SUBMISSIONS_PER_10_MINUTES: z.coerce.number().int().min(0).default(60),
  UPLOADS_PER_10_MINUTES: z.coerce.number().int().min(0).default(60),
  /** Attachments lie in DATA_DIR/files, or in this S3-compatible store. */
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  /** The virus scanner: `host:port` or the path of a unix socket. */
  CLAMD: z.string().min(1).optional(),
  /** Background work in this process, or in none of its own (node api/programs/worker.ts beside it). */
  WORKER: z.enum(['inside', 'none']).default('inside'),
  /** smtp://user:password@host:587 or smtps://…; without it letters become files in DATA_DIR/mail. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'viết dạng smtp://máy-chủ:587 hoặc smtps://máy-chủ:465' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'viết một địa chỉ thư, ví dụ Tên cơ quan <ten@coquan.example>')
    .default('khong-tra-loi@localhost'),
  /** A Meilisearch server beside the engine in this process; MEILI_KEY may write, MEILI_SEARCH_KEY only search. */
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'viết dạng http://máy-chủ:7700' }).optional(),
  MEILI_KEY: z.string().min(1).optional(),
  MEILI_SEARCH_KEY: z.string().min(1).optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,80}$/, 'chỉ gồm chữ không dấu, số, - và _')
    .default('minh-bach'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** A demonstration in a folder of its own (`npm start -- --demo`): see api/portal/demo-env.ts. */
  DEMO: z.stringbool().default(false),
  /** Fixes the portal's clock, for tests and rehearsals only; the page foot says so. */
  CLOCK: z.iso.datetime({ offset: true }).optional(),
});
/** `given`: the names of what was set; the rest are defaults. */
export type Environment = z.infer<typeof Environment> & { given: ReadonlySet<string> };

/** On a portal with an address of its own, and no wish about it, these roles must have a second factor (nội bộ). */
const withSecondFactor = (settings: Environment): Environment =>
  settings.PUBLIC_ORIGIN === undefined || settings.given.has('TOTP_ROLES')
    ? settings
    : { ...settings, TOTP_ROLES: rolesWith('needs-second-factor') };

/**
 * Parses the settings of the process; `--demo` among its arguments is the setting DEMO.
 * Throws an Error with one Vietnamese line per wrong setting.
 */
export function readEnvironment(
  source: Record<string, string | undefined> = process.env,
  args: readonly string[] = source === process.env ? process.argv : [],
): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  if (args.includes('--demo')) filled['DEMO'] = 'true';
  const parsed = Environment.safeParse(filled);
  const wrongNames = misspelt(Object.keys(source), Object.keys(Environment.shape));
  const given: ReadonlySet<string> = new Set(Object.keys(filled));
  const missing = parsed.success ? missingForSignOn(parsed.data, given) : [];
  if (parsed.success && wrongNames.length === 0 && missing.length === 0) {
    const settings = { ...parsed.data, given };
    return settings.DEMO ? asDemo(settings) : withSecondFactor(settings);
  }
  const lines = [
    ...wrongNames.map(({ given, meant }) => `- ${given}: không có cấu hình này; có phải là ${meant}?`),
    ...missing.map((line) => `- ${line}`),
    ...(parsed.error?.issues ?? []).map((issue) => `- ${issue.path.join('.')}: ${issue.message}`),
  ];
  throw new Error(`Cấu hình chưa đúng (biến môi trường):\n${lines.join('\n')}`);
}
