// The public figures as a visitor sees them: readable, light, without script, and downloadable to be recomputed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recompute } from '../recompute.ts';
import { nextVisitor, openVisitor } from '../support/browser/browser.ts';
import { publication } from '../support/portal/crew.ts';
import { openDesk } from '../support/process/desk.ts';
import { eventually } from '../support/run/eventually.ts';
import { inspect, type Scene } from '../support/browser/page-promises.ts';
import { openRunningPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await openRunningPortal({ CLOCK: '2026-11-20T08:30:00+07:00' });
  expect(await homeTells()).toEqual([]);
  const empty = await openVisitor(portal.origin);
  await empty.page.goto('/so-lieu');
  await empty.page.getByText('Kỳ này chưa có phản ánh, kiến nghị nào').waitFor();
  const desk = await openDesk(portal);
  for (const last of [undefined, 'accept', 'approve', 'publish', 'publish']) await desk.caseAfter(last);
  await eventually('the figures have followed', async () => {
    const { total } = (await (await fetch(`${portal.origin}/api/statistics`)).json()) as {
      total: { received: number; publishedOnTime: number };
    };
    return total.received === 5 && total.publishedOnTime === 2;
  });
});
afterAll(() => portal.stop());

/** What the living part of the first page says, line by line. */
async function homeTells(): Promise<string[]> {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await page.getByRole('heading', { name: 'Đường dây nóng, nơi tiếp nhận' }).waitFor();
  return (await page.locator('.now li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

const scenes: Scene[] = [
  { name: 'figures-year', to: '/so-lieu' },
  { name: 'figures-month', to: '/so-lieu?ky=2026-11' },
  { name: 'figures-empty', to: '/so-lieu?ky=2025' },
];
test.each(scenes)('$name keeps what every page promises', async (scene) =>
  inspect(scene, await nextVisitor(portal.origin)),
);

test('without script it shows the same numbers, each chart named and with its table', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/so-lieu?ky=2026');
  const row = page.getByRole('row').filter({ hasText: 'Đã trả lời' }).first();
  expect((await row.innerText()).replace(/\s+/g, ' ')).toBe(
    'Đã trả lời 3 đúng hạn 3 trên 3, quá hạn 0 trên 3',
  );
  const chart = page.getByRole('img', { name: 'Nhận mới và trả lời từng tháng, năm 2026' });
  expect(await chart.count()).toBe(1);
  expect(await page.locator('figure table').count()).toBe(await page.locator('figure svg').count());
  expect(await page.locator('[style]').count()).toBe(0);
  await page.getByRole('link', { name: 'Tháng 11/2026' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('tháng 11/2026');
});

test('the first page tells the same of the month, and of answers those that are public', async () => {
  expect(await homeTells()).toEqual([
    '3 phản ánh, kiến nghị đã được trả lời',
    '3 trên 3 trả lời đúng hạn',
    '2 đang xử lý ngày 20/11/2026',
    ...Array(2).fill(`${publication.title} Công khai ngày 20/11/2026 · trả lời trong ngày`),
  ]);
  const { page } = await openVisitor(portal.origin);
  await page.goto('/');
  await page.getByRole('link', { name: 'Xem từng con số' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('tháng 11/2026');
  expect((await fetch(`${portal.origin}/trang-dau/hom-nay`)).status).toBe(404);
});

test('the file that it links to gives its numbers again', async () => {
  const answer = await fetch(`${portal.origin}/du-lieu/ho-so.jsonl`);
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const { total, openAtEnd } = recompute(await answer.text(), '2026-11', '2026-11');
  expect([total['received'], total['answered'], total['publishedOnTime'], openAtEnd]).toEqual([5, 3, 2, 2]);
});
