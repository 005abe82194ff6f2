// The kinds of letters that a case has.
import { z } from 'zod';

export const LetterKind = z.enum(['reply', 'transfer', 'guidance', 'extension', 'refusal', 'supplement'], {
  error: 'Không có loại công văn này.',
});
export type LetterKind = z.infer<typeof LetterKind>;

export const letterNames: Record<LetterKind, string> = {
  reply: 'Công văn trả lời',
  transfer: 'Công văn chuyển cơ quan có thẩm quyền',
  guidance: 'Văn bản hướng dẫn',
  extension: 'Thông báo gia hạn',
  refusal: 'Thông báo không tiếp nhận',
  supplement: 'Đề nghị bổ sung thông tin',
};
