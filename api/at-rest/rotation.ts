// What changing the key of encrypted columns does next, and what it says at the end. Pure.
import { randomBytes } from 'node:crypto';

type Used = { id: number; emptiedAt: Date | null };
/** `go-on`: a change is under way; `make`: a new key in the shared folder; `give`: a key must be given to every process first. */
type Next = { step: 'go-on' | 'make' | 'give'; id: number };

/**
 * `used`: the keys of the database, by number; `newest`: the newest that this process has; `isShared`: whether every process
 * finds a key in the same folder.
 */
export function nextStepOf(used: readonly Used[], newest: number, { isShared }: { isShared: boolean }): Next {
  const isUnderWay = used.some(({ id, emptiedAt }) => id < newest && emptiedAt === null);
  if (isUnderWay) return { step: 'go-on', id: newest };
  return { step: isShared ? 'make' : 'give', id: newest + 1 };
}

/** How a new key is given to processes that share no folder. */
export function newDataKey(id: number, given = ''): string {
  const key = `${id}:${randomBytes(32).toString('base64url')}`;
  return [
    `Cổng này dùng DATABASE_URL: khóa số ${id} phải đến mọi tiến trình trước khi dùng. Dừng mọi tiến trình, đặt ở mỗi nơi:`,
    `  DATA_KEYS=${[given, key].filter(Boolean).join(',')}`,
    'rồi khởi động lại và chạy npm run keys:rotate lần nữa. Cất khóa này cùng bản sao lưu. (Give this key to every process, restart, run again.)',
  ].join('\n');
}

/** What is said once nothing is left under the keys before `id`. */
export function rotatedWords(id: number, rows: number, placeOf: (id: number) => string): string {
  const before =
    id === 2
      ? 'Khóa số 1 suy từ SECRET_KEY, không còn cột nào dùng; vẫn phải giữ SECRET_KEY vì mã tra cứu cần nó.'
      : `Khóa số ${id - 1} (${placeOf(id - 1)}) và các khóa trước nó không còn cột nào dùng: có thể hủy, trừ khi còn phải mở bản sao lưu cũ.`;
  return [
    `Xong: ${rows} dòng đã mã hóa lại bằng khóa số ${id}, mọi bảng đã soát lại, không còn giá trị nào dùng khóa cũ.`,
    before,
    `Cất khóa số ${id} (${placeOf(id)}) cùng bản sao lưu: mất khóa là mất họ tên, địa chỉ và nội dung.`,
    'Trang của cơ sở dữ liệu còn giữ bản cũ của các dòng đến khi dọn: chạy VACUUM FULL khi vắng người.',
  ].join('\n');
}
