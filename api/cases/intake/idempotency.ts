// The header that makes sending twice harmless.
import { z } from 'zod';
import { cut } from '../../forms/validation.ts';

const wrongKey = 'Idempotency-Key gồm 16 đến 100 chữ, số, dấu gạch.';

export const IdempotencyKey = z.object({
  'idempotency-key': cut(100, {
    missing:
      'Thiếu tiêu đề Idempotency-Key: một mã ngẫu nhiên cho mỗi phiếu, để gửi lại không thành hai hồ sơ.',
    tooLong: wrongKey,
  }).regex(/^[\w-]{16,100}$/, wrongKey),
});
