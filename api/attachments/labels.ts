// Vietnamese wording of attachments, their MIME types and file endings.
import type { AttachmentKind, AttachmentState } from './schema.ts';

export const kinds: Record<AttachmentKind, { label: string; ending: string; mime: string }> = {
  jpeg: { label: 'Ảnh JPEG', ending: 'jpg', mime: 'image/jpeg' },
  png: { label: 'Ảnh PNG', ending: 'png', mime: 'image/png' },
  webp: { label: 'Ảnh WebP', ending: 'webp', mime: 'image/webp' },
  pdf: { label: 'PDF', ending: 'pdf', mime: 'application/pdf' },
  docx: {
    label: 'Word (DOCX)',
    ending: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    label: 'Excel (XLSX)',
    ending: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
};

/** What stands beside a file of this state; null where nothing needs saying. */
export const stateNotes: Record<AttachmentState, string | null> = {
  waiting: 'Đang chờ quét mã độc, chưa tải về được',
  unscanned: 'Chưa quét mã độc, hãy cẩn thận khi mở',
  clean: null,
  infected: 'Có mã độc, không phát tệp này',
  erased: 'Đã xóa theo yêu cầu',
};

/** The `accept` of a file input: a hint to the browser, never the judge. */
export const acceptedEndings = '.jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,.docx,.xlsx';

/** A size in bytes as people read it: `812 KB`, `3,4 MB` (1 MB = 1024 KB). */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** The same in English: `1.5 MB`, `12 bytes`. */
export const englishSize = (bytes: number): string =>
  sizeText(bytes).replace(',', '.').replace(' byte', ' bytes');
