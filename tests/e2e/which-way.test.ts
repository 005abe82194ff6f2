// "Which way is mine" in a real browser: every story ends in a way, with and without script, and no page shuts anybody out.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor, type Visitor } from '../support/browser/browser.ts';
import { fillInButKind, lookOver, receiptOn, send } from '../support/browser/citizen.ts';
import { accessibilityFaults } from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});

type Page = Visitor['page'];
const answer = (page: Page, words: string) => page.locator('main').getByRole('link', { name: words }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const said = (page: Page) => page.locator('main section dl dd.value').allInnerTexts();
const fact = (page: Page, name: string) =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd')
    .innerText();

test.each([
  { script: 'with script', javaScriptEnabled: true },
  { script: 'without script', javaScriptEnabled: false },
])(
  'questions lead to tố cáo, which no form takes, and back again, $script',
  async ({ javaScriptEnabled }) => {
    const { page, complaints } = await openVisitor(portal.origin, { javaScriptEnabled });
    await page.goto('/phan-anh');
    expect(await heading(page)).toBe('Ông/Bà cần làm việc gì?');
    await answer(page, 'Phản ánh vướng mắc');
    await answer(page, 'Một việc làm hoặc quyết định của cơ quan, cán bộ');
    await answer(page, 'Có');
    expect(await page.getByText('Câu 4 – nhiều nhất còn 2 câu nữa').count()).toBe(1);
    await answer(page, 'Xác minh và xử lý người vi phạm');
    await page.waitForURL('/phan-anh/cach-gui/noi/viec-lam/co/xu-ly');

    expect(await heading(page)).toBe('Tố cáo');
    await page.getByText('Không gửi qua biểu mẫu phản ánh').waitFor();
    expect(await fact(page, 'Cách gửi')).toContain('Chỉ bằng đơn hoặc đến trình bày trực tiếp');
    expect(await fact(page, 'Địa chỉ nơi nhận')).toContain('Ban Tiếp công dân tỉnh Quảng Ngãi');
    expect(await fact(page, 'Thời hạn')).toContain('Xử lý ban đầu trong 07 ngày làm việc');
    expect(await fact(page, 'Căn cứ')).toContain('Nghị định số 156/2026/NĐ-CP');
    // What the office has still to find out or to compare is no reading for citizens.
    expect(await page.locator('main').innerText()).not.toMatch(
      /chưa đối chiếu|chưa có thông tin|cần bổ sung/i,
    );
    expect(await page.locator('main a[href^="/phan-anh/gui"]').count()).toBe(0);
    expect(await said(page)).toEqual([
      'Phản ánh vướng mắc, kiến nghị sửa đổi quy định, khiếu nại hoặc tố cáo',
      'Một việc làm hoặc quyết định của cơ quan, cán bộ',
      'Có',
      'Xác minh và xử lý người vi phạm',
    ]);

    await page.getByRole('link', { name: 'Sửa Ông/Bà có muốn báo' }).click();
    await page.waitForURL('/phan-anh/cach-gui/noi/viec-lam');
    await answer(page, 'Không, hoặc chưa chắc');
    await answer(page, 'Không, chỉ là làm chậm');
    expect(await heading(page)).toBe('Phản ánh về hành vi');
    await page.goBack();
    expect(await heading(page)).toContain('có trái pháp luật, xâm phạm quyền');
    await page.goForward();
    await page.getByRole('link', { name: 'Gửi phản ánh về hành vi' }).click();
    await page.waitForURL('/phan-anh/gui?loai=5.1');
    expect(await page.locator('input[name=contentCode]:checked').inputValue()).toBe('5.1');
    expect(complaints).toEqual([]);
  },
);

test('every way stands folded under its question, and a link to one opens it', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/phan-anh');
  expect(await page.locator('main details[open]').count()).toBe(0);
  await page.getByText('Ông/Bà muốn báo một người, một cơ quan vi phạm pháp luật?').click();
  await page.getByText('Biết có người nhận tiền').waitFor();
  await page.goto('/phan-anh/gui');
  await page.getByRole('link', { name: 'Xem nơi gửi và cách gửi' }).click();
  await page.waitForURL('/phan-anh#khieu-nai');
  expect(await page.locator('main details[open]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'khieu-nai',
  ]);
});

