// Whether the keys of this process are those of its database: said at the start, before anything is written.
import type { DataKeys } from '../crypto/data-keys.ts';
import type { Db } from '../db/open.ts';
import { addDataKey, listDataKeys } from './key-repository.ts';

const missing = (id: number) =>
  `Thiếu khóa dữ liệu số ${id}: họ tên, địa chỉ và nội dung đã mã hóa bằng khóa này sẽ không đọc được. ` +
  `Hãy chép lại tệp keys/data-${id}.key vào DATA_DIR, hoặc đặt DATA_KEYS=${id}:… như các tiến trình khác. (Data key ${id} is missing.)`;
const other = (id: number) =>
  `Khóa dữ liệu số ${id} không phải khóa mà cơ sở dữ liệu này đã dùng. Hãy chép lại đúng tệp keys/data-${id}.key của nó. (Data key ${id} is another one.)`;
const behind = (id: number, newest: number) =>
  `Cơ sở dữ liệu đã dùng khóa dữ liệu số ${newest}, ở đây mới có đến số ${id}. Hãy chép tệp keys/data-${newest}.key vào DATA_DIR, hoặc đặt DATA_KEYS. (A newer data key is in use.)`;

/** Throws a sentence where a key that still holds values is missing or another one; writes the newest down. */
export async function requireDataKeys(db: Db, keys: DataKeys, now: Date): Promise<void> {
  const used = await listDataKeys(db);
  for (const { id, fingerprint, emptiedAt } of used) {
    const found = keys.find(id);
    if (!found && emptiedAt === null) throw new Error(missing(id));
    if (found && !found.fingerprint.equals(fingerprint)) throw new Error(other(id));
  }
  const newest = keys.newest();
  const last = used.at(-1)?.id ?? 0;
  if (newest.id < last) throw new Error(behind(newest.id, last));
  await addDataKey(db, newest, now);
}
