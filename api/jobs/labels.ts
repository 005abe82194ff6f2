// Failures of background work in words that tell an officer where to look. Pure.
const causes: [pattern: RegExp, words: string][] = [
  [/^EAUTH/, 'Máy chủ thư không nhận tài khoản của cổng. Kiểm tra SMTP_URL.'],
  [/^EENVELOPE 4\d\d$/, 'Máy chủ thư tạm thời không nhận thư gửi tới địa chỉ này.'],
  [/^EENVELOPE/, 'Máy chủ thư từ chối địa chỉ nhận. Địa chỉ có thể đã sai hoặc không còn dùng.'],
  [/^E(MESSAGE|STREAM|PROTOCOL)/, 'Máy chủ thư không nhận thư này.'],
  [
    /^E(CONN\w*|DNS|SOCKET|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|TLS|PIPE)/,
    'Không nối được tới máy chủ bên ngoài (thư, kho tệp hoặc quét vi-rút).',
  ],
  [/^(ENOSPC|EACCES|EROFS|EDQUOT|EPERM)/, 'Không ghi được tệp: đĩa đầy hoặc thiếu quyền.'],
  [/^(08|53|57P)\w*$/, 'Cơ sở dữ liệu tạm ngừng.'],
  [/^job (timed out|heartbeat timeout)$/, 'Việc chạy quá thời gian cho phép.'],
];

/** One sentence for the class of a failure. */
export const failureWords = (error: string): string =>
  causes.find(([pattern]) => pattern.test(error))?.[1] ?? 'Lỗi của hệ thống. Xem nhật ký của máy chủ.';
