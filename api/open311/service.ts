// GeoReport v2 on the portal's own register: posting goes the way of the form, reading sees what is published.
import { randomUUID } from 'node:crypto';
import { SubmitCase } from '../cases/intake/intake-schema.ts';
import { IdempotencyKey } from '../cases/intake/idempotency.ts';
import { submitCase } from '../cases/intake/submission-service.ts';
import { vietnameseDate } from '../dates/dates.ts';
import { fieldErrors } from '../forms/validation.ts';
import type { Portal } from '../portal/portal.ts';
import { Problem } from '../problems/problem.ts';
import type { Value } from './document.ts';
import { readPosted } from './posted.ts';
import { mostRequests, type Asked } from './query.ts';
import { findOwn, findPublished, listPublished } from './repository.ts';
import { ownRequest, publishedRequest, type Published } from './requests.ts';
import { readRequestId, requestIdOf } from './tools/request-id.ts';

/** Takes a request in, once per key where one came; only this answer tells the look-up code. */
export async function postRequest(
  portal: Portal,
  { text, key, origin }: { text: string; key: string | undefined; origin: string },
): Promise<Value[]> {
  const said = sound(SubmitCase.safeParse(readPosted(text)));
  const { 'idempotency-key': once } = sound(
    IdempotencyKey.safeParse({ 'idempotency-key': key ?? randomUUID() }),
  );
  const { number, secret, due } = await submitCase(portal, once, said);
  return [
    {
      service_request_id: requestIdOf(portal.keys, number),
      service_notice:
        `Đã vào sổ. Mã hồ sơ: ${number}. Mã tra cứu: ${secret}. Hãy giữ kín mã tra cứu: ai có cả hai mã thì xem được hồ sơ. ` +
        `Trả lời chậm nhất ngày ${vietnameseDate(due.on)}. Tra cứu, bổ sung, rút: ${origin}/tra-cuu`,
      account_id: null,
    },
  ];
}

function sound<T>(
  read: { success: true; data: T } | { success: false; error: Parameters<typeof fieldErrors>[0] },
): T {
  if (read.success) return read.data;
  throw new Problem('invalid', undefined, fieldErrors(read.error));
}

/** The published answers of a span, or what the ids name; an id that names nothing is left out. */
export async function findRequests(portal: Portal, asked: Asked, origin: string): Promise<Value[]> {
  if ('ids' in asked) return await requestsById(portal, asked.ids, origin);
  // What is not published is not told, and whatever is published is closed.
  if (!asked.statuses.includes('closed')) return [];
  const rows = await listPublished(portal.db, asked, mostRequests);
  return rows.map((row) => told(portal, row.number, row, origin));
}

/** One request; throws `not-found`, in the same words whether there is no such case or nothing of it is published. */
export async function findRequest(portal: Portal, id: string, origin: string): Promise<Value[]> {
  const found = await requestsById(portal, [id], origin);
  if (found.length > 0) return found;
  throw new Problem(
    'not-found',
    `Không có service_request_id này, hoặc chưa có gì được công khai. Người gửi xem hồ sơ tại ${origin}/tra-cuu`,
  );
}

/** Every service answers at once, so no token is given out; the id itself is one. Throws `not-found`. */
export function findToken({ keys }: Portal, token: string): Value[] {
  if (readRequestId(keys, token)?.own) return [{ service_request_id: token.slice(0, 120), token }];
  throw new Problem(
    'not-found',
    'Không có token này. Cổng trả ngay service_request_id khi gửi, không cấp token.',
  );
}

async function requestsById(portal: Portal, ids: readonly string[], origin: string): Promise<Value[]> {
  const named = [...new Set(ids)].flatMap((id) => {
    const read = readRequestId(portal.keys, id);
    return read ? [{ id, ...read }] : [];
  });
  const numbers = [...new Set(named.map(({ number }) => number))];
  const own = [...new Set(named.filter((one) => one.own).map(({ number }) => number))];
  const [published, unpublished] = await Promise.all([
    findPublished(portal.db, numbers),
    findOwn(portal.db, own),
  ]);
  return named.flatMap((one) => {
    const answer = published.find(({ number }) => number === one.number);
    if (answer) return [told(portal, one.own ? one.id : answer.number, answer, origin)];
    const row = one.own && unpublished.find(({ number }) => number === one.number);
    return row ? [ownRequest(one.id, row, portal.content.department.name)] : [];
  });
}

function told({ content }: Portal, id: string, row: Published, origin: string): Value {
  const unit = content.units.find(({ code }) => code === row.unit)?.name;
  const agency = unit ? `${unit}, ${content.department.name}` : content.department.name;
  return publishedRequest(id, row, { agency, page: `${origin}/tra-loi/${row.number}` });
}
