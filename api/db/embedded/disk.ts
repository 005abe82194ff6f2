// Failures of the disk turned into sentences for the person at the keyboard.

const noRoom = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i;
const noWrite = /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i;

/** Throws what a failed write at `place` means and what to do; anything else is thrown as it came. */
export function explainDisk(error: unknown, place: string): never {
  const text = error instanceof Error ? error.message : String(error);
  if (noRoom.test(text))
    throw new Error(
      `Ổ đĩa chứa ${place} đã đầy. Hãy giải phóng dung lượng rồi chạy lại. (The disk is full.)`,
    );
  if (noWrite.test(text))
    throw new Error(
      `Không ghi được vào ${place}. Hãy cấp quyền ghi, hoặc đặt DATA_DIR sang thư mục khác. (Not writable.)`,
    );
  throw error;
}
