// The forms of staff: the token that each carries to the API, and what the API refused, said as the officer needs it.
import type { ProblemBody } from '../../../api/problems/problem.ts';
import { errorsOf, refusalOf, type FieldErrors, type Values } from '../form/form.ts';

type Answer = Parameters<typeof refusalOf>[0];

/** The lines of an error summary; a refusal without a field is its sentence alone. */
export function officersWords(problem: ProblemBody): FieldErrors {
  const isAboutFields = (problem.errors ?? []).length > 0;
  if (isAboutFields || problem.code === 'outcome-unknown') return errorsOf(problem);
  return [{ field: '', text: problem.detail ?? problem.title }];
}

/** The same of an answer; empty when it went through. */
export async function errorsIn(answer: Answer): Promise<FieldErrors> {
  const problem = await refusalOf(answer);
  return problem ? officersWords(problem) : [];
}

/** The token of a posted form as the API takes it. No page judges it: the API does, once for all (staff/guard.ts). */
export const tokenOf = (values: Values) => ({ headers: { 'x-form-token': values['formToken'] ?? '' } });
