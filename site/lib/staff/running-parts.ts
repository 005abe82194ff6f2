// The parts of running the portal, each with its page and how it stands now; what a viewer may not see is left out.
import { encryptionWords } from '../../../api/at-rest/words.ts';
import { behindWords } from '../../../api/jobs/standing.ts';
import { may } from '../../../api/staff/rights.ts';
import type { Viewer } from '../../../api/staff/roles.ts';

type Api = App.Locals['api']['api'];
type Counts = {
  open: number;
  invited: number;
  notYet: number;
  over: number;
  closed: number;
  lackingSecondFactor: number;
} | null;
type Part = { href: string; label: string; lines: string[] };

export async function runningParts(api: Api, viewer: Viewer, accounts: Counts): Promise<Part[]> {
  const [jobs, golive, log] = await Promise.all([jobsPart(api), golivePart(api), logPart(api, viewer)]);
  return [
    ...(accounts
      ? [{ href: '/can-bo/tai-khoan', label: 'Tài khoản cán bộ', lines: accountLines(accounts) }]
      : []),
    {
      href: '/can-bo/ban-giao',
      label: 'Bàn giao',
      lines: ['Mọi việc của một người sang người khác, có xem trước và biên bản'],
    },
    ...jobs,
    ...golive,
    ...(may(viewer, 'see-retention')
      ? [
          {
            href: '/can-bo/quan-tri/luu-giu',
            label: 'Lưu giữ dữ liệu',
            lines: ['Ngày nào xóa gì, theo thời hạn nào; hồ sơ được giữ lại, không hủy'],
          },
        ]
      : []),
    ...log,
    { href: '/can-bo/quyen', label: 'Bảng quyền', lines: ['Ai được làm gì, trên hồ sơ nào, vì sao'] },
  ];
}

function accountLines({ open, invited, notYet, over, closed, lackingSecondFactor }: NonNullable<Counts>) {
  const some = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  return [
    `${open} đang mở`,
    ...some(invited, 'chờ đặt mật khẩu lần đầu'),
    ...some(notYet, 'chưa đến ngày dùng'),
    ...some(over, 'hết hạn dùng'),
    ...some(closed, 'đã đóng'),
    ...some(lackingSecondFactor, 'phải bật xác thực hai lớp mà chưa bật'),
  ];
}

async function jobsPart(api: Api): Promise<Part[]> {
  const [standing, dead] = await Promise.all([api.staff.jobs.standing.$get(), api.staff.jobs.dead.$get()]);
  if (standing.status !== 200 || dead.status !== 200) return [];
  const { behind, encryption } = await standing.json();
  const { jobs } = await dead.json();
  const lines = [
    ...behind.map((part) => behindWords[part]),
    ...(jobs.length > 0 ? [`${jobs.length} việc chưa làm được, chờ người xem`] : []),
  ];
  return [
    {
      href: '/can-bo/viec-nen',
      label: 'Việc nền',
      lines: [...(lines.length > 0 ? lines : ['Theo kịp']), ...encryptionWords(encryption)],
    },
  ];
}

async function golivePart(api: Api): Promise<Part[]> {
  const answer = await api.staff.golive.$get();
  if (answer.status !== 200) return [];
  const { holes } = await answer.json();
  const must = holes.filter(({ weight }) => weight === 'must').length;
  const line = must > 0 ? `${must} việc phải xong trước khi mở cổng` : 'Không còn việc nào phải xong';
  return [{ href: '/can-bo/san-sang', label: 'Sẵn sàng mở cổng', lines: [line] }];
}

async function logPart(api: Api, viewer: Viewer): Promise<Part[]> {
  if (!may(viewer, 'security-log')) return [];
  const answer = await api.staff['security-log'].$get({ query: {} });
  if (answer.status !== 200) return [];
  const { brokenAt } = await answer.json();
  const line = brokenAt === null ? 'Nguyên vẹn' : `Dòng ${brokenAt} đã bị sửa hoặc mất`;
  return [{ href: '/can-bo/nhat-ky-an-ninh', label: 'Nhật ký an ninh', lines: [line] }];
}
