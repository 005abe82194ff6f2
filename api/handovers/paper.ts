// The record of a hand-over as it stands on paper (biên bản, Phụ lục III Nghị định số 30/2020/NĐ-CP): print page and DOCX
// show the same. Pure.
import { states } from '../cases/lifecycle.ts';
import { clockOf, localDate, vietnameseDate } from '../dates/dates.ts';
import type { Department } from '../department/schema.ts';
import { officeName } from '../letters/facts.ts';
import { roleNames, type Role } from '../staff/roles.ts';
import { unitName, type Unit } from '../units/schema.ts';
import type { HandoverRecord } from './schema.ts';

/** A paragraph, a dash before a line of a list, or the table of the cases. */
export type RecordPart =
  { kind: 'text' | 'item'; text: string } | { kind: 'table'; head: string[]; rows: string[][] };

export type RecordPaper = {
  mark: string | null;
  parent: string;
  office: string;
  number: string;
  title: string;
  subject: string;
  parts: RecordPart[];
  /** Who signs, from the left. */
  signs: string[];
};

type Ground = {
  department: Pick<Department, 'name' | 'parent'>;
  units: readonly Unit[];
};

const text = (said: string): RecordPart => ({ kind: 'text', text: said });
const item = (said: string): RecordPart => ({ kind: 'item', text: said });

/** Cases are named where the reader may open them, else counted by their state. */
export function recordPaper(record: HandoverRecord, { department, units }: Ground): RecordPaper {
  const at = new Date(record.at);
  const called = ({ name, role, unit }: { name: string; role: Role; unit: string }) =>
    `${name}, ${roleNames[role]}, ${unitName(units, unit)}`;
  const said = (label: string, person: HandoverRecord['to']) =>
    person ? [text(`${label}: ${called(person)}.`)] : [];
  return {
    mark: record.mark,
    parent: department.parent,
    office: officeName(department),
    number: 'Số: ........./BB-.........',
    title: 'BIÊN BẢN',
    subject: 'Bàn giao hồ sơ phản ánh, kiến nghị và việc đang làm',
    parts: [
      text(
        `Thời gian: ${clockOf(at)} ngày ${vietnameseDate(localDate(at))}, trên cổng thủ tục hành chính và phản ánh, kiến nghị của ${department.name}.`,
      ),
      ...said('Bên giao', record.from),
      ...said('Bên nhận', record.to),
      ...said('Bên nhận thay', record.substitute),
      ...said('Người thực hiện trên hệ thống', record.by),
      text(`Lý do: ${record.reason}`),
      text('Nội dung bàn giao:'),
      ...casesOf(record),
      ...draftsOf(record),
      text(
        '3. Hồ sơ hạn chế xem, hồ sơ đã khóa (nếu có) được bàn giao theo quy định về giữ bí mật, không nêu trong biên bản này trừ khi người đọc được mở.',
      ),
      text(
        `4. Đề xuất đang chờ duyệt vẫn chờ người ký; thư nhắc hạn gửi cho bên nhận; địa chỉ lịch riêng của bên giao bị hủy${record.closed ? '; tài khoản của bên giao đã đóng' : ''}.`,
      ),
      text('Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản./.'),
    ],
    signs: ['BÊN GIAO', 'BÊN NHẬN'],
  };
}

function casesOf({ cases }: HandoverRecord): RecordPart[] {
  if (cases.length === 0) return [text('1. Không có hồ sơ nào được nêu trong biên bản này.')];
  const byState = [...Map.groupBy(cases, ({ status }) => states[status].label)];
  const numbered = cases.flatMap(({ number, to }) => (number === null ? [] : [{ number, to }]));
  return [
    text(`1. Hồ sơ phản ánh, kiến nghị, theo trạng thái hiện nay, giữ nguyên hạn: ${cases.length} hồ sơ.`),
    ...byState.map(([label, rows]) => item(`${label}: ${rows.length} hồ sơ`)),
    ...(numbered.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            head: ['STT', 'Mã hồ sơ', 'Người nhận'],
            rows: numbered.map(({ number, to }, index) => [
              String(index + 1),
              number,
              to ?? 'Chờ phân công lại',
            ]),
          },
        ]),
  ];
}

function draftsOf({ drafts }: HandoverRecord): RecordPart[] {
  const all = drafts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return [text('2. Không có bản nháp nào được bàn giao.')];
  return [
    text(`2. Bản nháp đã viết, chưa gửi: ${all} bản, người nhận đọc, viết tiếp hoặc bỏ.`),
    ...drafts.map(({ to, count }) =>
      item(to ? `${to} nhận: ${count} bản` : `Ở lại tài khoản bên giao, không ai nhận được: ${count} bản`),
    ),
  ];
}
