// Whose a deed on many cases is. Pure.
import { Problem } from '../problems/problem.ts';
import type { Viewer } from '../staff/roles.ts';

/** Its officer's alone; throws `not-found` for everybody else, as where there is none. */
export function requireOwn<Batch extends { staffId: string }>(
  batch: Batch | undefined,
  viewer: Viewer,
): Batch {
  if (batch?.staffId === viewer.id) return batch;
  throw new Problem('not-found', 'Không có lượt làm này.');
}
