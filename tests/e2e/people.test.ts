// The people of the office, walked as the administrator walks it, with script and without: invited, signed in for the first
// time, given another role, stood in for, handed over, closed.
import { expect, test, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import { openVisitor } from '../support/browser/browser.ts';
import { sharedDesk, type Desk } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
let desk: Desk;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
const password = 'năm cây dừa bên bờ biển';

async function invite(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/can-bo/tai-khoan');
  await page.getByLabel('Họ tên hoặc tên vị trí').fill(name);
  await page.getByLabel('E-mail công vụ').fill(email);
  await page.getByLabel('Vai trò').selectOption('XL');
  await page.getByLabel('Đơn vị').selectOption('phong-quan-ly-khoa-hoc');
  await press(page, 'Mở tài khoản và mời');
  const link = new URL((await page.locator('#duong-dan-mot-lan').textContent()) ?? '');
  return link.pathname + link.search;
}

const openAccount = async (page: Page, name: string) => {
  await page.goto('/can-bo/tai-khoan');
  await page.getByRole('link', { name, exact: true }).click();
};

test.each([true, false])(
  'somebody is invited, works, is stood in for, hands over and leaves; script: %s',
  async (javaScriptEnabled) => {
    const mark = javaScriptEnabled ? 'một' : 'hai';
    const leaver = `Người đi ${mark} (dữ liệu thử)`;
    const stayer = `Người ở ${mark} (dữ liệu thử)`;
    const { page: admin } = await openVisitor(portal.origin, { ...desk.as('QT'), javaScriptEnabled });
    const link = await invite(admin, leaver, `di.${javaScriptEnabled}@minhhoa.invalid`);
    const other = await invite(admin, stayer, `o.${javaScriptEnabled}@minhhoa.invalid`);

    const { page } = await openVisitor(portal.origin, { javaScriptEnabled });
    await page.goto(link);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn');
    await page.getByLabel('Nhập lại mật khẩu mới').fill('ngắn');
    await press(page, 'Đặt mật khẩu');
    await page.locator('.error-summary').waitFor();
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(password);
    await press(page, 'Đặt mật khẩu');
    await page.getByText('Đã đặt mật khẩu').waitFor();
    await page.getByLabel('E-mail công vụ').fill(`di.${javaScriptEnabled}@minhhoa.invalid`);
    await page.getByLabel('Mật khẩu').fill(password);
    await press(page, 'Đăng nhập');
    await page.waitForURL('/can-bo');
    await page.goto('/can-bo/bao-mat');
    await page.getByText('(phiên này)').waitFor();
    await page.goto(link);
    await page.getByText('Đường dẫn này không đúng, đã dùng hoặc đã hết hạn').waitFor();

    const { page: second } = await openVisitor(portal.origin, { javaScriptEnabled });
    await second.goto(other);
    await second.getByLabel('Mật khẩu mới', { exact: true }).fill(password);
    await second.getByLabel('Nhập lại mật khẩu mới').fill(password);
    await press(second, 'Đặt mật khẩu');
    await second.getByLabel('E-mail công vụ').fill(`o.${javaScriptEnabled}@minhhoa.invalid`);
    await second.getByLabel('Mật khẩu').fill(password);
    await press(second, 'Đăng nhập');
    await second.waitForURL('/can-bo');

    // Another unit: the session ends, the next log-in has it.
    await openAccount(admin, leaver);
    await admin.getByLabel('Đơn vị').first().selectOption('chi-cuc-tdc');
    await press(admin, 'Lưu vai trò, đơn vị');
    await admin.getByText('Đã đổi vai trò, đơn vị').waitFor();
    await page.goto('/can-bo');
    await page.waitForURL(/\/can-bo\/dang-nhap/);

    // A case in hand, seen by who stands in.
    const { number } = await desk.caseAfter('accept');
    const id = new URL(admin.url()).pathname.split('/').at(-1) ?? '';
    await desk.take('CVP', number, 'assign', { handlerId: id });
    await admin.getByText('Giao người khác làm thay').click();
    const deputy = admin.locator('#deputyId option', { hasText: stayer });
    await admin.locator('#deputyId').selectOption((await deputy.getAttribute('value')) ?? '');
    await admin.locator('#thay-fromOn').fill('20/11/2026');
    await admin.locator('#thay-untilOn').fill('30/11/2026');
    await admin.locator('#thay-reason').fill('Giấy ủy quyền số 01 (dữ liệu thử)');
    await press(admin, 'Giao làm thay');
    await admin.getByText('Đã giao làm thay').waitFor();
    await second.goto('/can-bo/bao-mat');
    await second.getByLabel('Làm việc với').selectOption({ index: 1 });
    await press(second, 'Đổi vai trò');
    await second.getByText(`${stayer} thay ${leaver}`).first().waitFor();
    await second.goto(`/can-bo/ho-so/${number}`);
    await second.locator('#buoc-note summary').click();
    await second.locator('#buoc-note textarea').fill('Ghi thay người đi vắng (dữ liệu thử).');
    await second.locator('#buoc-note button[name=step]').click();
    await second.waitForURL(/xong=note/);
    await second.getByText(`${stayer} thay ${leaver} (XL)`).first().waitFor();

    // Closed, and everything handed over afterwards.
    await openAccount(admin, leaver);
    await press(admin, 'Đóng tài khoản');
    await admin.getByText('Đã đóng tài khoản').waitFor();
    await admin.getByRole('link', { name: 'bàn giao mọi việc của người này' }).click();
    await admin.getByText('1 hồ sơ sang người nhận').waitFor();
    expect(await admin.content()).not.toContain(number);
    await press(admin, 'Bàn giao tất cả');
    await admin.locator('.error-summary').waitFor();
    const receiver = admin.locator('#toId option', { hasText: stayer });
    await admin.locator('#toId').selectOption((await receiver.getAttribute('value')) ?? '');
    await admin.getByLabel('Vì sao bàn giao').fill('Chuyển công tác (dữ liệu thử).');
    await press(admin, 'Bàn giao tất cả');
    await admin.getByRole('heading', { name: 'BIÊN BẢN', exact: true }).waitFor();
    expect(await admin.content()).not.toContain(number);
    await second.goto('/can-bo/bao-mat');
    await second.goto(`/can-bo/ho-so/${number}`);
    await second.getByText(`${leaver} bàn giao cho ${stayer}.`).first().waitFor();
  },
);