test('an address with answers that do not exist is not found', async () => {
  const response = await fetch(`${portal.origin}/phan-anh/cach-gui/noi/khong-co`);
  expect(response.status).toBe(404);
});

test.each([375, 1280])(
  'the pages have no barrier that can be measured, and fit into %i px',
  async (width) => {
    const { page } = await openVisitor(portal.origin, { viewport: { width, height: 900 } });
    for (const address of [
      '/phan-anh',
      '/phan-anh/cach-gui/noi/viec-lam/co/lam-dung/co',
      '/phan-anh/cach-gui/noi/viec-lam/co/xu-ly',
      '/phan-anh/cach-gui/noi/quy-dinh',
      '/phan-anh/cach-gui/gap',
    ]) {
      await page.goto(address);
      expect(await accessibilityFaults(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  },
);

test('before sending, anyone is told when there would be an answer, and leads on with the kind that was said', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/duong-day-nong');
  await page.getByRole('link', { name: 'Khi nào có trả lời?' }).click();
  await page.getByLabel('Nội dung muốn gửi').selectOption({ label: 'Quy định không phù hợp thực tế' });
  await page.getByLabel('Gửi vào ngày khác').fill('28-12-2026');
  await page.getByRole('button', { name: 'Tính lại' }).click();
  expect(await page.getByLabel('Gửi vào ngày khác').inputValue()).toBe('28/12/2026');
  expect(await page.locator('.lead').innerText()).toBe(
    'Gửi ngày 28/12/2026: chậm nhất ngày 19/01/2027 có trả lời.',
  );
  // A day that is over is told as one: nobody can send anything then. Saturday 10/01/2026 is worked in place of 02/01.
  await page.goto('/phan-anh/khi-nao-co-tra-loi?ngay=05/01/2026&loai=5.2');
  expect(await page.locator('.lead').innerText()).toBe(
    'Nếu đã gửi ngày 05/01/2026: chậm nhất ngày 23/01/2026 có trả lời.',
  );
  await page.getByText('Ngày này đã qua').waitFor();
  await page.goBack();
  // What was said is not asked again, here or in the form.
  expect(await page.getByLabel('Nội dung muốn gửi').count()).toBe(0);
  await page.locator('main').getByRole('link', { name: 'Gửi phản ánh, kiến nghị', exact: true }).click();
  await page.getByText('Nội dung gần nhất với: Quy định không phù hợp thực tế').waitFor();
  const back = page.getByRole('link', { name: 'Nếu gửi hôm nay, khi nào có trả lời?' });
  expect(await back.getAttribute('href')).toBe('/phan-anh/khi-nao-co-tra-loi?loai=5.2');
  expect(await page.locator('input[name=contentCode]:visible').count()).toBe(0);
});

test('from the home page the plain case is four pages, and no legal class is asked', async () => {
  const { page, complaints } = await openVisitor(portal.origin);
  const pages: string[] = [];
  page.on('framenavigated', (frame) => pages.push(new URL(frame.url()).pathname));
  await page.goto('/');
  await page.getByRole('link', { name: 'Phản ánh việc chậm trễ, phiền hà' }).click();
  await page.getByText('Bước 1/3').waitFor();
  expect(await page.locator('input[name=contentCode]:visible').count()).toBe(0);
  await page.getByText('Nội dung gần nhất với: Cán bộ, cơ quan làm chậm').waitFor();
  await fillInButKind(page);
  await lookOver(page);
  await page.getByText('Bước 2/3').waitFor();
  await page.getByText('Cán bộ, cơ quan làm chậm, gây phiền hà, làm không đúng').waitFor();
  await send(page);
  await receiptOn(page);
  expect(pages).toEqual(['/', '/phan-anh/gui', '/phan-anh/gui/xem-lai', '/phan-anh/da-gui']);
  expect(complaints).toEqual([]);
});
