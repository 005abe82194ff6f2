// The table of rights: what staff may do, in which role, on which cases, and why. Whoever must know asks this table: the
// door of the staff endpoints, services, queries, the bar and the pages. The steps of a case have rows of their own
// (api/cases/lifecycle.ts); /can-bo/quyen shows both to the office. Pure.
import { Role } from './roles.ts';

/** How an officer stands to a case; `any`: to whatever case, or the right is about no case. */
export type Relation = 'any' | 'handler' | 'own-unit' | 'co-unit' | 'finished' | 'keeper';

export const relationLabels: Record<Relation, string> = {
  any: '',
  handler: 'hồ sơ được giao xử lý',
  'own-unit': 'hồ sơ giao cho đơn vị mình',
  'co-unit': 'hồ sơ mà đơn vị mình phối hợp',
  finished: 'hồ sơ đã trả lời, đã công khai hoặc đã đánh giá',
  keeper: 'hồ sơ khóa được giao giữ',
};

export const groups = {
  own: 'Tài khoản của mình',
  register: 'Sổ tiếp nhận và hồ sơ',
  letters: 'Văn bản đi, mẫu văn bản',
  personal: 'Dữ liệu cá nhân',
  publishing: 'Công khai, niêm yết, tra cứu',
  surveys: 'Khảo sát mức độ hài lòng',
  reports: 'Báo cáo, số liệu, nghĩa vụ',
  running: 'Lịch, thời hạn, vận hành',
} as const;

type Holders = Partial<Record<Role, readonly Relation[]>>;
type Row = {
  group: keyof typeof groups;
  /** What it lets do, as the office reads it: “Vào sổ một phản ánh”. */
  does: string;
  who: Holders;
  /** The legal text, or `nội bộ` where none says who. */
  source: string;
};

const each = (roles: readonly Role[], ...relations: Relation[]): Holders =>
  Object.fromEntries(roles.map((role) => [role, relations]));
/** Any case, or no case at all. */
const any = (...roles: Role[]): Holders => each(roles, 'any');
const everyone = Role.options;

