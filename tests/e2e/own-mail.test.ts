// Letters that a sender asks for, in a real browser and without script: the receipt by mail, the address confirmed, the
// lost code renewed. Letters lie as files, as in a portal without a mail server.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { citizen, submitCase } from '../support/browser/citizen.ts';
import { accessibilityFaults } from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { eventually } from '../support/run/eventually.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';

let portal: RunningPortal;
beforeAll(async () => void (portal = await sharedPortal()));

function letters() {
  const folder = path.join(portal.dataDir, 'mail');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readLetter(fs.readFileSync(path.join(folder, file), 'latin1')));
}
/** The text of the one letter about a case that says some words. */
async function letterAbout(number: string, words: string): Promise<string> {
  const found = () => letters().find(({ text }) => text.includes(number) && text.includes(words));
  await eventually(`a letter with “${words}” is written`, async () => found() !== undefined, 60_000);
  return found()?.text ?? '';
}
const linkIn = (text: string) => /\/tra-cuu\/[\w-]+\?ma=[\w-]{48}/.exec(text)?.[0] ?? '';

test('a receipt goes to one’s own mail, the address is confirmed, and a lost code comes back by it', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  const { number, secret } = await submitCase(page);

  await page.getByText('Gửi giấy biên nhận vào thư của tôi').click();
  const box = page.getByLabel('Thư điện tử nhận giấy biên nhận');
  expect(await box.inputValue()).toBe(citizen.email);
  await box.fill('khong-phai-thu');
  await page.getByRole('button', { name: 'Gửi vào thư của tôi' }).click();
  await page.locator('.error-summary').waitFor();
  expect([await box.inputValue(), await page.locator('#ma-tra-cuu').innerText()]).toEqual([
    'khong-phai-thu',
    secret,
  ]);
  await box.fill('noi.khac@thu.example');
  await page.getByRole('button', { name: 'Gửi vào thư của tôi' }).click();
  await page.getByText('Giấy biên nhận đang được gửi tới thư của Ông/Bà').waitFor();
  expect(page.url()).toBe(`${portal.origin}/phan-anh/da-gui?xong=thu`);
  expect(await letterAbout(number, 'Dòng biên nhận có chữ ký')).not.toContain(secret);

  await page.goto('/tra-cuu/ho-so');
  await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
  await page.getByText('Thư xác nhận đang được gửi').waitFor();
  const confirming = linkIn(await letterAbout(number, 'xac-nhan-thu'));
  // Who has the letter and not the code is asked for it; opening the link confirms nothing.
  const { page: stranger } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await stranger.goto(confirming);
  await stranger.getByRole('button', { name: 'Xác nhận địa chỉ' }).click();
  await stranger.locator('.error-summary').waitFor();
  await page.goto(confirming);
  await page.goto('/tra-cuu/ho-so');
  await page.getByText('Thư điện tử chưa được xác nhận.').waitFor();
  await page.goto(confirming);
  await page.getByRole('button', { name: 'Xác nhận địa chỉ' }).click();
  await page.getByText('Địa chỉ đã được xác nhận').waitFor();

  const { page: other } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  const said: string[] = [];
  for (const asked of ['PAKN-2026-999999', number]) {
    await other.goto('/tra-cuu');
    await other.getByRole('link', { name: 'Nhận mã mới qua thư điện tử đã xác nhận' }).click();
    await other.getByLabel('Mã hồ sơ').fill(asked);
    await other.getByLabel('Thư điện tử đã ghi trong hồ sơ').fill(citizen.email);
    await other.getByRole('button', { name: 'Gửi đường dẫn tạo mã mới' }).click();
    await other.getByText('Đã nhận đề nghị').waitFor();
    said.push(`${other.url()} ${await other.locator('main').innerText()}`);
  }
  expect(said[1]).toBe(said[0]);

  const link = linkIn(await letterAbout(number, 'cap-lai-ma'));
  // Programs that look through mail open the link: the old code still opens the case.
  await other.goto(link);
  await page.goto('/tra-cuu/ho-so');
  expect(new URL(page.url()).pathname).toBe('/tra-cuu/ho-so');
  await other.getByRole('button', { name: 'Tạo mã mới' }).click();
  await other.locator('#ma-tra-cuu').waitFor();
  expect(await other.locator('#ma-ho-so').innerText()).toBe(number);
  expect(await other.locator('#ma-tra-cuu').innerText()).not.toBe(secret);
  await other.getByRole('link', { name: 'Xem hồ sơ', exact: true }).click();
  await other
    .getByText('Đã cấp lại mã tra cứu theo đề nghị báo mất mã; mã cũ không còn tác dụng')
    .first()
    .waitFor();
  // Whoever had it open by the old code has not any more; the link is good for nothing now.
  await page.goto('/tra-cuu/ho-so');
  expect(new URL(page.url()).pathname).toBe('/tra-cuu');
  await page.goto(link);
  await page.getByRole('button', { name: 'Tạo mã mới' }).click();
  await page.getByText('Đường dẫn này không đúng, đã dùng hoặc đã hết hạn.').waitFor();
  expect(await page.getByRole('link', { name: 'Nhận thư mới' }).getAttribute('href')).toBe(
    '/tra-cuu/quen-ma',
  );
  expect(portal.writtenDown()).not.toMatch(/ma=[\w-]{20}|noi\.khac/);
});

test('the pages around a lost code are fit for everybody, with and without a refusal', async () => {
  const { page, complaints } = await openVisitor(portal.origin);
  for (const address of [
    'quen-ma',
    'quen-ma?xong=1',
    `cap-lai-ma?ma=${'A'.repeat(48)}`,
    `xac-nhan-thu?ma=${'A'.repeat(48)}`,
  ]) {
    await page.goto(`/tra-cuu/${address}`);
    expect([address, await accessibilityFaults(page)]).toEqual([address, []]);
  }
  await page.goto('/tra-cuu/quen-ma');
  await page.getByRole('button', { name: 'Gửi đường dẫn tạo mã mới' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('.error-summary a').allInnerTexts()).toEqual([
    'Nhập mã hồ sơ, ví dụ PAKN-2026-000123.',
    'Nhập địa chỉ thư điện tử.',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints.filter((words) => !words.includes('422'))).toEqual([]);
});
