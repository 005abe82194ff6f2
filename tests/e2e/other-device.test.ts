// A letter begun on one device and sent from another: by its square, its link, or the code that is typed.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { choose, citizen, fillIn, lookOver, receiptOn, send } from '../support/browser/citizen.ts';
import { accessibilityFaults } from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { pdf } from '../support/worlds/files.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});

type Page = Awaited<ReturnType<typeof openVisitor>>['page'];
const carry = (page: Page) => page.getByRole('button', { name: 'Viết tiếp trên máy khác' }).click();
const goOn = (page: Page) => page.getByRole('button', { name: 'Viết tiếp trên máy này' }).click();
const codeOn = async (page: Page) => (await page.locator('#ma-viet-tiep').innerText()).trim();
const isHere = (page: Page) => page.getByText('Phần đang viết đã được điền lại.').waitFor();

test('half a letter with its file goes to a telephone by its link, and is sent from there once', async () => {
  const desk = await openVisitor(portal.origin);
  await desk.page.goto('/phan-anh/gui');
  await fillIn(desk.page);
  await desk.page.getByLabel('Họ và tên, hoặc tên tổ chức').fill('');
  await desk.page.setInputFiles('#attachments', {
    name: 'giay.pdf',
    mimeType: 'application/pdf',
    buffer: pdf,
  });
  await carry(desk.page);
  const code = await codeOn(desk.page);
  expect(new URL(desk.page.url()).pathname).toBe('/phan-anh/gui/may-khac');
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  const square = await desk.page.getByRole('img', { name: 'Mã QR mở phần đang viết' }).getAttribute('src');
  expect(square).toMatch(/^data:image\/svg\+xml,/);

  const phone = await openVisitor(portal.origin, { viewport: { width: 375, height: 800 } });
  await phone.page.goto(`/phan-anh/gui/viet-tiep#${code}`);
  await expect.poll(() => phone.page.getByLabel('Mã viết tiếp').inputValue()).toBe(code);
  expect(phone.page.url()).not.toContain(code);
  expect(await accessibilityFaults(phone.page)).toEqual([]);
  await goOn(phone.page);
  await isHere(phone.page);
  expect(await phone.page.getByLabel('Việc đã xảy ra').inputValue()).toBe(citizen.body);
  await phone.page.getByLabel('Bỏ “giay.pdf”').waitFor();
  await phone.page.getByLabel('Họ và tên, hoặc tên tổ chức').fill(citizen.name);
  await lookOver(phone.page);
  await phone.page.getByRole('button', { name: 'Bỏ tệp giay.pdf' }).waitFor();
  await send(phone.page);
  await receiptOn(phone.page);

  // It is gone from the desk, from under its code, and stood in no address and no log.
  await desk.page.reload();
  await desk.page.getByRole('heading', { level: 1, name: 'Không có mã viết tiếp' }).waitFor();
  await desk.page.goto('/phan-anh/gui');
  expect(await desk.page.getByLabel('Việc đã xảy ra').inputValue()).toBe('');
  const third = await openVisitor(portal.origin);
  await third.page.goto(`/phan-anh/gui/viet-tiep#${code}`);
  await goOn(third.page);
  await third.page.locator('.error-summary').getByText('Mã này không đúng, đã được dùng').waitFor();
  const asked = [desk, phone, third]
    .flatMap(({ addresses }) => addresses)
    .map((address) => address.split('#')[0]);
  expect(asked.filter((address) => address?.includes(code))).toEqual([]);
  expect(portal.writtenDown()).not.toContain(code);
  expect([...desk.complaints, ...phone.complaints]).toEqual([]);
});

test('without script the code is typed as it is read; what was written there goes only when that is said', async () => {
  const without = { javaScriptEnabled: false };
  const desk = await openVisitor(portal.origin, without);
  await desk.page.goto('/phan-anh/gui');
  await fillIn(desk.page);
  await lookOver(desk.page);
  await desk.page.getByRole('button', { name: 'Gửi từ máy khác' }).click();
  const code = await codeOn(desk.page);

  const library = await openVisitor(portal.origin, without);
  await library.page.goto('/phan-anh/gui');
  await library.page.getByLabel('Việc đã xảy ra').fill('Việc khác, viết dở.');
  await lookOver(library.page);
  await library.page.locator('.error-summary').waitFor();
  await library.page.goto('/phan-anh/gui/viet-tiep');
  await library.page.getByLabel('Mã viết tiếp').fill(code.toLowerCase().replaceAll('-', ' '));
  await goOn(library.page);
  await library.page.locator('.error-summary').getByText('đang viết dở một phiếu khác').waitFor();
  await choose(library.page, 'Bỏ phiếu đang viết dở');
  await goOn(library.page);
  await isHere(library.page);
  expect(await library.page.getByLabel('Việc đã xảy ra').inputValue()).toBe(citizen.body);
});

test('the code is taken back, or what is under it cleared, by one button', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/phan-anh/gui');
  await page.getByLabel('Việc đã xảy ra').fill('Một câu viết dở.');
  await carry(page);
  const first = await codeOn(page);
  await page.getByRole('button', { name: 'Xóa mã ngay, viết tiếp ở đây' }).click();
  await isHere(page);
  expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe('Một câu viết dở.');
  await carry(page);
  const second = await codeOn(page);
  expect(second).not.toBe(first);

  const other = await openVisitor(portal.origin);
  await other.page.goto('/phan-anh/gui/viet-tiep');
  const forget = other.page.getByRole('button', { name: 'Xóa ngay phần dưới mã này' });
  for (const [code, said] of [
    [first, 'Mã này không đúng'],
    [second, 'Phần viết dở dưới mã đó không còn trên cổng.'],
  ] as const) {
    await other.page.getByLabel('Mã viết tiếp').fill(code);
    await forget.click();
    await other.page.getByText(said).first().waitFor();
  }
});
