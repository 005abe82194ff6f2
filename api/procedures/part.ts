// The three-way answer of every part of Điều 8: a value, the source says there is none, or nothing is known yet.
import { z } from 'zod';
import { Text } from '../text/published.ts';

export const None = z.strictObject({ none: Text });
export type None = z.infer<typeof None>;

const shapes =
  'Ghi giá trị đúng khuôn, hoặc none: lời của nguồn (nguồn nói không có), hoặc unknown (chưa có thông tin)';

/** A part: `value` as given, `{ none: 'Không quy định' }` in the source's words, or `'unknown'`. */
export const part = <Value extends z.ZodType>(value: Value) =>
  z.union([z.literal('unknown'), None, value], {
    error: (issue) =>
      issue.code === 'invalid_union' ? `${shapes}${because(issue.errors.at(-1))}.` : undefined,
  });
export type Part<Value> = Value | None | 'unknown';

export type PartState = 'given' | 'none' | 'unknown';

export function isNone(value: unknown): value is None {
  return typeof value === 'object' && value !== null && 'none' in value;
}

export function isGiven<Value>(value: Part<Value>): value is Value {
  return value !== 'unknown' && !isNone(value);
}

export function partState(value: unknown): PartState {
  if (value === 'unknown') return 'unknown';
  return isNone(value) ? 'none' : 'given';
}

/** The source's own words for "none"; a bare "Không" alone reads like an answer to another question. */
export const noneWords = ({ none }: None) => (none === 'Không' ? 'Không có' : none);

function because(issues: readonly z.core.$ZodIssue[] = []): string {
  const first = issues[0];
  return first ? `; chỗ sai: ${first.path.join('.') || 'cả phần này'}, ${first.message}` : '';
}
