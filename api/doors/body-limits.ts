// How much a body may weigh at each address, and how slowly it may come. Pure.
import { maxFileBytes, maxFiles } from '../attachments/most.ts';
import type { PageDoor } from '../forms/page-door.ts';
import { generalTooLarge, bodyBytesAt, maxUploadBytes, uploadPath, uploadTooLarge } from './body-sizes.ts';

export const maxFormBytes = 128 * 1024;
/** Five files of the largest size: that they are too much together is said by the form, with everything typed kept. */
const maxFormWithFilesBytes = maxFiles * maxFileBytes + 1024 * 1024;

/**
 * `pool`: small bodies and those with files never wait for each other. After `graceSeconds` a body must have come at
 * `bytesPerSecond` on the whole, and be there after `patienceSeconds`.
 */
export type BodyLimits = {
  pool: 'small' | 'large';
  maxBytes: number;
  tooLarge: string;
  patienceSeconds: number;
  graceSeconds: number;
  bytesPerSecond: number;
};

// The worst line that people still use gives some 4 KB a second (GPRS): a letter is there in half a minute.
const small = { pool: 'small', patienceSeconds: 60, graceSeconds: 10, bytesPerSecond: 512 } as const;
// A photograph of 5 MB over such a line takes a quarter of an hour; it waits on disk meanwhile.
const large = { pool: 'large', patienceSeconds: 900, graceSeconds: 20, bytesPerSecond: 4_096 } as const;

// Every letter with its signs is up to nine bytes in percent signs.
const maxLongWordsBytes = 1_200_000;

// A page without script carries the file on in its next form, as base64 in percent signs.
const maxWorkbookFormBytes = 1_200_000;

/** The limits of a body sent to a path, of which its page declares what it takes. */
export function limitsOf(path: string, contentType = '', { takes }: PageDoor = {}): BodyLimits {
  const isMultipart = /^multipart\/form-data\b/i.test(contentType.slice(0, 100));
  if (path === uploadPath) return { ...large, maxBytes: maxUploadBytes, tooLarge: uploadTooLarge };
  if (path.startsWith('/api/')) return { ...small, maxBytes: bodyBytesAt(path), tooLarge: generalTooLarge };
  if (takes === 'workbook')
    return {
      ...small,
      maxBytes: maxWorkbookFormBytes,
      tooLarge: 'Tệp số liệu quá 500 kB. Chép số liệu vào tệp mẫu rồi gửi lại.',
    };
  if (takes === 'long-words')
    return {
      ...small,
      maxBytes: maxLongWordsBytes,
      tooLarge: 'Nội dung quá dài, không lưu nháp được. Hãy chép ra tệp khác rồi viết ngắn lại.',
    };
  return isMultipart && takes === 'files'
    ? {
        ...large,
        maxBytes: maxFormWithFilesBytes,
        tooLarge: 'Các tệp gửi lên quá lớn. Hãy quay lại trang trước và bỏ bớt tệp.',
      }
    : {
        ...small,
        maxBytes: maxFormBytes,
        tooLarge: `Mỗi lần gửi không quá ${maxFormBytes / 1024} KB. Hãy viết ngắn lại.`,
      };
}