// prettier-ignore
const table = {
  'own-account': { group: 'own', does: 'Đổi mật khẩu, bật xác thực hai lớp của mình; xem bảng quyền này', who: any(...everyone), source: 'nội bộ' },
  'own-drafts': { group: 'own', does: 'Lưu, xem, bỏ, lấy lại bản nháp của mình; không ai đọc bản nháp của người khác', who: any(...everyone), source: 'nội bộ' },

  'own-mail': { group: 'own', does: 'Chọn thư báo việc gửi cho mình', who: any(...everyone), source: 'nội bộ' },
  'needs-second-factor': { group: 'own', does: 'Phải dùng xác thực hai lớp khi đăng nhập, trừ khi máy chủ đặt khác (TOTP_ROLES)', who: any('LD', 'CVP', 'QT'), source: 'nội bộ' },

  'open-register': { group: 'register', does: 'Mở sổ tiếp nhận; trong sổ chỉ có những hồ sơ mình được mở', who: any(...everyone), source: 'nội bộ' },
  'take-in': { group: 'register', does: 'Vào sổ một phản ánh nhận qua điện thoại, trực tiếp, bưu chính, đối thoại hoặc do cấp trên chuyển', who: any('TN', 'MC'), source: 'điểm b khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; nội bộ' },
  'see-case': { group: 'register', does: 'Mở một hồ sơ: nội dung, tệp, công văn, hồ sơ gần giống', who: { ...any('TN', 'CVP', 'LD'), XL: ['handler', 'co-unit'], TP: ['own-unit', 'co-unit'], BT: ['finished'] }, source: 'Luật số 91/2025/QH15; Điều 14 Nghị định số 20/2008/NĐ-CP; nội bộ' },
  'see-locked-case': { group: 'register', does: 'Mở một hồ sơ đã khóa (tố cáo, khiếu nại)', who: { ...each(everyone, 'keeper'), ...any('LD') }, source: 'khoản 3 Điều 8, Điều 56 Luật Tố cáo; nội bộ' },
  'handle-case': { group: 'register', does: 'Được giao xử lý hồ sơ', who: any('XL'), source: 'Điều 14 Nghị định số 20/2008/NĐ-CP; nội bộ' },
  'told-when-late': { group: 'register', does: 'Được báo qua thư khi hồ sơ sắp chậm hoặc chậm; không tắt được', who: { TP: ['own-unit'], ...any('CVP') }, source: 'nội bộ' },
  'add-files': { group: 'register', does: 'Thêm tệp của cơ quan vào một hồ sơ mà mình mở được: bản quét, tài liệu xác minh, văn bản đã ký; rút tệp mình đã thêm', who: { ...any('TN', 'CVP', 'LD'), XL: ['handler', 'co-unit', 'keeper'], TP: ['own-unit', 'co-unit', 'keeper'] }, source: 'nội bộ' },
  'withdraw-files': { group: 'register', does: 'Rút tệp do người khác thêm; tệp vẫn nằm trong hồ sơ, có gạch', who: any('CVP'), source: 'nội bộ' },
  'many-at-once': { group: 'register', does: 'Làm một việc cho nhiều hồ sơ mà mình mở được, có xem trước; mỗi hồ sơ theo đúng quyền của từng bước', who: any('TN', 'CVP', 'LD', 'TP'), source: 'nội bộ' },
  'list-colleagues': { group: 'register', does: 'Xem danh sách cán bộ có thể được giao việc', who: any('TN', 'CVP', 'LD', 'TP'), source: 'nội bộ' },
  'choose-colleagues': { group: 'register', does: 'Chọn người xử lý, người giữ hồ sơ khóa ngay trên trang hồ sơ; xem việc đang mở của từng người', who: any('TN', 'CVP', 'LD', 'TP'), source: 'nội bộ' },

  'see-outgoing': { group: 'letters', does: 'Xem, in sổ văn bản đi; trong sổ chỉ có văn bản của những hồ sơ mình được mở', who: any('TN', 'CVP', 'LD'), source: 'Điều 16 Nghị định số 30/2020/NĐ-CP; nội bộ' },
  'issue-letter': { group: 'letters', does: 'Cấp số, ghi vào sổ văn bản đi; hủy một số đã cấp, số ấy vẫn nằm trong sổ', who: any('TN', 'CVP'), source: 'Điều 15, Điều 16 Nghị định số 30/2020/NĐ-CP; nội bộ' },
  'give-files': { group: 'letters', does: 'Cho người gửi xem văn bản trả lời đã ký, sau bước trả lời', who: any('TN', 'CVP'), source: 'điểm đ khoản 2 Điều 14 Nghị định số 20/2008/NĐ-CP; nội bộ' },
  'see-templates': { group: 'letters', does: 'Xem các mẫu văn bản và lịch sử của từng mẫu', who: any('TN', 'XL', 'TP', 'LD', 'CVP'), source: 'nội bộ' },
  'write-templates': { group: 'letters', does: 'Soạn, sửa, đề nghị thôi dùng một mẫu văn bản', who: any('TN', 'CVP'), source: 'nội bộ' },
  'release-templates': { group: 'letters', does: 'Duyệt hoặc trả lại một mẫu văn bản do người khác soạn', who: any('CVP', 'LD'), source: 'nội bộ' },

  'see-sender': { group: 'personal', does: 'Biết ai gửi một hồ sơ mà mình mở được', who: { ...each(everyone, 'keeper'), XL: ['handler', 'keeper'], ...any('TN', 'CVP', 'LD') }, source: 'Luật số 91/2025/QH15; khoản 3 Điều 8 Luật Tố cáo; nội bộ' },
  'see-reads': { group: 'personal', does: 'Xem ai đã mở một hồ sơ mà mình mở được', who: any('CVP', 'LD'), source: 'nội bộ' },
  'see-locked-reads': { group: 'personal', does: 'Xem ai đã mở một hồ sơ đã khóa', who: { ...each(everyone, 'keeper'), ...any('LD') }, source: 'khoản 3 Điều 8 Luật Tố cáo; nội bộ' },
  'inspect-reads': { group: 'personal', does: 'Xem mọi lần xem hồ sơ hạn chế mà mình mở được; với người xem được nhật ký an ninh: cả mọi lần tải, xuất tệp', who: any('CVP', 'LD'), source: 'khoản 3 Điều 8 Luật Tố cáo; Luật số 91/2025/QH15; nội bộ' },
  'personal-data-requests': { group: 'personal', does: 'Xem và giải quyết yêu cầu về dữ liệu cá nhân, góp ý, trợ giúp', who: any('CVP', 'LD'), source: 'Luật số 91/2025/QH15; nội bộ' },
  'erase-files': { group: 'personal', does: 'Xóa hẳn một tệp thêm nhầm, có dữ liệu không thuộc hồ sơ', who: any('CVP'), source: 'Điều 4 Luật số 91/2025/QH15; nội bộ' },
  'see-retention': { group: 'personal', does: 'Xem dữ liệu nào hết thời hạn giữ vào một ngày, hồ sơ nào đang được giữ lại', who: any('QT', 'CVP', 'LD'), source: 'Điều 3 Luật số 91/2025/QH15; nội bộ' },
  'hold-data': { group: 'personal', does: 'Giữ lại dữ liệu của một hồ sơ mình mở được (không hủy), bỏ giữ', who: any('CVP', 'LD'), source: 'nội bộ' },

  posting: { group: 'publishing', does: 'Xem, ghi việc niêm yết và ngày nhận của quyết định công bố thủ tục', who: any('TN', 'CVP', 'BT'), source: 'nội bộ' },
  'procedure-upkeep': { group: 'publishing', does: 'Xem việc cần làm trên các thủ tục đã đăng', who: any('TN', 'CVP', 'BT'), source: 'nội bộ' },
  'contact-terms': { group: 'publishing', does: 'Xem kênh tiếp nhận, đầu mối đã hết hoặc sắp hết hiệu lực', who: any(...everyone), source: 'nội bộ' },
  'draft-question': { group: 'publishing', does: 'Lấy một trả lời đã công khai làm bản nháp hỏi đáp', who: any('BT', 'CVP'), source: 'nội bộ' },
  'search-misses': { group: 'publishing', does: 'Xem các câu tìm không ra kết quả', who: any('BT', 'CVP'), source: 'nội bộ' },
  'read-page-ratings': { group: 'publishing', does: 'Xem đánh giá của người đọc về các trang', who: any('BT', 'CVP', 'LD'), source: 'nội bộ' },
  'mark-page-comments': { group: 'publishing', does: 'Đánh dấu một ý kiến về trang là đã xử lý', who: any('BT', 'CVP'), source: 'nội bộ' },

  'see-rounds': { group: 'surveys', does: 'Xem các đợt khảo sát', who: any('TN', 'MC', 'CVP', 'BT', 'LD'), source: 'nội bộ' },
  'lead-rounds': { group: 'surveys', does: 'Lập, sửa, mở, chốt đợt khảo sát; được báo về đợt', who: any('CVP', 'BT'), source: 'nội bộ' },
  'type-papers': { group: 'surveys', does: 'Nhập phiếu giấy, nhập lại để kiểm tra, thống nhất hai lần nhập', who: any('TN', 'MC'), source: 'nội bộ' },
  'see-papers': { group: 'surveys', does: 'Xem các phiếu giấy đã nhập', who: any('TN', 'MC', 'CVP', 'BT'), source: 'nội bộ' },
  'see-tally': { group: 'surveys', does: 'Xem số liệu đầy đủ của đợt đã chốt', who: any('CVP', 'BT', 'LD', 'TN'), source: 'nội bộ' },

  'print-register': { group: 'reports', does: 'Xem trước và in sổ tiếp nhận', who: any('TN', 'CVP', 'LD'), source: 'điểm b khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP; nội bộ' },
  'see-reports': { group: 'reports', does: 'Xem trước mọi báo cáo; xem, tải, so sánh báo cáo đã ban hành', who: any('CVP', 'LD'), source: 'nội bộ' },
  'issue-report': { group: 'reports', does: 'Ban hành báo cáo', who: any('CVP'), source: 'nội bộ' },
  'see-obligations': { group: 'reports', does: 'Xem lịch nghĩa vụ báo cáo; tạo, hủy địa chỉ lịch riêng', who: any('CVP', 'TN'), source: 'nội bộ' },
  'mark-obligations': { group: 'reports', does: 'Ghi một kỳ báo cáo đã làm, không phải làm, đổi hạn; được nhắc hạn', who: any('CVP'), source: 'nội bộ' },
  'dossier-figures': { group: 'reports', does: 'Nhập, xem số liệu hồ sơ thủ tục hành chính hằng tháng', who: any('MC', 'CVP'), source: 'nội bộ' },

  'see-calendar': { group: 'running', does: 'Xem lịch làm việc', who: any(...everyone), source: 'nội bộ' },
  'edit-calendar': { group: 'running', does: 'Sửa lịch làm việc, hạn của hồ sơ đang mở được tính lại', who: any('QT'), source: 'nội bộ' },
  'see-deadlines': { group: 'running', does: 'Xem các thời hạn và căn cứ', who: any(...everyone), source: 'nội bộ' },
  'edit-deadlines': { group: 'running', does: 'Sửa một thời hạn', who: any('QT'), source: 'nội bộ' },
  'background-jobs': { group: 'running', does: 'Xem việc nền, cho việc chưa làm được chạy lại', who: any('CVP', 'TN', 'QT'), source: 'nội bộ' },
  'jobs-of-unseen-cases': { group: 'running', does: 'Thấy cả việc nền của hồ sơ mình không mở được, không nêu mã (trừ hồ sơ hạn chế xem, đã khóa, có dấu hiệu tố cáo, khiếu nại)', who: any('QT'), source: 'nội bộ' },
  'office-mail': { group: 'running', does: 'Đặt giờ thư buổi sáng, ngày báo trưởng phòng, đơn vị và Chánh Văn phòng khi hồ sơ chậm', who: any('QT', 'CVP'), source: 'nội bộ' },
  readiness: { group: 'running', does: 'Xem những điều còn phải bổ sung trước khi mở cổng cho người dân', who: any('QT', 'CVP', 'LD'), source: 'nội bộ' },
  accounts: { group: 'running', does: 'Mời, đóng, mở lại tài khoản cán bộ; đặt thời hạn dùng; đổi vai trò, đơn vị; đóng phiên; đề nghị đặt lại mật khẩu, gỡ xác thực hai lớp', who: any('QT'), source: 'nội bộ' },
  'hand-over': { group: 'running', does: 'Bàn giao mọi việc của một người cho người khác, có xem trước và biên bản', who: any('QT', 'CVP', 'LD'), source: 'nội bộ' },
  'second-word': { group: 'running', does: 'Xác nhận đề nghị đặt lại mật khẩu, gỡ xác thực hai lớp do người khác đưa ra; mở trang quản trị', who: any('QT', 'CVP', 'LD'), source: 'nội bộ' },
  'security-log': { group: 'running', does: 'Xem, tải nhật ký an ninh', who: any('QT', 'LD'), source: 'nội bộ' },
} as const satisfies Record<string, Row>;

