// What a sender agrees to, each by itself and unticked (Điều 9 Luật số 91/2025/QH15): the third part of the form.
import { z } from 'zod';
import type { CaseField } from './field.ts';

const Agreed = z.boolean().default(false);

export const consents = {
  consentsToNotices: {
    schema: Agreed,
    column: z.boolean(),
    kept: { in: 'sender', as: 'boolean' },
    identifies: true,
    masked: false,
    signs: false,
    draft: false,
    label: 'Nhận thông báo qua thư điện tử',
    reads: 'agreed',
    casePage: 'listed',
    asked: {
      control: 'box',
      label: 'Tôi đồng ý nhận thông báo về hồ sơ qua thư điện tử.',
      hint: 'Không bắt buộc. Không chọn thì Ông/Bà vẫn tra cứu được bằng mã.',
    },
    entry: { control: 'box', label: 'Người gửi đồng ý nhận thông báo qua thư điện tử.' },
  },
  consentsToPublication: {
    schema: Agreed,
    column: z.boolean(),
    kept: { in: 'sender', as: 'boolean' },
    identifies: false,
    masked: false,
    signs: false,
    draft: false,
    label: 'Công khai nội dung đã che thông tin',
    reads: 'agreed',
    casePage: 'own',
    asked: {
      control: 'box',
      label: 'Tôi đồng ý công khai nội dung phản ánh sau khi đã che hết thông tin về tôi.',
      hint: 'Không bắt buộc. Kết quả xử lý được công khai theo Điều 19 Nghị định 20/2008/NĐ-CP; nội dung của Ông/Bà luôn được biên tập lại.',
    },
    entry: { control: 'box', label: 'Người gửi đồng ý công khai nội dung đã che thông tin.' },
  },
} as const satisfies Record<string, CaseField>;
