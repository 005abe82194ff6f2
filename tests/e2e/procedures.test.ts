// The list of procedures and one of them, with script and without: filters are links, ticks stay on the device.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { fontsReady, inOwnFonts } from '../support/browser/own-fonts.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => void (portal = await sharedPortal()));

const modes = [{ javaScriptEnabled: true }, { javaScriptEnabled: false }];

test.each(modes)('each filter says how many it leaves, and leaves as many: %j', async (mode) => {
  const { page } = await openVisitor(portal.origin, mode);
  await page.goto('/thu-tuc');
  const rows = page.locator('main li a[href^="/thu-tuc/"]:not([href*="/loc"])');
  expect(await rows.count()).toBe(50);
  await page.getByRole('link', { name: 'Bưu chính 7' }).click();
  await page.waitForURL('/thu-tuc/loc?linh-vuc=buu-chinh');
  expect(await rows.count()).toBe(7);
  await page.getByRole('link', { name: 'Bỏ lọc Lĩnh vực: Bưu chính' }).click();
  await page.waitForURL('/thu-tuc');
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await page.waitForURL('/thu-tuc/loc?trang=2');
  expect(await rows.count()).toBe(23);
  await page.getByRole('link', { name: 'Tất cả 81' }).click();
  await page.waitForURL('/thu-tuc/loc?trang-thai=tat-ca');
  expect(await page.locator('.total').innerText()).toBe('81 thủ tục, trang 1 trên 2');
});

test('ticks stay on the device until they are taken away', async () => {
  const { page, addresses } = await openVisitor(portal.origin);
  const tick = page.locator('[data-tick]').first();
  const clear = page.getByRole('button', { name: 'Bỏ mọi dấu tích' });
  await page.goto('/thu-tuc/1.004379');
  expect(await clear.isVisible()).toBe(false);
  const asked = addresses.length;
  await page.locator('.choice label').first().click();
  expect(await tick.isChecked()).toBe(true);
  expect(addresses.slice(asked)).toEqual([]);
  await page.reload();
  expect(await tick.isChecked()).toBe(true);
  await clear.click();
  await page.reload();
  expect(await tick.isChecked()).toBe(false);
});

test('a question on the first screen leads to its part and unfolds it, as often as it is asked', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/thu-tuc/1.014445');
  const part = page.locator('#thoi-han');
  for (let time = 0; time < 2; time += 1) {
    await page.getByRole('link', { name: 'Bao lâu' }).click();
    expect(await part.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
    await part.locator('summary').click();
    expect(await part.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
  }
});

test('without script nothing is promised that only script can do', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/thu-tuc/1.004379');
  expect(await page.getByRole('button', { name: 'In một trang' }).count()).toBe(0);
  expect(await page.getByText('và còn đó khi Ông/Bà mở lại trang này').isVisible()).toBe(false);
  await page.locator('.choice label').first().click();
  expect(await page.locator('[data-tick]').first().isChecked()).toBe(true);
});

test('a procedure leads to its own page on the national portal, and tells no hours that nobody has verified', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/thu-tuc/1.004379');
  const national = page.getByRole('link', { name: 'Xem trên Cổng Dịch vụ công quốc gia' });
  expect(await national.getAttribute('href')).toBe(
    'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.004379',
  );
  // Nobody has verified the hours of the counter: they are not told.
  await page.getByText('Cơ quan giải quyết').click();
  expect(await page.getByText('07h00').count()).toBe(0);
});

