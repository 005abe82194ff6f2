// The settings by which access is guarded, as the administrator reads them: value, who set it, on what it rests. Pure.
import type { RunningSetting } from './overview-schema.ts';

type Settings = {
  given: ReadonlySet<string>;
  PUBLIC_ORIGIN?: string | undefined;
  TOTP_ROLES: readonly string[];
  SESSION_HOURS: number;
  OIDC_ISSUER?: string | undefined;
  OIDC_SECOND_FACTOR: readonly string[];
  SECURITY_LOG_MONTHS: number;
  SMTP_URL?: string | undefined;
  CLAMD?: string | undefined;
  TRUST_PROXY: boolean;
  DEMO: boolean;
};

const is = (set: boolean, words: string, otherwise: string) => (set ? words : otherwise);

/** No secret, no address of a machine: whether it is there is all that is told of those. */
export function runningSettings(env: Settings): RunningSetting[] {
  const rows: Omit<RunningSetting, 'isGiven'>[] = [
    {
      name: 'TOTP_ROLES',
      value: env.TOTP_ROLES.length > 0 ? env.TOTP_ROLES.join(', ') : 'không vai trò nào',
      does: 'Vai trò phải dùng xác thực hai lớp; chưa bật thì bật ở lần đăng nhập tới, trước khi làm việc khác',
      source: 'nội bộ',
    },
    {
      name: 'OIDC_ISSUER',
      value: is(env.OIDC_ISSUER !== undefined, 'có hệ thống đăng nhập một lần', 'chưa đặt'),
      does: 'Cán bộ đăng nhập bằng hệ thống của cơ quan; tài khoản vẫn phải được mời trước',
      source: 'nội bộ',
    },
    {
      name: 'OIDC_SECOND_FACTOR',
      value: env.OIDC_SECOND_FACTOR.length > 0 ? env.OIDC_SECOND_FACTOR.join(', ') : 'không tính',
      does: 'Giá trị acr, amr của hệ thống đăng nhập một lần được tính là lớp thứ hai',
      source: 'nội bộ',
    },
    {
      name: 'SESSION_HOURS',
      value: `${env.SESSION_HOURS} giờ`,
      does: 'Một phiên đăng nhập kết thúc sau thời gian này, dù đang dùng',
      source: 'nội bộ',
    },
    {
      name: 'SECURITY_LOG_MONTHS',
      value: `${env.SECURITY_LOG_MONTHS} tháng`,
      does: 'Nhật ký an ninh được giữ',
      source: 'nội bộ',
    },
    {
      name: 'PUBLIC_ORIGIN',
      value: env.PUBLIC_ORIGIN ?? 'chưa đặt',
      does: 'Địa chỉ người dân và cán bộ gõ; có https thì phiên đăng nhập chỉ đi qua đường mã hóa',
      source: 'nội bộ',
    },
    {
      name: 'SMTP_URL',
      value: is(env.SMTP_URL !== undefined, 'có máy chủ thư', 'chưa có máy chủ thư'),
      does: 'Thư mời, thư báo về tài khoản; chưa có thì quản trị trao tận tay đường dẫn đặt mật khẩu',
      source: 'nội bộ',
    },
    {
      name: 'CLAMD',
      value: is(env.CLAMD !== undefined, 'có quét mã độc', 'chưa quét mã độc'),
      does: 'Tệp gửi kèm được quét trước khi cán bộ mở',
      source: 'nội bộ',
    },
    {
      name: 'TRUST_PROXY',
      value: is(env.TRUST_PROXY, 'tin máy chủ đứng trước', 'không tin'),
      does: 'Địa chỉ mạng của người truy cập lấy từ máy chủ đứng trước',
      source: 'nội bộ',
    },
  ];
  return rows.map((row) => ({ ...row, isGiven: env.given.has(row.name) }));
}
