// The sender's own case in a real browser, both ways, in each state that a sender can meet, without script too.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor, type Visitor } from '../support/browser/browser.ts';
import { arrivedBy, choose, lookUp } from '../support/browser/citizen.ts';
import { sharedDesk } from '../support/process/desk.ts';
import { pdf } from '../support/worlds/files.ts';
import {
  accessibilityFaults,
  foreignWords,
  outsiders,
  openDisclosures,
} from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

type Page = Visitor['page'];
type Key = { number: string; secret: string };
let portal: RunningPortal;
let desk: Awaited<ReturnType<typeof sharedDesk>>;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

const question = 'Xin cho biết số biên nhận hồ sơ.';
const asked = async () => {
  const key = await desk.caseAfter();
  await desk.take('TN', key.number, 'ask-supplement', { question });
  return key;
};
async function open(key: Key, javaScriptEnabled = true): Promise<Visitor> {
  const visitor = await openVisitor(portal.origin, { javaScriptEnabled });
  await lookUp(visitor.page, key);
  await visitor.page.waitForURL('/tra-cuu/ho-so');
  return visitor;
}
const form = (page: Page, step: string) => page.locator(`#${step}`);
const press = (page: Page, step: string) => form(page, step).locator('button').click();
const openStep = (page: Page, step: string) => form(page, step).locator('summary').first().click();
const notice = (page: Page, words: string) => page.locator('.notice.success', { hasText: words }).waitFor();
/** Ids that stand twice: a label or an error would lead to the wrong control. */
const doubled = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
/** Every line of the error summary leads to a control that can be seen and is marked as wrong. */
async function followErrors(page: Page): Promise<string[]> {
  await page.locator('.error-summary').waitFor();
  const links = await page.locator('.error-summary a').all();
  for (const link of links) {
    const id = (await link.getAttribute('href'))?.slice(1) ?? '';
    await page.locator(`[id="${id}"]`).waitFor({ state: 'visible' });
  }
  return await page.locator('.error-summary a').allInnerTexts();
}

const refused = {
  contentCode: '5.2',
  ground: 'question',
  reason: 'Đây là câu hỏi, không phải phản ánh (dữ liệu thử).',
};
const transfer = {
  contentCode: '5.2',
  agency: 'Sở Thử Nghiệm',
  documentNumber: '01/CV-THU',
  documentOn: '2026-11-20',
};
const states: [state: string, lead: () => Promise<Key>, said: string[]][] = [
  ['received', () => desk.caseAfter(), ['Đã nhận và vào sổ', 'Hạn trả lời: 14/12/2026']],
  ['awaiting-supplement', asked, [question, 'chậm nhất hết ngày 07/12/2026', 'Đồng hồ dừng từ 20/11/2026']],
  [
    'handling',
    async () => {
      const key = await desk.caseAfter('assign');
      await desk.take('LD', key.number, 'note', { note: 'Ghi chú nội bộ (thử).' });
      return key;
    },
    ['Đang xử lý', 'Lãnh đạo Sở: 1 lần'],
  ],
  [
    'extended',
    async () => {
      const key = await desk.caseAfter('assign');
      await desk.take('LD', key.number, 'extend', { days: 5, reason: 'Cần lấy ý kiến chuyên môn (thử).' });
      return key;
    },
    ['05 ngày gia hạn', 'Cần lấy ý kiến chuyên môn (thử).'],
  ],
  [
    'transferred',
    async () => {
      const key = await desk.caseAfter();
      await desk.take('CVP', key.number, 'transfer', transfer);
      return key;
    },
    ['Đã chuyển: Sở Thử Nghiệm', 'Văn bản số 01/CV-THU, ngày 20/11/2026.'],
  ],
  [
    'not-accepted',
    async () => {
      const key = await desk.caseAfter();
      await desk.take('CVP', key.number, 'reject', refused);
      return key;
    },
    ['Cơ quan không tiếp nhận và đã nêu lý do.', refused.reason],
  ],
  ['answered', () => desk.caseAfter('approve'), ['Trả lời của cơ quan', 'đánh giá sau khi']],
  ['published', () => desk.caseAfter('publish'), ['Xem bản công khai', 'Ông/Bà thấy việc trả lời thế nào?']],
];

test.each(states)('a case that is %s says why, and everything on its page is in order', async (...state) => {
  const [name, lead, said] = state;
  const { page, complaints } = await open(await lead());
  await openDisclosures(page);
  const words = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  for (const sentence of said) expect(words).toContain(sentence);
  expect(await doubled(page)).toEqual([]);
  expect(await foreignWords(page)).toEqual([]);
  for (const width of [320, 375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await outsiders(page)]).toEqual([width, []]);
    if (process.env['SHOTS'] && width > 320)
      await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${width}.png`, fullPage: true });
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test.each([true, false])('what is asked is supplied with a file, script: %s', async (javaScriptEnabled) => {
  const { page } = await open(await asked(), javaScriptEnabled);
  await form(page, 'supply').getByLabel('Thông tin bổ sung').fill('có');
  await form(page, 'supply')
    .locator('#supply-attachments')
    .setInputFiles({ name: 'bien-nhan.pdf', mimeType: 'application/pdf', buffer: pdf });
  await press(page, 'supply');
  expect(await followErrors(page)).toHaveLength(1);
  expect(await form(page, 'supply').getByLabel('Thông tin bổ sung').inputValue()).toBe('có');
  await form(page, 'supply').getByText('Tệp đã gửi lên: 1.').waitFor();
  expect(await doubled(page)).toEqual([]);
  if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/supply-error.png`, fullPage: true });
  await form(page, 'supply').getByLabel('Thông tin bổ sung').fill('Số biên nhận thử 0001.');
  await press(page, 'supply');
  await notice(page, 'Đã gửi bổ sung.');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải bien-nhan.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('bien-nhan.pdf');
});

