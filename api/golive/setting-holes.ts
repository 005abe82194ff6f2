// What lacks in the settings before the portal is opened to citizens. Pure.
import type { Hole } from './hole.ts';

/** By the names under which docs/operating.md explains them. */
export type Settings = {
  PUBLIC_ORIGIN?: string | undefined;
  SMTP_URL?: string | undefined;
  MAIL_FROM: string;
  DATABASE_URL?: string | undefined;
  CLOCK?: string | undefined;
  TOTP_ROLES: readonly string[];
  CLAMD?: string | undefined;
};

type Rule = { isOpen: boolean } & Omit<Hole, 'items'>;

const isLocal = (host: string) => host === 'localhost' || /^[\d.:[\]]+$/.test(host);

/** Worst first. */
export function settingHoles(env: Settings): Hole[] {
  const host = env.PUBLIC_ORIGIN === undefined ? null : new URL(env.PUBLIC_ORIGIN).hostname;
  const rules: Rule[] = [
    {
      isOpen: env.CLOCK !== undefined,
      weight: 'must',
      what: 'đồng hồ của cổng (đang đứng ở một ngày)',
      todo: 'Bỏ biến CLOCK: chỉ dùng khi diễn tập.',
      where: 'CLOCK',
    },
    {
      isOpen: host === null || isLocal(host),
      weight: 'must',
      what: 'địa chỉ công khai của cổng',
      todo: 'Ghi PUBLIC_ORIGIN, như https://ten-co-quan.tinh.gov.vn; đường dẫn trong thư lấy từ đây.',
      where: 'PUBLIC_ORIGIN',
    },
    {
      isOpen: host !== null && !isLocal(host) && !host.endsWith('.gov.vn'),
      weight: 'must',
      what: 'tên miền .gov.vn',
      todo: 'Xin tên miền của cơ quan nhà nước và ghi vào PUBLIC_ORIGIN.',
      where: 'PUBLIC_ORIGIN',
    },
    {
      isOpen: env.PUBLIC_ORIGIN?.startsWith('http:') === true && host !== null && !isLocal(host),
      weight: 'must',
      what: 'kết nối mã hóa (https)',
      todo: 'Đặt chứng chỉ ở máy chủ phía trước, ghi PUBLIC_ORIGIN bắt đầu bằng https://.',
      where: 'PUBLIC_ORIGIN',
    },
    {
      isOpen: env.SMTP_URL === undefined,
      weight: 'must',
      what: 'máy chủ gửi thư',
      todo: 'Ghi SMTP_URL. Chưa có thì thư chỉ nằm thành tệp trong DATA_DIR/mail, không tới người dân.',
      where: 'SMTP_URL',
    },
    {
      isOpen: /@localhost>?$/.test(env.MAIL_FROM),
      weight: 'must',
      what: 'địa chỉ thư của người gửi',
      todo: 'Ghi MAIL_FROM bằng địa chỉ thư của Sở.',
      where: 'MAIL_FROM',
    },
    {
      isOpen: env.DATABASE_URL === undefined,
      weight: 'must',
      what: 'tài khoản thử và cơ sở dữ liệu đi kèm',
      todo: 'Ghi DATABASE_URL tới PostgreSQL của cơ quan; mở tài khoản thật ở /can-bo/tai-khoan, đóng tài khoản thử.',
      where: 'DATABASE_URL',
    },
    {
      isOpen: env.TOTP_ROLES.length === 0,
      weight: 'should',
      what: 'xác thực hai lớp của cán bộ',
      todo: 'Ghi các vai trò phải dùng, như LD,CVP,QT.',
      where: 'TOTP_ROLES',
    },
    {
      isOpen: env.CLAMD === undefined,
      weight: 'should',
      what: 'quét mã độc cho tệp gửi kèm',
      todo: 'Cài clamd và ghi địa chỉ.',
      where: 'CLAMD',
    },
  ];
  return rules.filter(({ isOpen }) => isOpen).map(({ isOpen: _, ...one }) => ({ ...one, items: [] }));
}
