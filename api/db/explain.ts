// What keeps a database from being used at the start, in a sentence for people at the keyboard.
import { isDatabaseAway } from './open.ts';

const readOnly =
  'Cơ sở dữ liệu chỉ cho đọc (một bản dự phòng, hoặc default_transaction_read_only đang bật) nên cổng không chạy được. Hãy trỏ DATABASE_URL tới máy chủ chính. (The database is read-only.)';
const away =
  'Cơ sở dữ liệu ngừng trả lời giữa lúc khởi động. Chưa có gì hỏng; hãy kiểm tra máy chủ cơ sở dữ liệu rồi chạy lại. (The database went away during the start.)';

const newer = (migration: string) =>
  `Dữ liệu này đã được một bản phần mềm mới hơn dùng (có bước ${migration} mà bản này không biết). Không có gì bị thay đổi; hãy chạy bản mới hơn ấy, hoặc khôi phục bản sao lưu trước lúc nâng cấp. (The data belongs to a newer release.)`;
const otherOrder =
  'Các bước nâng cấp đã chạy trên dữ liệu này không theo thứ tự của bản phần mềm này. Không có gì bị thay đổi; hãy chạy đúng bản đã dùng trước đó. (The migrations do not fit.)';

/** A sentence for what is known; anything else as it was. */
export function explainStart(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const [, migration] = /previously executed migration (\S+) is missing/.exec(error.message) ?? [];
  if (migration) return new Error(newer(migration), { cause: error });
  if (error.message.startsWith('corrupted migrations')) return new Error(otherOrder, { cause: error });
  if ('code' in error && error.code === '25006') return new Error(readOnly, { cause: error });
  return isDatabaseAway(error) ? new Error(away, { cause: error }) : error;
}
