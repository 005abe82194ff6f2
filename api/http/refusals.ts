// The refusals that a route documents: each a problem (RFC 9457), so that clients know them by their status.
import { ProblemBody } from '../problems/problem.ts';

const descriptions = {
  400: 'Nội dung gửi lên không đọc được',
  401: 'Chưa đăng nhập, hoặc đăng nhập không đúng',
  403: 'Không được phép',
  404: 'Không có, hoặc người gọi không được biết là có',
  409: 'Trạng thái hiện tại không cho phép',
  413: 'Nội dung gửi lên quá lớn',
  422: 'Một số giá trị chưa đúng; mỗi lỗi có con trỏ tới chỗ sai',
  429: 'Gửi quá nhiều lần trong thời gian ngắn',
  503: 'Tạm ngừng; `code` nói chưa ghi gì (database-away) hay chưa rõ (outcome-unknown)',
} as const;
type Refused = keyof typeof descriptions;
type Described = {
  description: string;
  content: { 'application/problem+json': { schema: typeof ProblemBody } };
};

/** The `responses` entries of some statuses. */
export const refusals = <Status extends Refused>(...statuses: Status[]) =>
  Object.fromEntries<Described>(
    statuses.map((status) => [
      status,
      { description: descriptions[status], content: { 'application/problem+json': { schema: ProblemBody } } },
    ]),
  ) as Pick<Record<Refused, Described>, Status>;
