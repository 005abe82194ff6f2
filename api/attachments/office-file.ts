// The files that the office adds to a case: what they can be, and to whom each may be shown. Pure.
import { z } from 'zod';

export const OfficeFilePurpose = z.enum(['scan', 'evidence', 'signed-reply', 'other'], {
  error: 'Chọn loại tệp.',
});
export type OfficeFilePurpose = z.infer<typeof OfficeFilePurpose>;

type Row = {
  label: string;
  hint: string;
  /** What the day on it is. */
  day: string;
  /** Tells who sent the case: for those alone who may know that. */
  namesSender: boolean;
};

/** What each kind is called, and whom it names; `signed-reply` alone may ever be shown to the sender. */
export const officeFilePurposes: Record<OfficeFilePurpose, Row> = {
  scan: {
    label: 'Bản quét đơn, phiếu',
    hint: 'Đơn, phiếu, thư giấy của người gửi, kể cả thư bổ sung.',
    day: 'Ngày nhận',
    namesSender: true,
  },
  evidence: {
    label: 'Chứng cứ, tài liệu xác minh',
    hint: 'Biên bản, ảnh, báo cáo của đơn vị. Người gửi không thấy.',
    day: 'Ngày trên tài liệu',
    namesSender: false,
  },
  'signed-reply': {
    label: 'Văn bản trả lời đã ký',
    hint: 'Bản đã ký, đóng dấu. Người gửi chỉ thấy khi có người bấm cho xem.',
    day: 'Ngày văn bản',
    namesSender: true,
  },
  other: { label: 'Tệp khác', hint: 'Người gửi không thấy.', day: 'Ngày trên tài liệu', namesSender: false },
};

/** So many files may the office add to one case (nội bộ: the page of a case stays readable). */
export const mostOfficeFiles = 60;
export const longestNote = 200;

type Given = { purpose: OfficeFilePurpose; givenAt: unknown; withdrawnAt: unknown };

/** Whether a file of a case is its sender's to have: the sender's own, or a signed reply that was given and not withdrawn. */
export const isForSender = (officeFile: Given | null): boolean =>
  officeFile === null ||
  (officeFile.purpose === 'signed-reply' && officeFile.givenAt !== null && officeFile.withdrawnAt === null);
