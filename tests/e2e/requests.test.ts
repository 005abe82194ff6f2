// Rights over personal data, help, a lost code and the word on a page, in a real browser: with script, without, offline.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor, type Visitor } from '../support/browser/browser.ts';
import { sharedDesk, type Desk } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
let desk: Desk;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});
afterAll(async () => {
  expect(portal.writtenDown()).not.toMatch(/Người Thử Nghiệm|0900 ?000 ?000/);
});

type Page = Visitor['page'];
const off = { javaScriptEnabled: false };
const words = 'Đề nghị cho biết Sở đang giữ dữ liệu gì của tôi (dữ liệu thử).';
const send = (page: Page) => page.getByRole('button', { name: 'Gửi yêu cầu' }).click();
const codes = async (page: Page) => ({
  number: await page.locator('#ma-ho-so').innerText(),
  secret: await page.locator('#ma-tra-cuu').innerText(),
});

test('a request is mended, sent, followed and answered without script', async () => {
  const { page } = await openVisitor(portal.origin, off);
  await page.goto('/bao-ve-du-lieu');
  await page.getByRole('link', { name: 'Gửi yêu cầu về dữ liệu cá nhân' }).click();
  await page.getByText('Được biết, được xem dữ liệu').click();
  await page.getByLabel('Nội dung yêu cầu').fill(words);
  await send(page);
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  expect(await summary.getByRole('link').allInnerTexts()).toEqual([
    'Hãy đọc thông báo về dữ liệu cá nhân và đánh dấu vào ô này.',
    'Nhập họ và tên để đối chiếu.',
    'Cần số điện thoại, thư điện tử hoặc địa chỉ để đối chiếu và trả lời.',
  ]);
  expect(await page.getByLabel('Nội dung yêu cầu').inputValue()).toBe(words);
  await page.locator('#name').fill('Người Thử Nghiệm');
  await page.locator('#phone').fill('0900 000 000');
  await page.getByText('Tôi đã đọc thông báo').click();
  await send(page);
  await page.waitForURL('/bao-ve-du-lieu/yeu-cau/da-gui');
  const { number, secret } = await codes(page);
  expect(number).toMatch(/^YC-2026-\d{6}$/);
  await page.getByText('25/11/2026').waitFor();
  await page.getByText('07/12/2026').waitFor();

  const officer = await openVisitor(portal.origin, { ...off, ...desk.as('CVP') });
  await officer.page.goto('/can-bo/du-lieu-ca-nhan');
  await officer.page.getByRole('link', { name: number }).click();
  // The days left stand beside the day that they lead to.
  const due = (name: string) => officer.page.locator('dl > div', { hasText: name }).locator('dd').innerText();
  expect(await due('Báo nhận chậm nhất')).toBe('25/11/2026, còn 02 ngày làm việc');
  expect(await due('Trả lời chậm nhất')).toBe('07/12/2026');
  const step = async (name: string, text?: string) => {
    const form = officer.page.locator(`#buoc-${name}`);
    await form.locator('summary').click();
    if (text) await form.locator('textarea').fill(text);
    await form.locator('.actions button').click();
    await officer.page.waitForURL(new RegExp(`xong=${name}$`));
  };
  await step('acknowledge');
  expect(await due('Trả lời chậm nhất')).toBe('07/12/2026, còn 10 ngày làm việc');
  await officer.page.locator('#buoc-identify summary').click();
  await officer.page.locator('#buoc-identify textarea').fill('Gọi');
  await officer.page.locator('#buoc-identify .actions button').click();
  await officer.page.locator('.error-summary').waitFor();
  expect(await officer.page.locator('#buoc-identify textarea').inputValue()).toBe('Gọi');
  await officer.page.goto(`/can-bo/du-lieu-ca-nhan/${number}`);
  await step('identify', 'Gọi lại số đã ghi, đúng người (dữ liệu thử).');
  await step('answer', 'Sở giữ họ tên và số điện thoại của Ông/Bà trong yêu cầu này.');

  await page.goto('/bao-ve-du-lieu/yeu-cau/tra-cuu');
  await page.getByLabel('Số yêu cầu').fill(number);
  await page.getByLabel('Mã tra cứu').fill(secret.slice(0, -1));
  await page.getByRole('button', { name: 'Xem yêu cầu' }).click();
  await summary.waitFor();
  expect(await page.getByLabel('Số yêu cầu').inputValue()).toBe(number);
  await page.getByLabel('Mã tra cứu').fill(secret);
  await page.getByRole('button', { name: 'Xem yêu cầu' }).click();
  await page.getByText('Sở giữ họ tên và số điện thoại').waitFor();
  expect(await page.getByText('Gọi lại số đã ghi').count()).toBe(0);
});

