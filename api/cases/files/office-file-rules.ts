// What may be done with a file of the office, by whom and when: asked by the page and by the requests. Pure.
import { officeFilePurposes, OfficeFilePurpose } from '../../attachments/office-file.ts';
import type { AttachmentState } from '../../attachments/schema.ts';
import { vietnameseDate } from '../../dates/dates.ts';
import { personsOf } from '../../staff/mandates.ts';
import { may } from '../../staff/rights.ts';
import type { Viewer } from '../../staff/roles.ts';
import type { Status } from '../lifecycle.ts';
import { maySeeSender } from '../visibility.ts';

type Case = {
  status: Status;
  handlerId: string | null;
  keeperId: string | null;
  answeredAt: unknown;
  erasedAt: unknown;
};
type File = {
  purpose: OfficeFilePurpose;
  state: AttachmentState;
  addedBy: string;
  givenAt: unknown;
  withdrawnAt: unknown;
};

export type FileAct = 'give' | 'withdraw' | 'erase';
export const fileActs: readonly FileAct[] = ['give', 'withdraw', 'erase'];
export type FileHindrance = { code: 'forbidden' | 'wrong-status'; detail: string };

const forbidden = (detail: string): FileHindrance => ({ code: 'forbidden', detail });
const tooEarly = (detail: string): FileHindrance => ({ code: 'wrong-status', detail });

const erased = tooEarly('Dữ liệu cá nhân của hồ sơ này đã xóa.');
// Ends without an answer, of which the sender is told by a letter of their own.
const written: readonly Status[] = ['rejected', 'guided_out', 'transferred'];

/** Whether a viewer who sees the case may see a file of a kind: what tells who sent it is for those who may know. */
export const maySeeFile = (
  purpose: OfficeFilePurpose,
  viewer: Viewer,
  row: Pick<Case, 'handlerId' | 'keeperId'>,
): boolean => !officeFilePurposes[purpose].namesSender || maySeeSender(viewer, row);

/** The kinds of files that a viewer who may add some may add to this case. */
export const purposesFor = (viewer: Viewer, row: Pick<Case, 'handlerId' | 'keeperId'>): OfficeFilePurpose[] =>
  OfficeFilePurpose.options.filter((purpose) => maySeeFile(purpose, viewer, row));

/** Why no signed reply of the case may be shown to its sender now; undefined: it may. */
export function whyNotGiven(row: Case, viewer: Viewer): FileHindrance | undefined {
  if (row.erasedAt) return erased;
  if (!may(viewer, 'give-files'))
    return forbidden('Việc cho người gửi xem văn bản đã ký do công chức tiếp nhận, Chánh Văn phòng làm.');
  if (row.answeredAt === null && !written.includes(row.status))
    return tooEarly('Hồ sơ chưa qua bước trả lời: chưa cho người gửi xem văn bản đã ký được.');
  return undefined;
}

/** Why a viewer may not do this with a file of a case that they see; undefined: they may. */
export function fileHindrance(
  act: FileAct,
  file: File,
  row: Case,
  viewer: Viewer,
): FileHindrance | undefined {
  if (row.erasedAt || file.state === 'erased') return erased;
  if (!maySeeFile(file.purpose, viewer, row)) return forbidden('Tệp này không thuộc phần việc của Ông/Bà.');
  if (act === 'erase')
    return may(viewer, 'erase-files') ? undefined : forbidden('Xóa tệp thêm nhầm do Chánh Văn phòng làm.');
  if (file.withdrawnAt !== null) return tooEarly('Tệp này đã rút trước đó.');
  if (act === 'withdraw')
    return may(viewer, 'withdraw-files') || personsOf(viewer).includes(file.addedBy)
      ? undefined
      : forbidden('Tệp do người khác thêm: người đó hoặc Chánh Văn phòng rút.');
  if (file.purpose !== 'signed-reply')
    return tooEarly('Chỉ văn bản trả lời đã ký mới cho người gửi xem được.');
  if (file.givenAt !== null) return tooEarly('Người gửi đã xem được tệp này.');
  if (file.state === 'infected') return tooEarly('Tệp có mã độc nên không được phát cho ai.');
  return whyNotGiven(row, viewer);
}

/**
 * The day of a signed reply is that of the register where it has its number there. `today` and the days in Asia/Ho_Chi_Minh.
 * Comes out as the day, or as the field that is wrong and why.
 */
export function dayOf(
  typed: string | undefined,
  document: { number: string; issuedOn: string } | undefined,
  today: string,
): { on: string } | { wrong: string } {
  if (document && typed !== undefined && typed !== document.issuedOn)
    return {
      wrong: `Sổ văn bản đi ghi số ${document.number} ngày ${vietnameseDate(document.issuedOn)}. Hãy xem lại ngày, hoặc bỏ trống ô này.`,
    };
  const on = document?.issuedOn ?? typed ?? '';
  if (on > today) return { wrong: 'Ngày này ở tương lai. Hãy xem lại.' };
  if (on < '1945-09-02') return { wrong: 'Ngày này xa quá. Hãy xem lại năm.' };
  return { on };
}
