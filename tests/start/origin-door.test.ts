// Who may change something: only pages of this portal, and programs that carry no session.
import { describe, expect, test } from 'vitest';
import { isFromHere, isOneClick, type Sender } from '../../api/doors/origin.ts';
import { openDoors } from '../support/doors.ts';

const form = 'application/x-www-form-urlencoded';
const plain: Sender = {
  method: 'POST',
  host: 'localhost:4321',
  origin: undefined,
  fetchSite: undefined,
  contentType: form,
  hasCookie: false,
};
const may = (sender: Partial<Sender>, publicOrigin?: string) =>
  isFromHere({ ...plain, ...sender }, publicOrigin);

describe('an unsafe request', () => {
  test('passes from a page of the portal', () => {
    expect(may({ origin: 'http://localhost:4321', hasCookie: true })).toBe(true);
    expect(may({ origin: 'https://localhost:4321' })).toBe(true);
    expect(may({ fetchSite: 'same-origin' })).toBe(true);
  });

  test('is refused from any other page', () => {
    for (const origin of [
      'null',
      'http://evil.example',
      'http://localhost:4322',
      'http://localhost:4321.evil.example',
      '',
    ])
      expect([origin, may({ origin, contentType: 'application/json' })]).toEqual([origin, false]);
    for (const fetchSite of ['cross-site', 'same-site', 'none'])
      expect([fetchSite, may({ fetchSite, contentType: 'application/json' })]).toEqual([fetchSite, false]);
  });

  test('without an origin passes only as JSON without a session', () => {
    expect(may({ contentType: 'application/json; charset=utf-8' })).toBe(true);
    expect(may({ contentType: 'application/json', hasCookie: true })).toBe(false);
    for (const contentType of [form, 'multipart/form-data; boundary=x', 'text/plain', undefined])
      expect([contentType, may({ contentType })]).toEqual([contentType, false]);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'ANYTHING']) expect(may({ method })).toBe(false);
  });

  test('must name the public address where one is set', () => {
    const publicOrigin = 'https://cong.example';
    expect(may({ origin: publicOrigin, host: 'cong.example' }, publicOrigin)).toBe(true);
    expect(may({ origin: 'http://cong.example', host: 'cong.example' }, publicOrigin)).toBe(false);
    expect(may({ origin: 'http://localhost:4321' }, publicOrigin)).toBe(false);
  });
});

test('a mail program may end a subscription without an origin, and nothing else; a browser with a session may not', () => {
  expect(isOneClick('/thong-bao/huy', plain)).toBe(true);
  expect(isOneClick('/thong-bao/huy', { ...plain, hasCookie: true })).toBe(false);
  expect(isOneClick('/thong-bao/huy', { ...plain, method: 'DELETE' })).toBe(false);
  for (const path of ['/thong-bao/dang-ky', '/thong-bao/huy/x', '/phan-anh/gui', '/api/subscriptions/end'])
    expect(isOneClick(path, plain)).toBe(false);
});

test('reading needs no origin', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(may({ method, origin: 'http://evil.example' })).toBe(true);
});

test('a refusal is a page for people and a problem for programs, and nothing is passed on', async () => {
  let isPageAsked = false;
  const doors = await openDoors({ pages: async () => void (isPageAsked = true) });
  const request = {
    method: 'POST',
    headers: { origin: 'http://evil.example', 'content-type': form },
    body: 'a=1',
  };

  const page = await doors.ask('/phan-anh/gui', request);
  expect([page.status, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
  expect(page.body.toString()).toContain('<h1>Biểu mẫu được gửi từ một trang khác</h1>');
  expect(isPageAsked).toBe(false);

  const api = await doors.ask('/api/echo', request);
  expect([api.status, api.headers['content-type']]).toEqual([403, 'application/problem+json']);
  expect(JSON.parse(api.body.toString())).toEqual({
    type: '/du-lieu/api#wrong-origin',
    code: 'wrong-origin',
    title: 'Biểu mẫu được gửi từ một trang khác',
    status: 403,
    detail: 'Hãy mở lại biểu mẫu trên cổng này rồi gửi lại.',
  });
  await doors.close();
});
