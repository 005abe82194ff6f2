// The list of procedures and one of them, with script and without: filters are links, ticks stay on the device.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser.ts';
import { openRunningPortal, type RunningPortal } from '../support/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => void (portal = await openRunningPortal({ CLOCK: '2026-11-20T08:30:00+07:00' })));
afterAll(() => portal.stop());

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
  expect(await rows.count()).toBe(25);
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

test('without script nothing is promised that only script can do', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/thu-tuc/1.004379');
  expect(await page.getByRole('button', { name: 'In trang này' }).count()).toBe(0);
  expect(await page.getByText('và còn đó khi Ông/Bà mở lại trang này').isVisible()).toBe(false);
  await page.locator('.choice label').first().click();
  expect(await page.locator('[data-tick]').first().isChecked()).toBe(true);
});

test('a procedure leads to its own page on the national portal, and to the hours of the counter', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/thu-tuc/1.004379');
  const national = page.getByRole('link', { name: 'Mở trang của mã này trên Cổng DVCQG' });
  expect(await national.getAttribute('href')).toBe(
    'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.004379',
  );
  const hours = page.getByRole('link', { name: 'Thêm giờ làm việc vào lịch của Ông/Bà (.ics)' });
  const answer = await fetch(portal.origin + (await hours.getAttribute('href')));
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await answer.text()).toMatch(/BEGIN:VEVENT[\s\S]*RRULE:/);
});

test('a filter of which nothing is known yet stands there all the same', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/thu-tuc');
  for (const name of ['Mức độ trực tuyến', 'Đơn vị phụ trách', 'Thời hạn giải quyết'])
    expect(
      await page.getByRole('navigation', { name: 'Lọc' }).getByText(name, { exact: true }).isVisible(),
    ).toBe(true);
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
