// A citizen's submission for tests; every name and number in it is made up and marked so.
import type { TestPortal } from './portal.ts';

export const submission = {
  contentCode: '5.2',
  body: 'Biểu mẫu yêu cầu nộp bản giấy trong khi hồ sơ đã nộp trực tuyến (dữ liệu thử).',
  kind: 'person',
  name: 'Người Thử Nghiệm',
  address: 'Thôn Thử, xã Thử, tỉnh Quảng Ngãi',
  phone: '0900 000 000',
  readPrivacyNotice: true,
} as const;

let serial = 0;
/** A key that no other test of the run has used. */
export const freshKey = () => `test-key-${process.pid}-${String((serial += 1)).padStart(8, '0')}`;

type Body = Record<string, unknown>;

/** Posts JSON to the API and returns status, body and headers. */
export async function post(
  test: TestPortal,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const response = await test.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : undefined) as Body & { errors?: { pointer: string; detail: string }[] },
  };
}

/** Submits a case and returns its receipt. */
export async function submit(test: TestPortal, change: Body = {}, key = freshKey()) {
  const { status, body } = await post(
    test,
    '/api/cases',
    { ...submission, ...change },
    { 'idempotency-key': key },
  );
  if (status !== 201) throw new Error(`submission refused: ${JSON.stringify(body)}`);
  return body as Body & { number: string; secret: string; receivedAt: string; due: { on: string } };
}