test('who lost the code writes to the office, which hands out a new one to read aloud', async () => {
  const mine = await desk.caseAfter('accept');
  const { page } = await openVisitor(portal.origin);
  await page.goto('/tra-cuu');
  await page.getByRole('link', { name: 'Báo mất mã tra cứu' }).click();
  expect(await page.locator('input[name=kind]:checked').inputValue()).toBe('lost-code');
  await page.getByLabel('Nội dung yêu cầu').fill('Tôi làm mất giấy biên nhận (dữ liệu thử).');
  await page.locator('#name').fill('Người Thử Nghiệm');
  await page.locator('#phone').fill('0900 000 000');
  await page.getByLabel('Mã hồ sơ đã gửi').fill(mine.number);
  await page.getByText('Tôi đã đọc thông báo').click();
  await send(page);
  const { number } = await codes(page);

  const { page: desktop } = await openVisitor(portal.origin, desk.as('LD'));
  await desktop.goto(`/can-bo/du-lieu-ca-nhan/${number}`);
  await desktop.locator('#buoc-identify summary').click();
  await desktop.locator('#buoc-identify textarea').fill('Đối chiếu họ tên, số điện thoại: khớp.');
  await desktop.locator('#buoc-identify .actions button').click();
  await desktop.waitForURL(/xong=identify$/);
  await desktop.locator('#buoc-reissue summary').click();
  await desktop.locator('#buoc-reissue .actions button').click();
  await desktop.waitForURL('/can-bo/da-nhap');
  const fresh = await codes(desktop);
  expect(fresh.number).toBe(mine.number);
  await page.goto('/tra-cuu');
  await page.getByLabel('Mã hồ sơ').fill(mine.number);
  await page.getByLabel('Mã tra cứu').fill(fresh.secret);
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await page.waitForURL('/tra-cuu/ho-so');
});

test('a page is rated without script, with script, and after the line was lost; pages with a form do not ask', async () => {
  const question = (page: Page) => page.getByText('Thông tin trên trang này có hữu ích không?');
  const plain = await openVisitor(portal.origin, off);
  await plain.page.goto('/thu-tuc/1.014445');
  await plain.page.getByRole('button', { name: 'Có', exact: true }).click();
  await plain.page.getByText('Cảm ơn Ông/Bà').waitFor();
  await plain.page.getByRole('link', { name: 'Quay lại trang vừa xem' }).click();
  await plain.page.waitForURL('/thu-tuc/1.014445');

  const { page, context } = await openVisitor(portal.origin, { viewport: { width: 375, height: 740 } });
  await page.goto('/thu-tuc/1.014445');
  await page.getByText('Viết thêm một câu').click();
  await page.getByLabel('Viết trước rồi chọn').fill('Chưa rõ nộp ở đâu (dữ liệu thử).');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Không', exact: true }).click();
  await page.getByText('Chưa gửi được vì mất kết nối').waitFor();
  expect(await page.getByLabel('Viết trước rồi chọn').inputValue()).toBe('Chưa rõ nộp ở đâu (dữ liệu thử).');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Không', exact: true }).click();
  await page.getByText('Cảm ơn Ông/Bà').waitFor();
  expect(await context.cookies()).toEqual([]);

  for (const address of ['/phan-anh/gui', '/tra-cuu', '/gop-y', '/bao-ve-du-lieu/yeu-cau']) {
    await page.goto(address);
    expect([address, await question(page).count()]).toEqual([address, 0]);
  }
  const editor = await openVisitor(portal.origin, desk.as('BT'));
  await editor.page.goto('/can-bo/danh-gia-trang');
  await editor.page.getByText('Chưa rõ nộp ở đâu (dữ liệu thử).', { exact: true }).waitFor();
  const row = editor.page.getByRole('row', { name: '/thu-tuc/1.014445' });
  expect((await row.getByRole('cell').allInnerTexts()).slice(0, 3)).toEqual(['1', '1', '1/2 hữu ích (50%)']);
});