export type Right = keyof typeof table;
export const rights: Record<Right, Row> = table;

/** How one must stand to a case to have the right on it; empty: this role never has it. */
export const relationsOf = (role: Role, right: Right): readonly Relation[] => rights[right].who[role] ?? [];

/** Whether the role has the right, be it on some cases only (see `relationsOf`). */
export const may = ({ role }: { role: Role }, right: Right): boolean => relationsOf(role, right).length > 0;

/** The roles that have the right, in the order of the roles. */
export const rolesWith = (right: Right): Role[] => everyone.filter((role) => may({ role }, right));

/** By what a case that complains of somebody complains of an officer; such a case they never open, whatever else holds. */
export type Complaint = 'self' | 'own-unit' | 'own-unit-as-a-whole';

export const complaintLabels: Record<Complaint, string> = {
  self: 'phản ánh đích danh mình',
  'own-unit': 'phản ánh đơn vị mình hoặc người của đơn vị mình',
  'own-unit-as-a-whole': 'phản ánh cả đơn vị mình',
};

/** Intake, chief of office and leaders only as persons: somebody must keep the register (nội bộ). */
export const complainedOf: Record<Role, readonly Complaint[]> = {
  TN: ['self'],
  MC: ['self'],
  XL: ['self', 'own-unit-as-a-whole'],
  TP: ['self', 'own-unit'],
  LD: ['self'],
  CVP: ['self'],
  BT: ['self'],
  QT: ['self'],
};

/**
 * Roles that one hand must not hold together (nội bộ): who rules over accounts opens no case; who signs neither handles,
 * hands up nor publishes what is signed.
 */
export const apart: readonly (readonly [Role, Role])[] = [
  ['LD', 'XL'],
  ['LD', 'TP'],
  ['LD', 'BT'],
];