test('the code is changed, by one press or two; the new one opens the case, the old one no longer', async () => {
  const key = await desk.caseAfter();
  const { page, context } = await open(key);
  await openStep(page, 'rotate-secret');
  await form(page, 'rotate-secret').locator('button').dblclick();
  expect(await arrivedBy(page, '#ma-tra-cuu')).toBe('/tra-cuu/ma-moi');
  // The second press may bring the same page once more.
  await page.waitForLoadState('networkidle');
  const secret = await page.locator('#ma-tra-cuu').innerText();
  expect(secret).not.toBe(key.secret);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xong, xóa mã khỏi máy này' }).click();
  await page.waitForURL('/phan-anh/da-xoa');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('ho-so');
  await lookUp(page, key);
  await page.locator('.error-summary').waitFor();
  await lookUp(page, { ...key, secret });
  await page.waitForURL('/tra-cuu/ho-so');
});

test('each smaller step is taken from its form, and said to be done', async () => {
  const { page } = await open(await desk.caseAfter(), false);
  await openStep(page, 'remark');
  await form(page, 'remark').getByLabel('Điều muốn nói thêm').fill('Hôm nay vẫn bị đòi bản giấy (thử).');
  await press(page, 'remark');
  await notice(page, 'Đã gửi thêm.');
  await openStep(page, 'correct-contact');
  await form(page, 'correct-contact').getByLabel('Địa chỉ').fill('Thôn Mới, xã Thử, tỉnh Quảng Ngãi');
  await press(page, 'correct-contact');
  expect(await followErrors(page)).toEqual(['Cần số điện thoại hoặc thư điện tử, ít nhất một.']);
  await form(page, 'correct-contact').getByLabel('Thư điện tử').fill('moi@thu.example');
  await press(page, 'correct-contact');
  await notice(page, 'Đã lưu thông tin liên hệ mới.');
  await openStep(page, 'choose-name');
  expect(await page.locator('#choose-name input:checked').inputValue()).toBe('hide');
  await choose(page, 'Được nêu tên tôi');
  await press(page, 'choose-name');
  await notice(page, 'Đã lưu cách nêu tên khi công khai.');
  await openStep(page, 'withdraw');
  await press(page, 'withdraw');
  expect(await followErrors(page)).toEqual(['Đánh dấu để xác nhận muốn rút.']);
  await choose(page, 'Tôi muốn rút phản ánh');
  await press(page, 'withdraw');
  await notice(page, 'Đã rút phản ánh, kiến nghị.');
  expect(await page.locator('details.sender-step').count()).toBe(0);
});

test('an answer is rated, and the case goes on with the earlier answer still in sight', async () => {
  const { page } = await open(await desk.caseAfter('publish'), false);
  await press(page, 'rate');
  expect(await followErrors(page)).toEqual(['Chọn một mức đánh giá.']);
  await choose(page, 'Không hài lòng');
  await press(page, 'rate');
  await notice(page, 'Cảm ơn Ông/Bà đã đánh giá.');
  await openStep(page, 'continue');
  await form(page, 'continue').getByLabel('Tình tiết mới').fill('Biểu mẫu mới vẫn yêu cầu bản giấy (thử).');
  await press(page, 'continue');
  await notice(page, 'Hồ sơ đã trở lại khâu phân loại');
  await page.getByRole('heading', { name: 'Trả lời lần trước của cơ quan' }).waitFor();
});

test('what was typed is given back when the step is over, or the case is no longer open here', async () => {
  const key = await asked();
  const { page, context } = await open(key);
  const typed = 'Số biên nhận thử 0002, viết mất công (thử).';
  const other = await open(key);
  await form(other.page, 'supply').getByLabel('Thông tin bổ sung').fill('Số biên nhận thử 0001.');
  await press(other.page, 'supply');
  await notice(other.page, 'Đã gửi bổ sung.');
  await form(page, 'supply').getByLabel('Thông tin bổ sung').fill(typed);
  await press(page, 'supply');
  await page.getByText(typed).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await openStep(page, 'remark');
  await form(page, 'remark').getByLabel('Điều muốn nói thêm').fill(typed);
  await context.clearCookies();
  await press(page, 'remark');
  await page.getByRole('heading', { level: 1, name: 'Hồ sơ không còn mở trên máy này' }).waitFor();
  await page.getByText(typed).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
