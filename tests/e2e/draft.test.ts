// The draft of a letter: kept in the browser only when asked, without the person, and gone when sent. And what was answered before.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor, type Visitor } from '../support/browser/browser.ts';
import {
  choose,
  citizen,
  fillIn,
  lookOver,
  receiptOn,
  send,
  submitCase,
} from '../support/browser/citizen.ts';
import { accessibilityFaults } from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

const key = 'ban-nhap-phan-anh';
let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});

type Page = Visitor['page'];
const box = (page: Page) => page.getByLabel('Giữ bản nháp trên máy này');
const body = (page: Page) => page.getByLabel('Việc đã xảy ra');
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const note = (page: Page) => page.locator('[data-draft-note]');

test('nothing is kept unless the box is ticked, and unticking takes it away', async () => {
  const { page, complaints } = await openVisitor(portal.origin);
  await page.goto('/phan-anh/gui');
  expect(await box(page).isChecked()).toBe(false);
  await body(page).fill(citizen.body);
  expect(await kept(page)).toBeNull();
  await choose(page, 'Giữ bản nháp');
  expect(await kept(page)).toContain(citizen.body);
  await choose(page, 'Giữ bản nháp');
  await page.getByText('Đã xóa bản nháp khỏi máy này.').waitFor();
  expect(await kept(page)).toBeNull();
  expect(await body(page).inputValue()).toBe(citizen.body);
  expect(complaints).toEqual([]);
});

test('a kept draft comes back with a note, without the person, and goes when it was sent', async () => {
  const { page, complaints } = await openVisitor(portal.origin);
  await page.goto('/phan-anh/gui');
  await choose(page, 'Giữ bản nháp');
  await fillIn(page);
  const draft = await kept(page);
  for (const personal of [citizen.name, citizen.address, citizen.phone, citizen.email])
    expect(draft).not.toContain(personal);

  await page.goto('/phan-anh/gui');
  await note(page).getByText('Đã điền lại bản nháp lưu trên máy này lúc').waitFor();
  expect(await body(page).inputValue()).toBe(citizen.body);
  expect(await page.locator('input[name=contentCode]:checked').inputValue()).toBe('5.2');
  expect(await page.getByLabel('Họ và tên, hoặc tên tổ chức').inputValue()).toBe('');
  expect(await accessibilityFaults(page)).toEqual([]);

  await fillIn(page);
  await lookOver(page);
  expect(await kept(page)).toContain(citizen.body);
  await send(page);
  await receiptOn(page);
  await expect.poll(() => kept(page)).toBeNull();
  await page.goto('/phan-anh/gui');
  expect(await body(page).inputValue()).toBe('');
  expect(complaints).toEqual([]);
});

test('a draft can be dropped for another letter, and one begun after sending is not lost', async () => {
  const { page } = await openVisitor(portal.origin);
  await submitCase(page);
  await page.goto('/phan-anh/gui');
  await choose(page, 'Giữ bản nháp');
  await body(page).fill('Một việc khác, viết dở (dữ liệu thử).');
  await page.goto('/phan-anh/da-gui');
  await page.locator('#ma-ho-so').waitFor();
  expect(await kept(page)).toContain('viết dở');

  await page.goto('/phan-anh/gui?thu-tuc=1.014445');
  expect(await body(page).inputValue()).toContain('viết dở');
  await page.getByRole('button', { name: 'Xóa bản nháp, viết việc khác' }).click();
  expect(await kept(page)).toBeNull();
  expect(await body(page).inputValue()).toBe('');
  expect(await page.getByLabel('Thủ tục hành chính liên quan').inputValue()).toBe('1.014445');
});

test('a draft older than seven days is not shown to anybody', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/phan-anh/gui');
  await page.evaluate(
    ([name, savedAt]) => localStorage.setItem(name, JSON.stringify({ savedAt, values: { body: 'Cũ' } })),
    [key, Date.now() - 7 * 24 * 3_600_000] as const,
  );
  await page.goto('/phan-anh/gui');
  expect(await body(page).inputValue()).toBe('');
  expect(await kept(page)).toBeNull();
});

test('without script there is no box and no note', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/phan-anh/gui');
  expect(await box(page).isVisible()).toBe(false);
  expect(await note(page).isVisible()).toBe(false);
});

test.each([
  { script: 'with script', javaScriptEnabled: true },
  { script: 'without script', javaScriptEnabled: false },
])('answers about the like are offered before sending, and sending stays open, $script', async (mode) => {
  const { page } = await openVisitor(portal.origin, mode);
  const before = await submitCase(page);
  await publishAs(before.number, 'Phản ánh việc vẫn đòi bản giấy của biểu mẫu khi đã nộp trực tuyến.');

  // Another letter: the same words from the same browser would be given the same receipt again.
  await page.goto('/phan-anh/gui');
  await fillIn(page);
  await page.getByLabel('Ông/Bà mong cơ quan làm gì').fill('Mong cơ quan sửa biểu mẫu này (dữ liệu thử).');
  await lookOver(page);
  const offered = page.locator('section', {
    has: page.getByRole('heading', { name: 'Có thể đã có trả lời' }),
  });
  const item = offered.locator('li', { has: page.locator(`a[href="/tra-loi/${before.number}"]`) });
  expect(await item.innerText()).toContain(
    'cùng loại nội dung: Quy định không phù hợp thực tế; trùng các từ: ',
  );
  expect(await item.innerText()).toContain('đòi bản giấy');
  if (mode.javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
  await send(page);
  expect((await receiptOn(page)).number).not.toBe(before.number);
});

/** Publishes an answer to a case at once; how staff do it has its own test. */
async function publishAs(number: string, summary: string): Promise<void> {
  await portal.onDatabase((client) =>
    client.query(
      `insert into published_answers
         (case_id, number, track, content_code, summary, answer, outcome, received_on, answered_on, published_at, publisher_id)
       select id, number, 'rule', '5.2', $2, 'Trả lời thử.', 'explain', '2026-11-20', '2026-11-20', received_at, 'thu'
       from cases where number = $1`,
      [number, summary],
    ),
  );
}
