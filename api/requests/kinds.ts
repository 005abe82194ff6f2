// What may be asked, with the terms of each: rights over one's data by law, help by the office's own rule. Pure.
import { z } from 'zod';
import type { DeadlineCode } from '../deadlines/schema.ts';

type Kind = {
  label: string;
  hint: string;
  group: 'data' | 'help';
  term: DeadlineCode;
  /** The one extension; none where the law knows none. */
  more: DeadlineCode | null;
  /** Whether nobody is answered whose identity was not checked. */
  asksIdentity: boolean;
};

const data = { group: 'data', asksIdentity: true } as const;
const view = { ...data, term: 'data-view', more: 'data-view-more' } as const;
const withdraw = { ...data, term: 'data-withdraw', more: 'data-withdraw-more' } as const;
const help = { group: 'help', term: 'help-answer', more: null } as const;

/** Điều 4 Luật số 91/2025/QH15; terms: Điều 5 Nghị định số 356/2025/NĐ-CP. */
// prettier-ignore
export const kinds = {
  know: { ...view, label: 'Được biết, được xem dữ liệu của mình', hint: 'Sở đang giữ dữ liệu gì, để làm gì, ai đã xem.' },
  correct: { ...view, label: 'Chỉnh sửa dữ liệu', hint: 'Nêu chỗ sai và nội dung đúng.' },
  provide: { ...view, label: 'Được cung cấp bản sao dữ liệu', hint: 'Nhận bản sao bằng văn bản hoặc thư điện tử.' },
  withdraw: { ...withdraw, label: 'Rút lại sự đồng ý', hint: 'Ví dụ: thôi nhận thư, thôi cho công khai nội dung đã ẩn danh.' },
  restrict: { ...withdraw, label: 'Hạn chế xử lý dữ liệu', hint: 'Tạm dừng việc xử lý trong khi làm rõ.' },
  object: { ...withdraw, label: 'Phản đối việc xử lý dữ liệu', hint: 'Nêu việc xử lý không đồng ý và lý do.' },
  delete: { ...data, term: 'data-delete', more: 'data-delete-more', label: 'Xóa dữ liệu', hint: 'Phần luật buộc lưu có thể chưa xóa được ngay; khi đó Sở nêu rõ lý do.' },
  feedback: { ...help, asksIdentity: false, label: 'Góp ý về trang', hint: 'Chữ khó đọc, liên kết hỏng, thông tin sai hoặc thiếu.' },
  accessibility: { ...help, asksIdentity: false, label: 'Cần trợ giúp để đọc hoặc gửi', hint: 'Vướng ở trang nào, dùng thiết bị, phần mềm gì.' },
  'lost-code': { ...help, asksIdentity: true, label: 'Mất mã tra cứu', hint: 'Cán bộ đối chiếu họ tên, địa chỉ, số điện thoại rồi mới cấp mã mới.' },
} as const satisfies Record<string, Kind>;

export type RequestKind = keyof typeof kinds;
export const RequestKind = z.enum(Object.keys(kinds) as [RequestKind, ...RequestKind[]], {
  error: 'Chọn một loại yêu cầu.',
});

export const kindOf = (kind: RequestKind): Kind => kinds[kind];
export const kindsIn = (group: Kind['group']): RequestKind[] =>
  RequestKind.options.filter((kind) => kinds[kind].group === group);
