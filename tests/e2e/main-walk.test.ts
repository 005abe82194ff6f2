// The way of a case in a real browser, from the list of procedures to the published answer, with and without script.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor, type Visitor } from '../support/browser/browser.ts';
import {
  choose,
  citizen,
  confidential,
  fillIn,
  lookOver,
  lookUp,
  receiptOn,
  send,
} from '../support/browser/citizen.ts';
import { indiscreetAddresses, indiscretions } from '../support/reading/indiscretions.ts';
import { chooseLike, openOfficer, stepForm, take, took } from '../support/browser/officer.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

const procedure =
  'Thủ tục cấp Giấy chứng nhận doanh nghiệp khoa học và công nghệ (Nghị định số 268/2025/NĐ-CP)';
const parts = [
  'Giấy tờ cần chuẩn bị (3)',
  'Nội dung thủ tục',
  'a) Tên và thông tin chung',
  'b) Trình tự thực hiện',
  'c) Cách thức thực hiện',
  'd) Thành phần, số lượng hồ sơ',
  'đ) Thời hạn giải quyết',
  'e) Đối tượng thực hiện',
  'g) Cơ quan giải quyết',
  'h) Mẫu đơn, kết quả, điều kiện, phí',
  'Căn cứ pháp lý',
  'Thủ tục liên quan',
  'Gặp khó khăn với thủ tục này?',
  'Các kênh phản ánh, kiến nghị khác',
];
const counted =
  '15 ngày làm việc, tính từ ngày làm việc tiếp theo sau 20/11/2026; ' +
  'không tính 9 ngày nghỉ (8 ngày cuối tuần, Ngày Văn hóa Việt Nam 24/11).';
const reply = 'Cơ quan đã chỉ đạo không đòi bản giấy khi hồ sơ đã nộp trực tuyến (dữ liệu thử).';
const published = {
  summary: 'Phản ánh việc vẫn phải nộp bản giấy khi đã nộp hồ sơ trực tuyến.',
  answer: 'Sở đã chỉ đạo không đòi bản giấy khi hồ sơ đã nộp trực tuyến.',
};

let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});
afterAll(() => expect(indiscretions(portal.writtenDown(), confidential)).toEqual([]));

test.each([
  { script: 'with script', javaScriptEnabled: true },
  { script: 'without script', javaScriptEnabled: false },
])('a case goes in, is handled, and comes back, $script', async ({ javaScriptEnabled }) => {
  const mode = { javaScriptEnabled };
  const sender = await openVisitor(portal.origin, mode);
  const receipt = await sendACase(sender);
  await lookUp(sender.page, receipt);
  await sender.page.waitForURL('/tra-cuu/ho-so');
  expect(await timeline(sender)).toEqual([
    'Đang ở bước này: Phản ánh, kiến nghị đã vào sổ tiếp nhận',
    'Chưa đến: Cơ quan trả lời',
  ]);

  const officers = await handle(receipt.number, mode);
  await rateTheReply(sender, receipt);
  const reader = await openVisitor(portal.origin, mode);
  await readTheAnswer(reader, receipt.number);

  const everybody = [sender, reader, ...officers];
  const addresses = everybody.flatMap((visitor) => visitor.addresses);
  const kept = [...confidential, receipt.secret];
  expect(indiscreetAddresses(addresses, kept)).toEqual([]);
  expect(addresses.filter((address) => !address.startsWith(`${portal.origin}/`))).toEqual([]);
  expect(indiscretions(portal.writtenDown(), kept)).toEqual([]);
  // The one refusal of the walk, and no other complaint of the browser.
  expect(everybody.flatMap(({ complaints }) => complaints)).toEqual([
    expect.stringContaining('the server responded with a status of 422'),
  ]);
});

async function sendACase({ page }: Visitor) {
  await page.goto('/thu-tuc');
  expect(await page.locator('main li a[href^="/thu-tuc/"]:not([href*="/loc"])').count()).toBe(50);
  await page.getByRole('link', { name: procedure, exact: true }).click();
  await page.waitForURL('/thu-tuc/1.014445');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(procedure);
  expect(await page.locator('main :is(h2, h3)').allInnerTexts()).toEqual(parts);
  // Those of which something is known that one can use.
  expect(await channels(page)).toEqual([
    'Hệ thống tiếp nhận, trả lời phản ánh, kiến nghị trên Cổng Dịch vụ công quốc gia',
    'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi',
  ]);
  await page.getByRole('link', { name: 'Phản ánh về thủ tục này' }).click();
  await page.waitForURL('/phan-anh/gui?thu-tuc=1.014445');

  expect(await page.getByLabel('Thủ tục hành chính liên quan').inputValue()).toBe('1.014445');
  expect(await page.locator('input:checked').count()).toBe(0);
  await fillIn(page);
  await lookOver(page);

  await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi gửi' }).waitFor();
  const said = await page.locator('main').innerText();
  for (const text of [procedure, citizen.body, citizen.wish, citizen.name, citizen.address, citizen.email])
    expect(said).toContain(text);
  await send(page);

  const receipt = await receiptOn(page);
  expect(receipt.number).toMatch(/^PAKN-2026-\d{6}$/);
  expect(receipt.secret).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){4}$/);
  expect(await page.locator('p.due').innerText()).toBe('Hạn trả lời: 14/12/2026');
  await page.getByText('Cách đếm ngày').click();
  await page.getByText(counted, { exact: true }).waitFor();
  expect(await page.locator('ol.days li').count()).toBe(24);
  expect(await page.locator('ol.days li.counted').count()).toBe(15);
  const skipped = page.locator('ol.days li.off', { hasText: '24/11' });
  expect(await skipped.innerText()).toBe('Thứ Ba 24/11\nKhông tính:\nNgày Văn hóa Việt Nam');
  return receipt;
}