test('the first screen of a telephone answers the four questions and leads to the way to lodge', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.setViewportSize({ width: 375, height: 740 });
  await inOwnFonts(page);
  await page.goto('/thu-tuc/1.005442');
  await fontsReady(page);
  expect(await page.locator('main dl').first().innerText()).toMatch(
    /Cần giấy tờ gì\s+2 loại giấy tờ\s+Nộp ở đâu\s+Trực tuyến; tại Trung tâm Phục vụ hành chính công; qua bưu chính\s+Bao lâu\s+07 ngày làm việc\s+Bao nhiêu\s+500\.000 đồng/,
  );
  const lodge = page.getByRole('link', { name: 'Nộp trên Cổng Dịch vụ công quốc gia' });
  const box = await lodge.boundingBox();
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
  const order = await page.evaluate(() =>
    ['Nộp trên Cổng', 'Giấy đề nghị cấp lại', 'Phản ánh về thủ tục này'].map((words) =>
      [...document.querySelectorAll('main a, main label')].findIndex((one) =>
        one.textContent.trim().startsWith(words),
      ),
    ),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test('what nobody knows is one line that names whom to ask, and one that lists the empty parts', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/thu-tuc/2.002724');
  const main = page.locator('main');
  expect(await main.locator('dl').first().innerText()).toMatch(
    /Cần giấy tờ gì, bao lâu, bao nhiêu\s+Hỏi Trung tâm Phục vụ hành chính công/,
  );
  expect(await main.getByText('Chưa có trên cổng:').count()).toBe(1);
  expect(await main.innerText()).not.toContain('Chưa có thông tin');
  expect(await main.getByText('Sở chưa xác nhận').count()).toBe(1);
});

test('a replaced procedure leads to the one in its place, and offers no complaint as what to do', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/thu-tuc/cap-giay-chung-nhan-doanh-nghiep-khoa-hoc-va-cong-nghe');
  expect(await page.locator('main .button').allInnerTexts()).toEqual(['Xem thủ tục thay thế']);
  await page.getByRole('link', { name: 'Xem thủ tục thay thế' }).click();
  await page.waitForURL('/thu-tuc/1.014445');
});

test('the longest checklist prints on one page of A4', async () => {
  const { page } = await openVisitor(portal.origin);
  for (const slug of [
    'cap-giay-phep-cong-viec-buc-xa-x-quang-chan-doan-trong-y-te',
    'cap-giay-phep-buu-chinh-cap-tinh',
    'cap-lai-giay-chung-nhan-hoat-dong-cho-van-phong-dai-dien-chi-nhanh',
  ]) {
    await page.goto(`/thu-tuc/${slug}`);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, slug).toBe(1);
  }
});

test('a filter stands there where there is something to choose', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/thu-tuc');
  const shown = (name: string) =>
    page.getByRole('navigation', { name: 'Lọc' }).getByText(name, { exact: true }).isVisible();
  for (const name of ['Mức độ trực tuyến', 'Thời hạn giải quyết']) expect(await shown(name)).toBe(true);
  // No procedure has its unit written down: one choice is none.
  expect(await shown('Đơn vị phụ trách')).toBe(false);
});

test('search engines read a procedure in use as a service of the department, an ended one as none', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  const told = page.locator('script[type="application/ld+json"]');
  await page.goto('/thu-tuc/1.004379');
  expect(JSON.parse((await told.textContent()) ?? '')).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    identifier: '1.004379',
    serviceType: 'Bưu chính',
    provider: { '@type': 'GovernmentOrganization' },
    offers: { '@type': 'Offer', price: 500000, priceCurrency: 'VND' },
  });
  await page.goto('/thu-tuc/2.002131');
  expect(await told.count()).toBe(0);
});

test('a procedure has a feed of its own changes, whole also before the first', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/thu-tuc/1.014446');
  const href = '/thu-tuc/1.014446/thay-doi.xml';
  expect(await page.locator('link[type="application/atom+xml"]').getAttribute('href')).toBe(href);
  expect(
    await page.getByRole('link', { name: 'Theo dõi thay đổi bằng trình đọc tin' }).getAttribute('href'),
  ).toBe(href);
  const told = await page.evaluate(async (address) => {
    const answer = await fetch(address);
    const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
    return [
      answer.headers.get('content-type'),
      feed.documentElement.namespaceURI,
      feed.querySelector('title')?.textContent,
      feed.querySelectorAll('feed > id, feed > updated').length,
    ];
  }, href);
  expect(told).toEqual([
    'application/atom+xml; charset=utf-8',
    'http://www.w3.org/2005/Atom',
    'Thay đổi của thủ tục: Thủ tục cấp thay đổi nội dung, cấp lại Giấy chứng nhận doanh nghiệp khoa học và công nghệ (Nghị định số 268/2025/NĐ-CP)',
    2,
  ]);
  expect((await fetch(`${portal.origin}/thu-tuc/9.999999/thay-doi.xml`)).status).toBe(404);
});
