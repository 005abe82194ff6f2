// The form without a line: kept when asked, its letters sent once however the line breaks, all gone by one button.
import { rowsSaying } from '../support/portal/encrypted-column.ts';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { choose, citizen, fillIn, lookOver, lookUp } from '../support/browser/citizen.ts';
import { accessibilityFaults, unmarkedVietnamese } from '../support/browser/inspection.ts';
import { type Fate, openLine } from '../support/process/line.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { pdf } from '../support/worlds/files.ts';

let portal: RunningPortal;
let line: Awaited<ReturnType<typeof openLine>>;
beforeAll(async () => {
  portal = await sharedPortal();
});
afterEach(() => line.close());

type Page = Awaited<ReturnType<typeof openVisitor>>['page'];
const visit = async () => {
  line = await openLine(portal.origin);
  return await openVisitor(line.origin);
};
const keepButton = (page: Page) => page.getByRole('button', { name: 'Giữ biểu mẫu này trên máy' });
const waiting = (page: Page) => page.locator('[data-offline-list] .waiting');
/** Presses “Gửi ngay” where it still stands: the page may have seen by itself that the line is back. */
const sendNow = (page: Page) => press(page, 'Gửi ngay');
const press = (page: Page, words: string) =>
  page.evaluate((said) => {
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-offline-list] button'))
      if (button.textContent?.startsWith(said)) button.click();
  }, words);
/** In a tab: has the turn to send, of all tabs, until it is told that all is sent. */
const sendUntilTold = () =>
  new Promise<void>((resolve) => {
    void navigator.locks.request('gui-phieu-cho', async () => {
      resolve();
      await new Promise((sent) => {
        addEventListener('sent', sent, { once: true });
      });
    });
  });
/** Nothing of it on the device: no worker, no page, no letter, no key. */
const left = (page: Page) =>
  page.evaluate(async () => {
    return {
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
      stores: (await indexedDB.databases()).map(({ name }) => name),
      marks: Object.keys(localStorage),
    };
  });
const nothing = { workers: 0, caches: [], stores: [], marks: [] };
/** The cases in the register that say this. */
const inRegister = (body: string) =>
  portal.onDatabase(
    async (client) =>
      (
        await client.query<{ number: string; files: number }>(
          `select number, (select count(*)::int from attachments where case_id = cases.id) as files
           from cases where id = any($1::uuid[])`,
          [await rowsSaying(client, portal.dataDir, 'case_contents.body', body)],
        )
      ).rows,
  );

/** A form that is kept, opened again without a line, filled in and left to wait. */
async function waitingLetter(
  page: Page,
  body: string,
  { file = false, phone = citizen.phone as string } = {},
) {
  await page.goto('/phan-anh/gui');
  await keepButton(page).click();
  await page.getByText('Đã giữ. Khi mất mạng').waitFor();
  line.set('cut');
  await page.goto('/phan-anh/gui');
  await fillIn(page);
  await page.getByLabel('Việc đã xảy ra').fill(body);
  await page.getByLabel('Số điện thoại', { exact: true }).fill(phone);
  if (file)
    await page.setInputFiles('#attachments', { name: 'giay.pdf', mimeType: 'application/pdf', buffer: pdf });
  await lookOver(page);
  await page.getByRole('alert').getByText('Không có mạng nên chưa gửi gì.').waitFor();
  await page.getByRole('button', { name: 'Giữ lại, gửi khi có mạng' }).click();
  await waiting(page).waitFor();
}

