// A citizen at the form of the portal; the person and all that is said are made up, and marked so.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const citizen = {
  body: 'Bộ phận tiếp nhận vẫn đòi bản giấy của biểu mẫu đã nộp trực tuyến (dữ liệu thử của bài kiểm).',
  wish: 'Mong cơ quan bỏ bản giấy trùng lặp (dữ liệu thử của bài kiểm).',
  name: 'Người Thử Nghiệm',
  address: 'Thôn Thử Một, xã Bài Thử, tỉnh Quảng Ngãi',
  phone: '0900 000 000',
  email: 'nguoi.thu.nghiem@thu.example',
} as const;

/** What identifies the citizen or stands in the letter: never in an address, a log, a public page. */
export const confidential = [...Object.values(citizen), '0900000000', 'Thôn Thử Một'];

/** Clicks the words of a radio or a box: they lie over the control, so that it is easily hit. */
export const choose = (page: Page | Locator, words: string) =>
  page.locator('label', { hasText: new RegExp(`^\\s*${words}`) }).click();

/** Fills in the form of a phản ánh, kiến nghị; procedure and optional ticks are left as they are. */
export async function fillIn(page: Page): Promise<void> {
  await choose(page, 'Quy định không phù hợp thực tế');
  await fillInButKind(page);
}

/** The same where the way in has said of which kind it is. */
export async function fillInButKind(page: Page): Promise<void> {
  await page.getByLabel('Việc đã xảy ra').fill(citizen.body);
  await page.getByLabel('Ông/Bà mong cơ quan làm gì').fill(citizen.wish);
  await choose(page, 'Cá nhân');
  await page.getByLabel('Họ và tên, hoặc tên tổ chức').fill(citizen.name);
  await page.getByLabel('Địa chỉ', { exact: true }).fill(citizen.address);
  await page.getByLabel('Số điện thoại', { exact: true }).fill(citizen.phone);
  await page.getByLabel('Thư điện tử', { exact: true }).fill(citizen.email);
  await choose(page, 'Tôi đã đọc thông báo về dữ liệu cá nhân ở trên.');
}

export const lookOver = (page: Page) => page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
export const send = (page: Page) => page.getByRole('button', { name: 'Gửi phản ánh, kiến nghị' }).click();

/**
 * Waits for a page by what stands on it, and says its path. After two quick presses the browser throws the first answer
 * away for the second: waiting for an address fails at that moment, waiting for what is shown does not.
 */
export async function arrivedBy(page: Page, shown: string): Promise<string> {
  await page.locator(shown).waitFor();
  return new URL(page.url()).pathname;
}

/** The receipt on the confirmation page. */
export async function receiptOn(page: Page) {
  expect(await arrivedBy(page, '#ma-ho-so')).toBe('/phan-anh/da-gui');
  const number = await page.locator('#ma-ho-so').innerText();
  const secret = await page.locator('#ma-tra-cuu').innerText();
  return { number, secret };
}

/** From the empty form to the receipt. */
export async function submitCase(page: Page) {
  await page.goto('/phan-anh/gui');
  await fillIn(page);
  await lookOver(page);
  await send(page);
  return await receiptOn(page);
}

/** Opens one's own case on the look-up page. */
export async function lookUp(page: Page, { number, secret }: { number: string; secret: string }) {
  await page.goto('/tra-cuu');
  await page.getByLabel('Mã hồ sơ', { exact: true }).fill(number);
  await page.getByLabel('Mã tra cứu', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
}
