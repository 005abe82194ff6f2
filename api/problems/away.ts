// What is answered when the database is away: truthfully whether anything was written. Pure.
import { Problem } from './problem.ts';

type Asked = {
  method: string;
  /** Whether the same key sent again is answered with what it gave the first time. */
  isKeyed: boolean;
  outcome: { unknown: boolean; written: boolean };
};

const perhaps = 'Hệ thống ngừng trước khi kịp trả lời, nên có thể đã ghi, có thể chưa. ';

/** Nothing was written; or a part may have been, and then what to do so that nothing is written twice. */
export function awayProblem({ method, isKeyed, outcome }: Asked): Problem {
  if (method === 'GET' || method === 'HEAD') return new Problem('database-away', 'Hãy thử lại sau ít phút.');
  if (!outcome.unknown && !outcome.written)
    return new Problem(
      'database-away',
      'Chưa có gì được ghi. Hãy thử gửi lại sau ít phút; nội dung đã gõ vẫn còn.',
    );
  return new Problem(
    'outcome-unknown',
    perhaps +
      (isKeyed
        ? 'Hãy gửi lại chính nội dung này sau ít phút: nếu lần trước đã được ghi thì cổng trả lại kết quả ấy, không ghi thêm lần thứ hai. '
        : 'Hãy chờ ít phút rồi mở lại trang này để xem; nếu chưa thấy điều vừa gửi thì gửi lại. ') +
      'Nội dung đã gõ vẫn còn.',
  );
}
