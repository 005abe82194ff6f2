// The one table of refusals: code -> HTTP status and Vietnamese title (RFC 9457 problem details).
import { z } from '@hono/zod-openapi';

export const problems = {
  'bad-request': { status: 400, title: 'Yêu cầu chưa đúng khuôn dạng' },
  'bad-json': { status: 400, title: 'Nội dung gửi lên không phải JSON hợp lệ' },
  invalid: { status: 422, title: 'Một số ô chưa điền đúng' },
  'not-found': { status: 404, title: 'Không tìm thấy' },
  'method-not-allowed': { status: 405, title: 'Cách gọi này không được dùng ở địa chỉ này' },
  unauthenticated: { status: 401, title: 'Cần đăng nhập' },
  'second-factor-required': { status: 403, title: 'Vai trò này cần bật xác thực hai lớp' },
  'password-change-required': { status: 403, title: 'Cần đổi mật khẩu được cấp' },
  forbidden: { status: 403, title: 'Vai trò đang dùng không được làm việc này' },
  'wrong-origin': { status: 403, title: 'Biểu mẫu được gửi từ một trang khác' },
  'wrong-status': { status: 409, title: 'Hồ sơ không còn ở trạng thái cho phép làm việc này' },
  stale: { status: 409, title: 'Hồ sơ vừa được người khác thay đổi' },
  'key-reused': { status: 409, title: 'Khóa chống gửi trùng đã dùng cho một nội dung khác' },
  'round-not-open': { status: 409, title: 'Đợt khảo sát không ở trạng thái cho phép làm việc này' },
  'token-used': { status: 409, title: 'Mã này đã được dùng để trả lời' },
  'does-not-add-up': { status: 409, title: 'Báo cáo chưa cân số nên chưa ban hành được' },
  'file-held': { status: 409, title: 'Tệp đang được giữ lại' },
  'too-large': { status: 413, title: 'Nội dung gửi lên quá lớn' },
  'unsupported-media-type': { status: 415, title: 'Chỉ nhận nội dung kiểu JSON' },
  'too-slow': { status: 408, title: 'Nội dung gửi lên đến quá chậm' },
  'too-many': { status: 429, title: 'Gửi quá nhiều lần trong thời gian ngắn' },
  internal: { status: 500, title: 'Hệ thống gặp lỗi' },
  busy: { status: 503, title: 'Nhiều người đang gửi cùng lúc' },
  'database-away': { status: 503, title: 'Hệ thống đang tạm ngừng, chưa ghi nhận được' },
  'outcome-unknown': { status: 503, title: 'Chưa rõ đã ghi nhận hay chưa' },
  'store-away': { status: 503, title: 'Kho tệp đang tạm ngừng, chưa nhận được tệp' },
  stopping: { status: 503, title: 'Hệ thống đang khởi động lại' },
} as const;
export type ProblemCode = keyof typeof problems;

/** One wrong field: `pointer` is a JSON pointer into the body (`/contact/phone`), `detail` tells what to do. */
export type FieldError = { pointer: string; detail: string };

/** The only way to fail: thrown anywhere, answered once by `answerProblem`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  /** When it is worth another try; undefined where trying again changes nothing. */
  readonly retryAfterSeconds: number | undefined;
  constructor(
    code: ProblemCode,
    detail?: string,
    errors: FieldError[] = [],
    {
      retryAfterSeconds = retryAfter(problems[code].status),
    }: { retryAfterSeconds?: number | undefined } = {},
  ) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** RFC 9110 §10.2.3: every 429 and 503 says when to come again. */
export const retryAfter = (status: number): number | undefined => ({ 429: 60, 503: 30 })[status];

export const ProblemBody = z
  .object({
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem');
export type ProblemBody = z.infer<typeof ProblemBody>;

/** The body of a problem. A 5xx says nothing of itself but the request id. */
export function problemBody(problem: Problem, requestId?: string): ProblemBody {
  const { status, title } = problems[problem.code];
  return {
    type: `/du-lieu/api#${problem.code}`,
    code: problem.code,
    title,
    status,
    ...(problem.detail && { detail: problem.detail }),
    ...(problem.errors.length > 0 && { errors: problem.errors }),
    ...(requestId && { requestId }),
  };
}
