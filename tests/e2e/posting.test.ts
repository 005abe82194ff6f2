// An editor keeps the posting checklist, with script and without; a reader's program follows the changes.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { sharedDesk, type Desk } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
let desk: Desk;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

test.each([
  { script: 'on', place: 'Niêm yết tại trụ sở Sở' },
  { script: 'off', place: 'Niêm yết tại đơn vị thuộc Sở' },
])('a place is marked and taken back with script $script; both stay readable', async ({ script, place }) => {
  const { page } = await openVisitor(portal.origin, {
    ...desk.as('BT'),
    javaScriptEnabled: script === 'on',
  });
  await page.goto('/can-bo/niem-yet');
  const row = page.getByRole('row', { name: place }).first();
  await row.locator('.act summary').click();

  // Refused, and what was typed is kept.
  await row.getByLabel('Ngày làm xong').fill('2015-03-22');
  await row.getByLabel('Ghi chú').fill('Bảng tin tầng 1');
  await row.getByRole('button', { name: 'Ghi đã làm' }).click();
  await page.locator('.error-summary').waitFor();
  await page.waitForLoadState();
  expect(await row.getByLabel('Ghi chú').inputValue()).toBe('Bảng tin tầng 1');
  expect(await row.innerText()).toContain('Ngày làm xong không thể trước ngày ký (23/3/2015).');

  await row.getByLabel('Ngày làm xong').fill('2015-03-26');
  await row.getByRole('button', { name: 'Ghi đã làm' }).click();
  await page.getByText('Đã ghi').waitFor();
  await page.waitForLoadState();
  expect(await row.innerText()).toContain('ngày 26/3/2015');
  expect(await row.innerText()).toContain('Bảng tin tầng 1');

  await row.locator('.act summary').click();
  await row.getByLabel('Lý do bỏ ghi').fill('Ghi nhầm');
  await row.getByRole('button', { name: 'Bỏ ghi' }).click();
  await row.getByText('2 lần ghi').waitFor();
  expect(await row.innerText()).toContain('Chưa làm, chưa có hạn');
});

test('the feeds are Atom with absolute addresses, also of a field without news; another one is not there', async () => {
  const feed = await fetch(`${portal.origin}/thong-bao/feed.xml`);
  expect([feed.status, feed.headers.get('content-type')]).toEqual([
    200,
    'application/atom+xml; charset=utf-8',
  ]);
  const text = await feed.text();
  expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  expect(text).toContain(`<link rel="self" href="${portal.origin}/thong-bao/feed.xml"/>`);
  expect(text).toContain('<title>Thông báo thay đổi thủ tục hành chính</title>');

  const field = await fetch(`${portal.origin}/thong-bao/buu-chinh.xml`);
  expect(await field.text()).toContain('<title>Thay đổi thủ tục: Bưu chính</title>');
  expect((await fetch(`${portal.origin}/thong-bao/khong-co.xml`)).status).toBe(404);
  expect((await fetch(`${portal.origin}/thong-bao/khong-co`)).status).toBe(404);
});