test('nothing is kept before it is asked for; kept, the form opens without a line, in its own clothes', async () => {
  const { page } = await visit();
  await page.goto('/phan-anh/gui');
  await keepButton(page).waitFor();
  expect(await left(page)).toEqual(nothing);
  // A browser asks for a new worker at every visit, never an old copy of its own.
  const worker = await page.request.get('/phan-anh/giu-bieu-mau.js');
  expect(worker.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/javascript; charset=utf-8',
  });
  const face = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontFamily);
  const before = await face();
  await keepButton(page).click();
  await page.getByText('Đã giữ. Khi mất mạng').waitFor();
  // The button is gone: whoever pressed it by the keys stands at the one that takes its place, not at the top of the page.
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-clear'))).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
  line.set('cut');
  await page.goto('/phan-anh/gui');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Gửi phản ánh, kiến nghị');
  expect(await face()).toBe(before);

  // What is missing is said at once, and nothing is left to wait.
  await page.getByLabel('Việc đã xảy ra').fill('Thiếu gần hết.');
  await lookOver(page);
  await page.getByRole('alert').getByText('phiếu còn thiếu').waitFor();
  expect(await page.getByRole('button', { name: 'Giữ lại, gửi khi có mạng' }).isVisible()).toBe(false);
  expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe('Thiếu gần hết.');

  // With a line the portal's own page comes, with what waits there of this browser.
  line.set('through');
  await page.goto('/phan-anh/gui');
  await page.getByLabel('Việc đã xảy ra').fill('Viết khi có mạng.');
  await lookOver(page);
  await page.locator('.error-summary').waitFor();
  await page.goto('/phan-anh/gui');
  expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe('Viết khi có mạng.');
  line.set('cut');
  await page.goto('/phan-anh/gui');
  expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Xóa biểu mẫu và mọi phiếu' }).click();
  await page.getByText('Đã xóa biểu mẫu và mọi phiếu khỏi máy này.').waitFor();
  expect(await left(page)).toEqual(nothing);
});

const posts = (path: string, fate: Fate) => (method: string, asked: string) =>
  method === 'POST' && asked === path ? fate : 'through';

test.each([
  ['before the letter arrives', posts('/api/cases', 'cut'), 0],
  ['after the portal took it, before its answer', posts('/api/cases', 'answer-lost'), 1],
  ['before the file arrives', posts('/api/uploads', 'cut'), 0],
  ['after the portal took the file', posts('/api/uploads', 'answer-lost'), 0],
])('a letter with a file becomes one case when the line breaks %s', async (what, fate, taken) => {
  const { page, addresses } = await visit();
  const body = `Viết khi mất mạng, ${what} (dữ liệu thử).`;
  await waitingLetter(page, body, { file: true });
  await waiting(page).getByText('đang chờ mạng trên máy này').waitFor();
  const kept = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('phieu-cho-gui');
        opening.onsuccess = () => {
          const all = opening.result.transaction('letters').objectStore('letters').getAll();
          all.onsuccess = () =>
            resolve(
              (all.result as { bytes: ArrayBuffer }[])
                .map(({ bytes }) => new TextDecoder().decode(bytes) + Object.keys(all.result[0]).join())
                .join(),
            );
        };
      }),
  );
  for (const word of [citizen.name, 'mất mạng', 'giay.pdf']) expect(kept).not.toContain(word);

  // The line is there, and breaks at this one point; the page is closed and opened meanwhile.
  line.set(fate);
  await page.goto('/phan-anh/gui');
  await page.getByRole('button', { name: 'Gửi ngay' }).waitFor();
  await expect
    .poll(() => addresses.filter((address) => /\/api\/(cases|uploads)$/.test(address)).length)
    .toBeGreaterThan(0);
  await expect.poll(async () => (await inRegister(body)).length).toBe(taken);
  if (what.includes('letter') || taken)
    await waiting(page).getByText('chưa rõ Sở đã nhận hay chưa').waitFor();
  line.set('cut');
  await page.goto('/phan-anh/gui');
  await waiting(page).waitFor();

  line.set('through');
  await sendNow(page);
  await waiting(page).getByText('Sở đã nhận lúc').waitFor();
  const [found, ...more] = await inRegister(body);
  expect([found?.files, more]).toEqual([1, []]);
  const words = await waiting(page).innerText();
  expect(words).toContain(`mã hồ sơ ${found?.number}`);
  const secret = /giữ kín\): (\S+)\. Hạn trả lời \d\d\/\d\d\/\d{4}\./.exec(words)?.[1] ?? '';
  // Opened once more, nothing is sent again.
  await page.goto('/phan-anh/gui');
  await waiting(page).getByText('Sở đã nhận lúc').waitFor();
  expect(await inRegister(body)).toHaveLength(1);
  await page.getByRole('button', { name: 'Đã ghi lại hai mã, xóa khỏi máy này' }).click();
  await expect.poll(() => waiting(page).count()).toBe(0);
  await lookUp(page, { number: found?.number ?? '', secret });
  await page.getByText(body).first().waitFor();
});

