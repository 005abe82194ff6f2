// What an officer and the office choose about mail, walked with script and without: kept, refused with what was typed, shown again.
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

test.each([true, false])('one turns mail off and on again; script: %s', async (javaScriptEnabled) => {
  const { page } = await openVisitor(portal.origin, { ...desk.as('XL'), javaScriptEnabled });
  await page.goto('/can-bo/thu-bao');
  const remarks = page.getByLabel('Người gửi có ý kiến thêm');
  expect(await remarks.isChecked()).toBe(true);
  const turn = (label: string) => page.getByText(label, { exact: true }).click();
  await turn('Người gửi có ý kiến thêm');
  await turn('Nhận thư buổi sáng');
  await page.getByLabel('Giờ gửi').selectOption('08:15');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.waitForURL('/can-bo/thu-bao?xong=1');
  expect(await remarks.isChecked()).toBe(false);
  expect(await page.getByLabel('Hồ sơ được giao cho tôi').isChecked()).toBe(true);
  expect(await page.getByLabel('Nhận thư buổi sáng').isChecked()).toBe(false);
  expect(await page.getByLabel('Giờ gửi').inputValue()).toBe('08:15');
  await turn('Người gửi có ý kiến thêm');
  await turn('Nhận thư buổi sáng');
  await page.getByLabel('Giờ gửi').selectOption('');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.waitForURL('/can-bo/thu-bao?xong=1');
  expect(await remarks.isChecked()).toBe(true);
});

test.each([true, false])('the office sets who above is told when; script: %s', async (javaScriptEnabled) => {
  const { page } = await openVisitor(portal.origin, { ...desk.as('CVP'), javaScriptEnabled });
  await page.goto('/can-bo/thu-bao');
  await page.getByRole('link', { name: 'Giờ gửi và ngày báo người phụ trách của cơ quan' }).click();
  await page.getByLabel('Báo trưởng phòng, đơn vị').selectOption('-2');
  await page.getByLabel('Căn cứ').fill('ngắn');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await page.getByLabel('Báo trưởng phòng, đơn vị').inputValue()).toBe('-2');
  expect(await page.getByLabel('Căn cứ').inputValue()).toBe('ngắn');
  await page.getByLabel('Căn cứ').fill('Quy chế làm việc số 12 (dữ liệu thử)');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.waitForURL('/can-bo/thu-bao/co-quan?xong=1');
  const [set] = await page.locator('main h2 + ul li').allTextContents();
  expect(set?.replace(/\s+/g, ' ')).toContain('trưởng phòng, đơn vị: còn 02 ngày làm việc');
  expect(set).toContain('Quy chế làm việc số 12');
});
