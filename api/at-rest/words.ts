// How the encryption of columns stands, in the words of the pages of administration. Pure.
import { momentWords } from '../dates/dates.ts';
import type { EncryptionStanding } from './schema.ts';

/** One sentence, or two where a value does not open. */
export function encryptionWords({ keyId, tables, proven, unopened, provenAt }: EncryptionStanding): string[] {
  const at = provenAt === null ? undefined : new Date(provenAt);
  return [
    at
      ? `Mọi cột có dữ liệu cá nhân đã mã hóa bằng khóa số ${keyId}; soát lại toàn bộ lúc ${momentWords(at)}`
      : `Đang mã hóa dữ liệu cá nhân bằng khóa số ${keyId}: xong ${proven}/${tables} bảng`,
    ...(unopened > 0
      ? [`${unopened} dòng có giá trị không mở được bằng khóa nào đang có: kiểm tra thư mục keys`]
      : []),
  ];
}