test('tabs that see the line come back send one letter, and none takes away what another is sending', async () => {
  const { page, context } = await visit();
  const body = 'Viết khi mất mạng, nhiều thẻ (dữ liệu thử).';
  const sender = await context.newPage();
  await sender.goto('/phan-anh/gui');
  await sender.evaluate(sendUntilTold);
  await waitingLetter(page, body);
  const [other, old] = [await context.newPage(), await context.newPage()];
  for (const tab of [other, old]) {
    await tab.goto('/phan-anh/gui');
    await waiting(tab).waitFor();
  }
  for (const words of ['Xóa phiếu này', 'Bấm lần nữa để xóa']) await press(old, words);
  line.set('through');
  await Promise.all([page, other].map(sendNow));
  await sender.evaluate(() => dispatchEvent(new Event('sent')));
  for (const tab of [page, other, old]) await waiting(tab).getByText('Sở đã nhận lúc').waitFor();
  expect(await inRegister(body)).toHaveLength(1);
  const clear = page.locator('[data-clear]');
  await clear.click();
  await page.getByText('Bấm lần nữa để xóa cả mã của 1 hồ sơ, không xem lại được').waitFor();
  expect(await waiting(page).count()).toBe(1);
});

test('what the portal refuses is said, and comes back into the form; nothing unsent goes by one press', async () => {
  const { page } = await visit();
  const body = 'Viết khi mất mạng, số sai (dữ liệu thử).';
  await waitingLetter(page, body, { phone: 'không có' });
  line.set('through');
  await sendNow(page);
  await waiting(page).getByText('Sở chưa nhận phiếu').waitFor();
  expect(await waiting(page).innerText()).toContain('Số điện thoại chưa đúng');
  expect(await inRegister(body)).toEqual([]);
  await page.getByRole('button', { name: 'Lấy lại vào biểu mẫu để sửa' }).click();
  expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe(body);
  expect(await page.getByLabel('Họ và tên, hoặc tên tổ chức').inputValue()).toBe(citizen.name);
  const clear = page.locator('[data-clear]');
  await clear.click();
  await page.getByText('Bấm lần nữa để xóa cả 1 phiếu chưa gửi').waitFor();
  expect(await waiting(page).count()).toBe(1);
  await clear.click();
  await page.getByText('Đã xóa biểu mẫu và mọi phiếu khỏi máy này.').waitFor();
  expect(await left(page)).toEqual(nothing);
});

