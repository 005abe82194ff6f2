// Which service requests a program asks for, read from the query as GeoReport v2 has it. Pure.
import { ContentCode } from '../cases/schema.ts';
import { localDate } from '../dates/dates.ts';
import { Problem, type FieldError } from '../problems/problem.ts';
import { dayMs } from '../dates/lengths.ts';

/** The largest span and the most requests of one answer (GeoReport v2, Response Volume). */
const mostDays = 90;
export const mostRequests = 1_000;

/** `ids` overrides all else. Days in Việt Nam, both counted in. */
export type Asked =
  | { ids: string[] }
  | { codes: ContentCode[]; from: string; to: string; statuses: readonly ('open' | 'closed')[] };

const w3Format = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Throws `bad-request` or `invalid` with a sentence for each argument; empty ones are none. */
export function readQuery(query: (name: string) => string | undefined, now: Date): Asked {
  const ids = listOf(query('service_request_id'));
  if (ids.length > mostRequests)
    throw new Problem('bad-request', `Mỗi lần hỏi nhiều nhất ${mostRequests} service_request_id.`);
  if (ids.length > 0) return { ids };
  const wrong: FieldError[] = [];
  const instant = (name: string) => {
    const text = query(name)?.trim();
    if (!text) return undefined;
    // A plus that was not encoded has come as a space.
    const written = text.slice(0, 60).replace(' ', '+');
    const at = w3Format.test(written) ? new Date(written) : undefined;
    if (at && !Number.isNaN(at.getTime())) return at;
    wrong.push({ pointer: `/${name}`, detail: 'Ghi theo dạng 2026-01-31T00:00:00Z.' });
    return undefined;
  };
  const oneOf = <T extends string>(name: string, known: readonly T[]) =>
    listOf(query(name)).flatMap((one) => {
      const found = known.find((value) => value === one);
      if (found === undefined) wrong.push({ pointer: `/${name}`, detail: `Chỉ nhận: ${known.join(', ')}.` });
      return found ?? [];
    });
  const [start, end] = [instant('start_date'), instant('end_date')];
  const codes = oneOf('service_code', ContentCode.options);
  const statuses = oneOf('status', ['open', 'closed'] as const);
  const span = spanOf(start, end, now);
  if (span.to.getTime() < span.from.getTime())
    wrong.push({ pointer: '/end_date', detail: 'end_date phải sau start_date.' });
  if (span.to.getTime() - span.from.getTime() > mostDays * dayMs)
    wrong.push({ pointer: '/end_date', detail: `Mỗi lần hỏi nhiều nhất ${mostDays} ngày.` });
  if (wrong.length > 0) throw new Problem('invalid', undefined, wrong.slice(0, 20));
  return {
    codes,
    // A request is told with its day: it is within the span when the beginning of that day is.
    from: localDate(new Date(span.from.getTime() + dayMs - 1)),
    to: localDate(span.to),
    statuses: statuses.length > 0 ? statuses : ['open', 'closed'],
  };
}

function spanOf(start: Date | undefined, end: Date | undefined, now: Date) {
  if (start)
    return {
      from: start,
      to:
        end ??
        new Date(Math.min(start.getTime() + mostDays * dayMs, Math.max(now.getTime(), start.getTime()))),
    };
  const to = end ?? now;
  return { from: new Date(to.getTime() - mostDays * dayMs), to };
}

const listOf = (text = '') =>
  text
    .slice(0, 100_000)
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
