// What holds for every kind of page, at the width of a telephone and of a desk.
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser.ts';
import { fillIn, lookOver, lookUp, submitCase } from '../support/citizen.ts';
import { openDesk } from '../support/desk.ts';
import {
  accessibilityFaults,
  foreignWords,
  outsiders,
  unfold,
  unmarkedFocus,
  weightOf,
} from '../support/inspection.ts';
import { take } from '../support/officer.ts';
import { openRunningPortal, type RunningPortal } from '../support/running-portal.ts';

const maxBytes = 60_000;

let portal: RunningPortal;
let desk: Awaited<ReturnType<typeof openDesk>>;
const cases: Record<
  'fresh' | 'assigned' | 'approving' | 'answered' | 'published',
  { number: string; secret: string }
> = {} as never;
beforeAll(async () => {
  portal = await openRunningPortal({ CLOCK: '2026-11-20T08:30:00+07:00' });
  desk = await openDesk(portal);
  cases.fresh = await desk.caseAfter();
  cases.assigned = await desk.caseAfter('assign');
  cases.approving = await desk.caseAfter('submit-reply');
  cases.answered = await desk.caseAfter('approve');
  cases.published = await desk.caseAfter('publish');
});
afterAll(() => portal.stop());

type Who = Parameters<typeof desk.as>[0];
type Scene = {
  name: string;
  /** Leads to the page; an address alone is visited. */
  to: string | ((page: Page) => Promise<unknown>);
  as?: Who;
  /** The answer's status where it is a refusal; the browser notes it in its console. */
  refusal?: number;
  /** The focus starts at the error summary, not at the top. */
  startsAtSummary?: boolean;
  /** Names of programs' fields stand on it. */
  isTechnical?: boolean;
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const caseOf = (kind: keyof typeof cases) => (page: Page) => page.goto(`/can-bo/ho-so/${cases[kind].number}`);

const scenes: Scene[] = [
  { name: 'home', to: '/' },
  { name: 'procedures', to: '/thu-tuc' },
  { name: 'procedure', to: '/thu-tuc/1.014445' },
  { name: 'procedure-superseded', to: '/thu-tuc/2.002131' },
  { name: 'found', to: '/thu-tuc/tim?q=buu+chinh' },
  { name: 'found-nothing', to: '/thu-tuc/tim?q=kh%C3%B4ng+c%C3%B3+g%C3%AC' },
  { name: 'hotline', to: '/duong-day-nong' },
  { name: 'ways', to: '/phan-anh' },
  { name: 'form', to: '/phan-anh/gui?thu-tuc=1.014445' },
  {
    name: 'form-refused',
    async to(page) {
      await page.goto('/phan-anh/gui');
      await lookOver(page);
      await page.locator('.error-summary').waitFor();
    },
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'look-over',
    async to(page) {
      await page.goto('/phan-anh/gui');
      await fillIn(page);
      await lookOver(page);
      await heading(page, 'Xem lại trước khi gửi');
    },
  },
  { name: 'receipt', to: submitCase },
  { name: 'look-up', to: '/tra-cuu' },
  {
    name: 'look-up-refused',
    async to(page) {
      await lookUp(page, { number: 'PAKN-2026-999999', secret: 'ABC' });
      await page.locator('.error-summary').waitFor();
    },
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'own-case',
    async to(page) {
      await lookUp(page, cases.fresh);
      await page.waitForURL('/tra-cuu/ho-so');
    },
  },
  {
    name: 'own-case-answered',
    async to(page) {
      await lookUp(page, cases.published);
      await page.waitForURL('/tra-cuu/ho-so');
    },
  },
  { name: 'answers', to: '/tra-loi' },
  { name: 'answers-none', to: '/tra-loi?thu-tuc=1.014445' },
  { name: 'answer', to: (page) => page.goto(`/tra-loi/${cases.published.number}`) },
  { name: 'privacy', to: '/bao-ve-du-lieu' },
  { name: 'accessibility', to: '/tro-nang' },
  { name: 'api', to: '/du-lieu/api', isTechnical: true },
  { name: 'api-staff', to: '/du-lieu/api/can-bo', isTechnical: true },
  { name: 'missing', to: '/khong-co-trang-nay', refusal: 404 },
  { name: 'staff-log-in', to: '/can-bo/dang-nhap' },
  { name: 'staff-second-factor', to: '/can-bo/xac-thuc' },
  { name: 'register', to: '/can-bo', as: 'TN' },
  { name: 'register-empty', to: '/can-bo?xem=qua-han', as: 'BT' },
  { name: 'register-closed', to: '/can-bo', as: 'QT' },
  { name: 'case-to-classify', to: caseOf('fresh'), as: 'TN' },
  { name: 'case-to-answer', to: caseOf('assigned'), as: 'XL' },
  { name: 'case-to-approve', to: caseOf('approving'), as: 'LD' },
  { name: 'case-to-publish', to: caseOf('answered'), as: 'BT' },
  {
    name: 'case-refused',
    async to(page) {
      await caseOf('fresh')(page);
      await take(page, 'classify');
      await page.locator('.error-summary').waitFor();
    },
    as: 'TN',
    refusal: 422,
    startsAtSummary: true,
  },
  { name: 'case-published', to: caseOf('published'), as: 'TN' },
  { name: 'deadlines', to: '/can-bo/thoi-han', as: 'QT' },
  { name: 'own-account', to: '/can-bo/bao-mat', as: 'TN' },
];

test.each(scenes)('$name', async (scene) => {
  const options: BrowserContextOptions = scene.as ? desk.as(scene.as) : {};
  const { page, complaints } = await openVisitor(portal.origin, options);
  await (typeof scene.to === 'string' ? page.goto(scene.to) : scene.to(page));

  expect.soft(await weightOf(page), 'bytes besides fonts').toBeLessThanOrEqual(maxBytes);
  expect.soft(await page.locator('html').getAttribute('lang')).toBe('vi');
  expect.soft(await page.locator('h1:visible').count(), 'first headings').toBe(1);
  if (!scene.startsAtSummary) {
    await page.keyboard.press('Tab');
    const skipLink = page.locator('.skip-link:focus');
    expect.soft(await skipLink.count(), 'skip link is the first stop').toBe(1);
    await page.keyboard.press('Enter');
    expect.soft(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
  }
  expect.soft(await unmarkedFocus(page), 'focus not seen').toEqual([]);
  await takePictures(page, scene.name);
  await unfold(page);
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await accessibilityFaults(page), `axe at ${width} px`).toEqual([]);
  }
  if (!scene.isTechnical) expect.soft(await foreignWords(page), 'foreign words').toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect.soft(await outsiders(page), 'wider than 320 px').toEqual([]);

  const expected = (complaint: string) => complaint.includes(`a status of ${scene.refusal}`);
  expect
    .soft(
      complaints.filter((complaint) => !expected(complaint)),
      'console',
    )
    .toEqual([]);
});

/** With SCREENSHOTS naming a folder, the run leaves two pictures of every page there. */
async function takePictures(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
  }
}
