// The forms of the log-in and of one's own account: what the API refused, said as the officer needs it.
import { errorsOf, refusalOf, type FieldErrors } from './form.ts';

type Answer = Parameters<typeof refusalOf>[0];

/** The lines of an error summary; a refusal without a field is its sentence alone. Empty when it went through. */
export async function errorsIn(answer: Answer): Promise<FieldErrors> {
  const problem = await refusalOf(answer);
  if (!problem) return [];
  const isAboutFields = (problem.errors ?? []).length > 0;
  return isAboutFields ? errorsOf(problem) : [{ field: '', text: problem.detail ?? problem.title }];
}

export const staleForm: FieldErrors = [
  { field: '', text: 'Phiên đăng nhập đã đổi. Hãy gửi lại biểu mẫu này.' },
];