const channels = (page: Visitor['page']) =>
  page
    .locator('section', { has: page.locator('#kenh') })
    .locator('strong')
    .allTextContents();
async function timeline({ page }: Visitor): Promise<string[]> {
  const titles = await page.locator('ol.timeline .title').allInnerTexts();
  return titles.map((title) => title.replaceAll(/\s+/g, ' '));
}

/** Every officer in a browser of their own, in the order of the state table. */
async function handle(number: string, mode: { javaScriptEnabled: boolean }): Promise<Visitor[]> {
  const officers: Visitor[] = [];
  async function open(...[role]: [Parameters<typeof openOfficer>[1]]) {
    const officer = await openOfficer(portal, role, mode);
    officers.push(officer);
    await officer.page.getByRole('link', { name: number }).click();
    return officer.page;
  }

  const intake = await open('TN');
  await stepForm(intake, 'classify').getByLabel('Tóm tắt cho sổ tiếp nhận').fill(published.summary);
  await take(intake, 'classify');
  await took(intake, 'Phân loại');
  await take(intake, 'accept');
  await took(intake, 'Tiếp nhận');

  const chiefOfOffice = await open('CVP');
  await chooseLike(chiefOfOffice.getByLabel('Người xử lý'), /^Công chức xử lý \(dữ liệu minh họa\)/);
  await take(chiefOfOffice, 'assign');
  await took(chiefOfOffice, 'Phân công');

  const handler = await open('XL');
  await handler.getByLabel('Nội dung trả lời').fill(reply);
  await choose(handler, 'Kiến nghị cơ quan có thẩm quyền');
  await handler.getByLabel('Tính đơn giản, dễ hiểu').selectOption({ label: 'Chưa đạt' });
  await take(handler, 'draft-reply');
  await took(handler, 'Dự thảo trả lời');

  const headOfUnit = await open('TP');
  await take(headOfUnit, 'submit-reply');
  await took(headOfUnit, 'Trình lãnh đạo');

  const leader = await open('LD');
  await take(leader, 'approve');
  await took(leader, 'Duyệt và trả lời');

  await publish(await open('BT'));
  return officers;
}

/** The first try tells the sender's name: refused beside the field, and nothing typed is lost. */
async function publish(editor: Visitor['page']): Promise<void> {
  const summary = editor.getByLabel('Nội dung phản ánh, viết lại để công khai');
  const answer = editor.getByLabel('Trả lời, bản công khai');
  const named = `${citizen.name} phản ánh: ${published.summary}`;
  await summary.fill(named);
  await answer.fill(published.answer);
  await take(editor, 'publish');
  expect(await editor.locator('#publish-summary-error').innerText()).toContain(
    `“${citizen.name}”: là tên của người gửi. Hãy thay bằng “Ông/Bà” và chữ cái đầu, hoặc xóa.`,
  );
  expect(await summary.inputValue()).toBe(named);
  expect(await answer.inputValue()).toBe(published.answer);

  await summary.fill(published.summary);
  await take(editor, 'publish');
  await took(editor, 'Công khai');
}

async function rateTheReply(sender: Visitor, receipt: { number: string; secret: string }): Promise<void> {
  const { page } = sender;
  await lookUp(page, receipt);
  await page.getByText(reply).waitFor();
  expect(await timeline(sender)).toEqual([
    'Đã xong: Phản ánh, kiến nghị đã vào sổ tiếp nhận',
    'Đã xong: Cơ quan đã tiếp nhận và phân loại nội dung',
    'Đã xong: Thuộc thẩm quyền của cơ quan, bắt đầu xử lý',
    'Đã xong: Đã giao đơn vị xử lý',
    'Đã xong: Cơ quan đã trả lời',
    'Đã xong: Kết quả đã được công khai',
  ]);
  await choose(page, 'Hài lòng');
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await page.getByText('Cảm ơn Ông/Bà đã đánh giá').waitFor();
}

async function readTheAnswer({ page }: Visitor, number: string): Promise<void> {
  await page.goto('/tra-loi');
  const item = page.locator('main li', { hasText: number });
  // The title stood in the form already: the first sentence of the summary, which here says all.
  const title = published.summary.replace(/\.$/, '');
  expect(await item.innerText()).toContain(title);
  await item.getByRole('link').first().click();
  await page.waitForURL(`/tra-loi/${number}`);
  const text = await page.locator('main').innerText();
  for (const shown of [published.summary, published.answer, procedure]) expect(text).toContain(shown);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  expect(text).toContain('Trả lời trong ngày');
  expect(indiscretions(await page.content(), confidential)).toEqual([]);
  await page.getByRole('button', { name: 'Tôi cũng gặp' }).click();
  await page.getByText('Đã đếm.').waitFor();
  await page.goto(`/tra-loi/${number}`);
  expect(await page.locator('#cung-gap').innerText()).toContain('1 người cũng gặp.');
  expect(await page.getByRole('button', { name: 'Tôi cũng gặp' }).count()).toBe(0);
}
