// Why a case of many was not done, in one sentence. Pure.
import { Problem, problems } from '../problems/problem.ts';

/** The sentences of a refusal; one that is no refusal says nothing of itself. */
export function refusalWords(error: unknown): string {
  if (!(error instanceof Problem)) return 'Hệ thống gặp lỗi, hồ sơ này chưa làm.';
  const { code, detail, errors } = error;
  const fields = errors.map((one) => one.detail);
  if (fields.length > 0) return fields.join(' ');
  return code === 'stale'
    ? `Hồ sơ đã thay đổi từ lúc xem trước. ${detail ?? ''}`.trim()
    : // There is no page to load anew.
      (detail?.replace(/ Hãy tải lại trang\.$/, '') ?? `${problems[code].title}.`);
}
