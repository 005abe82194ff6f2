// What people at the keyboard read after the start: where the portal is, who may log in, where data lies.
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Environment } from '../portal/env.ts';

type DemoAccount = { role: string; name: string; email: string; password: string };

export type BannerFacts = {
  env: Environment;
  address: AddressInfo;
  embedded: boolean;
  /** What lacks although citizens can reach the portal, in one sentence. */
  lacking: string | null;
  /** The accounts made by this very start; their passwords are shown once. */
  newAccounts: DemoAccount[];
};

/** The address to open in a browser. */
export function browserAddress({ PUBLIC_ORIGIN, HOST }: Environment, { port }: AddressInfo): string {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(HOST) ? 'localhost' : HOST;
  return PUBLIC_ORIGIN ?? `http://${host}:${port}`;
}

export function banner({ env, address, embedded, lacking, newAccounts }: BannerFacts): string {
  const origin = browserAddress(env, address);
  const file = path.relative(process.cwd(), path.join(env.DATA_DIR, 'demo-accounts.txt'));
  const lines = [
    env.DEMO
      ? 'MINH BẠCH đang chạy, DỮ LIỆU MINH HỌA (a demonstration)'
      : 'MINH BẠCH đang chạy (the portal is running)',
    '',
    row('Cổng công khai (public)', `${origin}/`),
    row('Cán bộ đăng nhập (staff)', `${origin}/can-bo`),
    row('API', `${origin}/api/openapi.json`),
    row('Dữ liệu (data)', embedded ? path.relative(process.cwd(), env.DATA_DIR) || '.' : 'DATABASE_URL'),
  ];
  if (embedded) lines.push(row('Tài khoản thử (demo log-in)', file));
  if (env.CLOCK) lines.push(row('Đồng hồ đứng ở (clock)', env.CLOCK));
  if (lacking !== null) lines.push('', `  ${lacking}`);
  if (newAccounts.length > 0)
    lines.push('', '  Mật khẩu chỉ hiện lần này (passwords, shown once):', ...newAccounts.map(accountLine));
  return ['', ...lines, '', '  Dừng: Ctrl-C (stop)', ''].join('\n');
}

const row = (what: string, value: string) => `  ${`${what}:`.padEnd(30)}${value}`;

const accountLine = ({ role, email, password }: DemoAccount) =>
  `    ${role.padEnd(4)} ${email.padEnd(28)} ${password}`;
