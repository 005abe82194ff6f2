// The header that makes sending twice harmless.
import { z } from 'zod';

export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string({
      error:
        'Thiếu tiêu đề Idempotency-Key: một mã ngẫu nhiên cho mỗi phiếu, để gửi lại không thành hai hồ sơ.',
    })
    .regex(/^[\w-]{16,100}$/, 'Idempotency-Key gồm 16 đến 100 chữ, số, dấu gạch.'),
});
