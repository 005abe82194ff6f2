// Refusals as GeoReport v2 has them: a list of code and description, under the HTTP statuses that it names. Pure.
import { problems, type Problem } from '../problems/problem.ts';
import type { Value } from './document.ts';

/** What the portal calls unprocessable is a bad request there; every other status stays as it is. */
export const statusOf = ({ code }: Pick<Problem, 'code'>) => {
  const { status } = problems[code];
  return status === 422 ? 400 : status;
};

/**
 * One entry for each wrong field, the argument's name before its sentence; else one for the whole. `argumentOf` turns a
 * JSON pointer of the portal's own form into the argument that it came by.
 */
export function errorsOf(problem: Problem, argumentOf: (pointer: string) => string = String): Value[] {
  const code = statusOf(problem);
  const { title } = problems[problem.code];
  if (problem.errors.length > 0)
    return problem.errors.map(({ pointer, detail }) => ({
      code,
      description: `${argumentOf(pointer)}: ${detail}`,
    }));
  return [{ code, description: problem.detail ? `${title}. ${problem.detail}` : title }];
}
