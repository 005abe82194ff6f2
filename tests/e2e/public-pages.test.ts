// Every kind of page that a citizen sees keeps its promises.
import { afterAll, beforeAll, test } from 'vitest';
import { openVisitor } from '../support/browser.ts';
import { fillIn, lookOver, lookUp, submitCase } from '../support/citizen.ts';
import { openDesk, type Receipt } from '../support/desk.ts';
import { inspect, type Scene } from '../support/page-promises.ts';
import { openRunningPortal, type RunningPortal } from '../support/running-portal.ts';

let portal: RunningPortal;
let fresh: Receipt;
let published: Receipt;
beforeAll(async () => {
  portal = await openRunningPortal({ CLOCK: '2026-11-20T08:30:00+07:00' });
  const desk = await openDesk(portal);
  fresh = await desk.caseAfter();
  published = await desk.caseAfter('publish');
});
afterAll(() => portal.stop());

const scenes: Scene[] = [
  { name: 'home', to: '/' },
  { name: 'procedures', to: '/thu-tuc' },
  { name: 'procedure', to: '/thu-tuc/1.014445' },
  { name: 'procedure-superseded', to: '/thu-tuc/2.002131' },
  { name: 'found', to: '/thu-tuc/tim?q=buu+chinh' },
  { name: 'found-nothing', to: '/thu-tuc/tim?q=m%C3%A1y+bay' },
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
      await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi gửi' }).waitFor();
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
      await lookUp(page, fresh);
      await page.waitForURL('/tra-cuu/ho-so');
    },
  },
  {
    name: 'own-case-answered',
    async to(page) {
      await lookUp(page, published);
      await page.waitForURL('/tra-cuu/ho-so');
    },
  },
  { name: 'answers', to: '/tra-loi' },
  { name: 'answers-none', to: '/tra-loi?thu-tuc=1.014445' },
  { name: 'answer', to: (page) => page.goto(`/tra-loi/${published.number}`) },
  { name: 'figures', to: '/so-lieu' },
  { name: 'privacy', to: '/bao-ve-du-lieu' },
  { name: 'accessibility', to: '/tro-nang' },
  { name: 'api', to: '/du-lieu/api', isTechnical: true },
  { name: 'api-staff', to: '/du-lieu/api/can-bo', isTechnical: true },
  { name: 'missing', to: '/khong-co-trang-nay', refusal: 404 },
];

test.each(scenes)('$name keeps what every page promises', async (scene) =>
  inspect(scene, await openVisitor(portal.origin)),
);
