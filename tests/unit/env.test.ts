// Promises of the settings: what is mistyped is refused with one sentence that names it.
import { expect, test } from 'vitest';
import { readEnvironment } from '../../api/portal/env.ts';

const refusalOf = (settings: Record<string, string>) => {
  try {
    readEnvironment(settings);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test.each([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['PUBLIC_ORIGN', 'PUBLIC_ORIGIN'],
  ['PUBLIC-ORIGIN', 'PUBLIC_ORIGIN'],
  ['public_origin', 'PUBLIC_ORIGIN'],
  ['SECRETKEY', 'SECRET_KEY'],
  ['SECRET_KYE', 'SECRET_KEY'],
  ['TRUST_PROXI', 'TRUST_PROXY'],
  ['TOPT_ROLES', 'TOTP_ROLES'],
  ['TOTP_ROLE', 'TOTP_ROLES'],
  ['SUBMISSIONS_PER_10_MINUTE', 'SUBMISSIONS_PER_10_MINUTES'],
  ['SMPT_URL', 'SMTP_URL'],
  ['LOGLEVEL', 'LOG_LEVEL'],
])('%s is refused, and %s is offered', (given, meant) => {
  expect(refusalOf({ [given]: 'x' })).toBe(
    `Cấu hình chưa đúng (biến môi trường):\n- ${given}: không có cấu hình này; có phải là ${meant}?`,
  );
});

test('variables of other programs are left alone', () => {
  const settings = { PATH: '/bin', HOSTNAME: 'a', PGHOST: 'b', HTTP_PROXY: 'c', npm_config_port: '1' };
  const more = { NODE_ENV: 'test', LANG: 'vi', SHELL: 'sh', SUPPORT: 'd', DATABASE: 'e', WORKERS_DIR: 'f' };
  expect(refusalOf({ ...settings, ...more })).toBe('');
});

test('a role that does not exist is refused by name in TOTP_ROLES', () => {
  expect(refusalOf({ TOTP_ROLES: 'QT, GĐ,LD' })).toContain(
    '- TOTP_ROLES: không có vai trò “GĐ”. Các vai trò: TN',
  );
  expect(refusalOf({ TOTP_ROLES: 'qt' })).toContain('không có vai trò “qt”');
  expect(readEnvironment({ TOTP_ROLES: ' QT ,LD,' }).TOTP_ROLES).toEqual(['QT', 'LD']);
});