test('an English form that is kept stays English without a line, and its letter is sent in English', async () => {
  const { page } = await visit();
  const body = 'Viết khi mất mạng, biểu mẫu tiếng Anh (dữ liệu thử).';
  await page.goto('/en/feedback');
  await page.getByRole('button', { name: 'Keep this form on the device' }).click();
  await page.getByText('Kept. Without a connection').waitFor();
  line.set('cut');
  await page.goto('/en/feedback');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await unmarkedVietnamese(page)).toEqual([]);
  const lookItOver = () => page.getByRole('button', { name: 'Look it over before sending' }).click();
  await lookItOver();
  await page.getByRole('alert').getByText('There is no connection, and something is missing:').waitFor();
  expect(await unmarkedVietnamese(page)).toEqual([]);
  await choose(page, 'A rule does not fit reality');
  await page.getByLabel('What happened', { exact: true }).fill(body);
  await choose(page, 'Organisation or company');
  await page.getByLabel('Full name, or name of the organisation').fill('Trial Company');
  await page.getByLabel('Address', { exact: true }).fill('1 Trial Street');
  await page.getByLabel('Telephone', { exact: true }).fill('none');
  await choose(page, 'I have read the notice');
  await lookItOver();
  await page.getByRole('button', { name: 'Keep it, send it when there is a connection' }).click();
  await waiting(page).waitFor();
  expect(await unmarkedVietnamese(page)).toEqual([]);

  // What is not sent is not deleted by “Done”: it is said, and is there afterwards.
  line.set('through');
  const other = await page.context().newPage();
  await other.goto('/en/feedback/removed');
  await other.getByText('Not sent yet, or not known to be: 1.').waitFor();
  expect(await unmarkedVietnamese(other)).toEqual([]);
  await page.goto('/en/feedback');
  await waiting(page).getByText('was not accepted').waitFor();
  expect(await waiting(page).innerText()).toContain('The telephone number is not right.');
  expect(await unmarkedVietnamese(page)).toEqual([]);
  await page.getByRole('button', { name: 'Put it back into the form to correct it' }).click();
  await page.getByLabel('Telephone', { exact: true }).fill('+49 30 1234567');
  line.set('cut');
  await lookItOver();
  await page.getByRole('button', { name: 'Keep it, send it when there is a connection' }).click();
  await expect.poll(() => waiting(page).count()).toBe(2);
  line.set('through');
  await page.goto('/en/feedback');
  await waiting(page).getByText('Received at').waitFor();
  const { rows } = await portal.onDatabase(async (client) =>
    client.query<{ language: string }>(`select language from case_senders where case_id = any($1::uuid[])`, [
      await rowsSaying(client, portal.dataDir, 'case_contents.body', body),
    ]),
  );
  expect(rows).toEqual([{ language: 'en' }]);

  // Of the two, the one that is in the register goes; the refused one stays, and the form as the way to it.
  await expect
    .poll(async () => {
      await other.goto('/en/feedback/removed');
      await other.getByText('Not sent yet, or not known to be: 1.').waitFor();
      return await other.locator('[data-left=unseen]').isVisible();
    })
    .toBe(false);
  await page.goto('/en/feedback');
  await expect.poll(() => waiting(page).count()).toBe(1);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('button', { name: 'Press again to delete it' }).click();
  await expect.poll(() => waiting(page).count()).toBe(0);
  await other.goto('/en/feedback/removed');
  await other.getByText('The form that was kept').waitFor();
  expect(await left(other)).toEqual(nothing);
});

/** From now on the page gets this answer to its letter, as from a network between it and the portal, or from the portal. */
const answerWith = (page: Page, status: number, type: string, body: string) =>
  page.evaluate(
    ([status, type, body]) => {
      const own = window.fetch.bind(window);
      delete document.documentElement.dataset['answered'];
      window.fetch = (asked, ...rest) => {
        if (asked !== '/api/cases') return own(asked, ...rest);
        document.documentElement.dataset['answered'] = '1';
        return Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));
      };
    },
    [status, type, body] as const,
  );

test('a log-in page of the network is no answer; what the register has already is said to be there', async () => {
  const { page } = await visit();
  await waitingLetter(page, 'Viết khi mất mạng, mã đã đổi (dữ liệu thử).');
  // The page's own first attempt is over: it would go through a line that is back by now.
  const isUnsure = waiting(page).getByText('chưa rõ Sở đã nhận hay chưa');
  await isUnsure.waitFor();
  await answerWith(page, 403, 'application/json', '{"login":"required"}');
  line.set('through');
  await sendNow(page);
  await page.waitForSelector('html[data-answered]', { state: 'attached' });
  await isUnsure.waitFor();
  await answerWith(page, 409, 'application/problem+json', '{"code":"key-reused"}');
  await sendNow(page);
  await waiting(page).getByText('từ trước; mã tra cứu lúc đó không xem lại được ở đây.').waitFor();
  expect(await waiting(page).getByRole('button').allInnerTexts()).toEqual(['Đã đọc, xóa khỏi máy này']);
  await page.getByRole('button', { name: 'Đã đọc, xóa khỏi máy này' }).click();
  await expect.poll(() => waiting(page).count()).toBe(0);
});
