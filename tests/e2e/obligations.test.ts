// The chief of office keeps the report calendar, with script and without; a calendar program follows it; the staff menu.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { fontsReady, inOwnFonts } from '../support/browser/own-fonts.ts';
import { sharedDesk, type Desk } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
let desk: Desk;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

test.each([
  { script: 'on', id: 'muc-do-hai-long-2026-year' },
  { script: 'off', id: 'cchc-so-noi-vu-2026-q4' },
])('something owed is put off, done and taken back with script $script', async ({ script, id }) => {
  const { page } = await openVisitor(portal.origin, {
    ...desk.as('CVP'),
    javaScriptEnabled: script === 'on',
  });
  await page.goto('/can-bo/nghia-vu');
  const row = page.locator(`#${id}`);
  const open = (name: string) => row.getByRole('link', { name }).click();

  // Refused, and what was typed is kept.
  await open('Ghi kết quả');
  await row.getByLabel('Đổi hạn').check({ force: true });
  await row.getByLabel('Ngày').fill('2026-11-24');
  await row.getByLabel('Lý do, ghi chú').fill('Công văn thử nghiệm số 7');
  await row.getByRole('button', { name: 'Ghi kết quả' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await row.getByLabel('Đổi hạn').isChecked()).toBe(true);
  expect(await row.getByLabel('Lý do, ghi chú').inputValue()).toBe('Công văn thử nghiệm số 7');
  expect(await row.innerText()).toContain('24/11/2026 là ngày nghỉ. Hãy chọn một ngày làm việc.');

  await row.getByLabel('Ngày').fill('2026-12-21');
  await row.getByRole('button', { name: 'Ghi kết quả' }).click();
  await page.getByText('Đã ghi').waitFor();
  expect(await row.innerText()).toContain('21/12/2026');
  expect(await row.innerText()).toContain('Hạn đã đổi; theo lịch là ');

  await open('Ghi kết quả');
  await row.getByLabel('Minh chứng').fill('https://coquan.example/bao-cao.pdf');
  await row.getByRole('button', { name: 'Ghi kết quả' }).click();
  await row.getByText('Đã làm', { exact: true }).first().waitFor();
  await row.locator('summary', { hasText: '2 lần ghi' }).click();
  expect(await row.getByRole('link', { name: 'https://coquan.example/bao-cao.pdf' }).count()).toBe(1);

  await open('Bỏ lần ghi trước');
  await row.getByRole('button', { name: 'Bỏ lần ghi trước' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await row.innerText()).toContain('Ghi lý do bỏ lần ghi trước.');
  await row.getByLabel('Lý do bỏ lần ghi trước').fill('Ghi nhầm');
  await row.getByRole('button', { name: 'Bỏ lần ghi trước' }).click();
  await row.locator('summary', { hasText: '3 lần ghi' }).waitFor();
  expect(await row.innerText()).toContain('Chưa làm');
});

test('a private address is made, read without a session, and worthless once there is a new one', async () => {
  const { page } = await openVisitor(portal.origin, { ...desk.as('TN'), javaScriptEnabled: false });
  await page.goto('/can-bo/nghia-vu');
  const make = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await page.getByText('Địa chỉ lịch riêng của Ông/Bà').waitFor();
    return await page.locator('.notice code').innerText();
  };
  const first = await make('Tạo địa chỉ lịch riêng');
  expect(first).toMatch(new RegExp(`^${portal.origin}/can-bo/nghia-vu\\.ics\\?khoa=[\\w-]{43}$`));
  const answer = await fetch(first);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  expect(text).toContain('BEGIN:VCALENDAR');
  const event = text
    .split('BEGIN:VEVENT')
    .find((part) => part.includes('UID:cchc-phong-don-vi-2026-year@localhost'));
  expect(event).toContain('DTSTART;VALUE=DATE:20261123');
  expect(event).toContain('SUMMARY:Báo cáo kết quả thực hiện cải cách hành chính (năm 2026)');
  expect(text).not.toMatch(/DESCRIPTION|ATTENDEE|ORGANIZER|LOCATION/);

  const second = await make('Tạo địa chỉ mới');
  expect((await fetch(first)).status).toBe(404);
  expect((await fetch(second)).status).toBe(200);
  await page.getByRole('button', { name: 'Hủy địa chỉ' }).click();
  await page.getByRole('button', { name: 'Tạo địa chỉ lịch riêng' }).waitFor();
  expect((await fetch(second)).status).toBe(404);
  expect(portal.writtenDown()).not.toContain(new URL(second).searchParams.get('khoa'));
});

test.each(['CVP', 'TN', 'BT', 'QT', 'XL', 'LD'] as const)(
  'the bar of %s stays in one row at 1280 px, and its other pages open by keyboard without script',
  async (role) => {
    const { page } = await openVisitor(portal.origin, { ...desk.as(role), javaScriptEnabled: false });
    await inOwnFonts(page);
    await page.goto('/can-bo/lich');
    await fontsReady(page);
    const links = await page.locator('.staff-header nav').boundingBox();
    expect(links?.height).toBeLessThan(60);
    const more = page.locator('.staff-header summary');
    expect((await more.textContent())?.replace(/\s+/g, ' ').trim()).toBe('Thêm, đang ở Lịch làm việc');
    await more.focus();

    await page.keyboard.press('Enter');
    const folder = process.env['SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/menu-${role}.png` });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const first = role === 'QT' ? 'thoi-han' : 'tim-ho-so';
    await page.waitForURL(`**/can-bo/${first}`);
  },
);
