// What the security log writes down: every kind with its words, and what an event may hold. Pure.
import { z } from 'zod';

export const securityKinds = {
  'sign-in': 'Đăng nhập',
  'sign-in-failed': 'Đăng nhập sai',
  'sign-in-delayed': 'Phải chờ vì sai nhiều lần',
  'code-failed': 'Sai mã xác thực',
  'sign-out': 'Đăng xuất',
  'password-changed': 'Đổi mật khẩu',
  'password-failed': 'Sai mật khẩu khi đang đăng nhập',
  'password-reset': 'Cấp lại mật khẩu',
  'password-set': 'Đặt mật khẩu bằng đường dẫn được cấp',
  'reset-asked': 'Đề nghị đặt lại mật khẩu hoặc gỡ xác thực hai lớp',
  'reset-confirmed': 'Xác nhận đề nghị của người khác',
  'reset-declined': 'Không đồng ý đề nghị của người khác',
  'sessions-ended': 'Đóng phiên đăng nhập',
  'role-added': 'Thêm vai trò kiêm nhiệm',
  'deputy-made': 'Giao làm thay',
  'mandate-ended': 'Kết thúc kiêm nhiệm, làm thay',
  'acting-changed': 'Đổi vai trò đang dùng',
  'second-factor-on': 'Bật xác thực hai lớp',
  'second-factor-off': 'Tắt xác thực hai lớp',
  'second-factor-removed': 'Gỡ xác thực hai lớp của người khác',
  'passkey-added': 'Thêm khóa truy cập',
  'passkey-removed': 'Gỡ khóa truy cập',
  'passkey-failed': 'Khóa truy cập bị từ chối',
  'sign-on-linked': 'Liên kết đăng nhập một lần',
  'sign-on-unlinked': 'Bỏ liên kết đăng nhập một lần',
  'sign-on-failed': 'Đăng nhập một lần bị từ chối',
  'account-opened': 'Mở tài khoản',
  invited: 'Gửi lời mời dùng tài khoản',
  'invitation-taken': 'Nhận lời mời, đặt mật khẩu lần đầu',
  'validity-changed': 'Đổi thời hạn dùng tài khoản',
  'account-closed': 'Đóng tài khoản',
  'account-reopened': 'Mở lại tài khoản',
  'rights-changed': 'Đổi vai trò, đơn vị',
  'handed-over': 'Bàn giao việc của một người',
  refused: 'Bị từ chối',
  download: 'Tải, xuất tệp',
  'code-renewed': 'Cấp lại mã tra cứu qua thư đã xác nhận',
  'feed-opened': 'Tạo địa chỉ lịch riêng',
  'feed-closed': 'Bỏ địa chỉ lịch riêng',
  'data-key-begun': 'Đổi khóa mã hóa dữ liệu: bắt đầu hoặc làm tiếp',
  'data-keys-changed': 'Đổi khóa mã hóa dữ liệu: xong',
  'retention-run': 'Xóa dữ liệu cá nhân hết thời hạn giữ',
  'hold-made': 'Giữ lại dữ liệu một hồ sơ, không hủy',
  'hold-ended': 'Thôi giữ lại dữ liệu một hồ sơ',
  purged: 'Xóa dòng hết hạn lưu',
} as const;

export type SecurityKind = keyof typeof securityKinds;
export const SecurityKind = z.enum(Object.keys(securityKinds) as [SecurityKind, ...SecurityKind[]]);

/** Codes, addresses of the API without names and numbers, counts: never a password, an e-mail or a network address. */
export type SecurityDetail = Record<string, string | number>;

/**
 * An address of the API as the log keeps it: plain words stay, everything that names a case, a file or a person
 * becomes “…”. Who may not see a case must not learn of it here.
 */
export function loggedPath(path: string): string {
  return path
    .split('/')
    .map((part) => (/^[a-z][a-z0-9.-]{0,23}$/.test(part) || part === '' ? part : '…'))
    .join('/');
}

const words: Record<string, string> = {
  path: 'địa chỉ',
  code: 'lý do',
  waitSeconds: 'phải chờ (giây)',
  from: 'từ',
  to: 'thành',
  by: 'bằng',
  factor: 'lớp hai',
  known: 'nhận ra nhờ',
  file: 'tệp',
  before: 'cũ hơn',
  count: 'số lượng',
  what: 'việc',
};

/** The details of an event in one line, for people. */
export const detailWords = (detail: SecurityDetail): string =>
  Object.entries(detail)
    .map(([name, value]) => `${words[name] ?? name}: ${value}`)
    .join('; ');
