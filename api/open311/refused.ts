// How whatever is asked under /open311 is refused, wherever that happens: at the door, on the way, or in the register. Pure.
import type { Problem } from '../problems/problem.ts';
import { contentTypes, written, type Format } from './document.ts';
import { errorsOf, statusOf } from './errors.ts';
import { argumentOf } from './posted.ts';

/** Its public address, and the one that it has on the way through the API's door. */
export const isOpen311 = (path: string): boolean => /^(?:\/api)?\/open311(?:\/|$)/.test(path);

/** XML where the address names no format: the one that the specification requires. */
const formatOf = (path: string): Format => (path.endsWith('.json') ? 'json' : 'xml');

export function refusedAsOpen311(path: string, problem: Problem) {
  const format = formatOf(path);
  return {
    status: statusOf(problem),
    contentType: contentTypes[format],
    body: written(format, 'errors', errorsOf(problem, argumentOf)),
  };
}
