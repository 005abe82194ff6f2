// Every kind of page that an officer sees keeps its promises.
import type { Page, Response as PageResponse } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { nextVisitor, openVisitor } from '../support/browser/browser.ts';
import { openDesk, type Desk, type Receipt, type Who } from '../support/process/desk.ts';
import { signIn, take } from '../support/browser/officer.ts';
import { inspect, type Scene } from '../support/browser/page-promises.ts';
import { openRunningPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { addScan, pagesWithForms, postedForms } from '../support/browser/staff-forms.ts';
import { codeFor } from '../support/portal/totp.ts';

type Kind = 'fresh' | 'accepted' | 'assigned' | 'approving' | 'answered' | 'published';

let portal: RunningPortal;
let desk: Desk;
let cases: Record<Kind, Receipt>;
beforeAll(async () => {
  portal = await openRunningPortal({ CLOCK: '2026-11-20T08:30:00+07:00' });
  desk = await openDesk(portal);
  // Something that nobody finds here, for the page of what was not found.
  await fetch(`${portal.origin}/api/search?q=${encodeURIComponent('đăng kí hộ khẩu')}`);
  await fetch(`${portal.origin}/api/search?q=${encodeURIComponent('hộ chiếu')}`);
  cases = {
    fresh: await desk.caseAfter(),
    accepted: await desk.caseAfter('accept'),
    assigned: await desk.caseAfter('assign'),
    approving: await desk.caseAfter('submit-reply'),
    answered: await desk.caseAfter('approve'),
    published: await desk.caseAfter('publish'),
  };
});
afterAll(() => portal.stop());

const caseOf = (kind: Kind) => (page: Page) => page.goto(`/can-bo/ho-so/${cases[kind].number}`);

async function chooseMany(page: Page, act: string, ticked: number): Promise<void> {
  await page.goto('/can-bo?xem=dang-mo');
  for (let row = 0; row < ticked; row += 1) await page.locator('.tick input').nth(row).check();
  await page.getByRole('button', { name: act }).click();
  await page.waitForURL(/nhieu-ho-so/);
}

const scenes: (Scene & { as?: Who })[] = [
  { name: 'staff-log-in', to: '/can-bo/dang-nhap' },
  { name: 'staff-second-factor', to: '/can-bo/xac-thuc' },
  { name: 'register', to: '/can-bo', as: 'TN', inOtherColours: true },
  { name: 'register-empty', to: '/can-bo?xem=qua-han', as: 'BT' },
  { name: 'register-closed', to: '/can-bo', as: 'QT' },
  { name: 'register-narrowed', to: '/can-bo?xem=tat-ca&nguon=web&tu=2026-11-01&xep=oldest', as: 'CVP' },
  { name: 'register-unread', to: '/can-bo?xem=dang-mo&tu=hom-qua&sau=1', as: 'TN' },
  { name: 'search', to: '/can-bo/tim-ho-so', as: 'TN' },
  {
    name: 'search-found',
    async to(page) {
      await page.goto('/can-bo');
      await page.getByLabel('Tìm trong sổ').fill('ban giay');
      await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      await page.getByRole('heading', { name: 'Kết quả, mới nhận trước' }).waitFor();
    },
    as: 'TN',
  },
  {
    name: 'many-none',
    to: (page) => chooseMany(page, 'Nhắc xử lý', 0),
    as: 'CVP',
    refusal: 422,
    startsAtSummary: true,
  },
  { name: 'many-chosen', to: (page) => chooseMany(page, 'Phân công, giao lại', 2), as: 'CVP' },
  {
    name: 'many-planned',
    async to(page) {
      await chooseMany(page, 'Khép vì là thư rác', 3);
      await page.getByLabel('Nội dung theo Điều 5').selectOption('5.2');
      await page.getByLabel('Lời giải thích cho người gửi').fill('Quảng cáo (dữ liệu thử).');
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByRole('heading', { name: 'Xem trước' }).waitFor();
    },
    as: 'TN',
  },
  {
    name: 'many-done',
    async to(page) {
      await chooseMany(page, 'Nhắc xử lý', 2);
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByRole('button', { name: /^Làm với/ }).click();
      await page.getByText(/Đã làm \d+ hồ sơ/).waitFor();
    },
    as: 'CVP',
  },
  { name: 'many-not-mine', to: '/can-bo/nhieu-ho-so/khong-co', as: 'CVP', refusal: 404 },
  { name: 'search-over', to: `/can-bo/tim-ho-so?luot=${'a'.repeat(43)}`, as: 'TN' },
  { name: 'desk-figures', to: '/can-bo/theo-doi', as: 'CVP' },
  { name: 'kept-filters', to: '/can-bo/bo-loc?xem=dang-mo&luu=1', as: 'XL' },
  { name: 'search-misses', to: '/can-bo/tim-kiem', as: 'BT', isTechnical: true },
  { name: 'search-misses-closed', to: '/can-bo/tim-kiem', as: 'XL', refusal: 403 },
  { name: 'procedures-to-do', to: '/can-bo/thu-tuc', as: 'BT', isTechnical: true },
  { name: 'procedures-to-do-closed', to: '/can-bo/thu-tuc', as: 'XL', refusal: 403 },
  { name: 'case-to-classify', to: caseOf('fresh'), as: 'TN', inOtherColours: true, inLargeText: true },
  {
    name: 'case-in-its-list',
    async to(page) {
      await page.goto('/can-bo?xem=dang-mo&xep=oldest');
      await page.getByRole('link', { name: cases.fresh.number, exact: true }).click();
      await page.getByRole('navigation', { name: 'Trong danh sách đang mở' }).waitFor();
      await page.getByRole('heading', { name: 'Hồ sơ đang mở gần giống' }).waitFor();
    },
    as: 'TN',
    inLargeText: true,
  },
  { name: 'register-end', to: '/can-bo?xem=qua-han&xong=accept&het=1', as: 'TN' },
  { name: 'case-to-assign', to: caseOf('accepted'), as: 'CVP', inLargeText: true },
  { name: 'case-to-answer', to: caseOf('assigned'), as: 'XL', inLargeText: true },
  { name: 'case-to-approve', to: caseOf('approving'), as: 'LD' },
  { name: 'case-to-publish', to: caseOf('answered'), as: 'BT' },
  {
    name: 'case-refused',
    async to(page) {
      await caseOf('fresh')(page);
      await page.getByLabel('Tóm tắt cho sổ tiếp nhận').fill('');
      await take(page, 'classify');
      await page.locator('.error-summary').waitFor();
    },
    as: 'TN',
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'letter',
    to: (page) => page.goto(`/can-bo/ho-so/${cases.answered.number}/cong-van`),
    as: 'CVP',
  },
  {
    name: 'letter-refused',
    async to(page) {
      await page.goto(`/can-bo/ho-so/${cases.answered.number}/cong-van`);
      await page.getByRole('button', { name: 'Cấp số, ghi vào sổ văn bản đi' }).click();
      await page.locator('.error-summary').waitFor();
    },
    as: 'CVP',
    refusal: 422,
    startsAtSummary: true,
    isTechnical: true,
  },
  {
    name: 'letter-issued',
    async to(page) {
      await page.goto(`/can-bo/ho-so/${cases.published.number}/cong-van`);
      await page.getByLabel('Quyền hạn, chức vụ người ký').selectOption('KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC');
      await page.getByLabel('Họ tên người ký').fill('Người Ký Thử');
      await page.getByRole('button', { name: 'Cấp số, ghi vào sổ văn bản đi' }).click();
      await page.getByText('Đã cấp số').first().waitFor();
    },
    as: 'CVP',
  },
  {
    name: 'add-files-refused',
    async to(page) {
      await page.goto(`/can-bo/them-tep?ho-so=${cases.answered.number}`);
      await page.getByRole('button', { name: 'Thêm tệp', exact: true }).click();
      await page.locator('.error-summary').waitFor();
    },
    as: 'TN',
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'file-looked-at',
    async to(page) {
      await addScan(page, cases.answered.number);
      await page.locator('.office-files a').first().click();
      await page.getByRole('heading', { name: 'Việc với tệp này' }).waitFor();
    },
    as: 'TN',
    inLargeText: true,
  },
  { name: 'templates', to: '/can-bo/mau-van-ban', as: 'CVP' },
  { name: 'template', to: '/can-bo/mau-van-ban/gia-han', as: 'TN' },
  { name: 'templates-closed', to: '/can-bo/mau-van-ban', as: 'BT', refusal: 403 },
  {
    name: 'template-waits',
    async to(page) {
      await page.goto('/can-bo/mau-van-ban/bo-sung');
      await page.getByLabel('Tên mẫu').fill('Công văn đề nghị bổ sung (bản thử)');
      await page.getByRole('button', { name: 'Trình duyệt bản này' }).click();
      await page.getByText('Đã gửi bản mới, chờ người khác duyệt').waitFor();
    },
    as: 'CVP',
  },
  { name: 'outgoing', to: '/can-bo/van-ban-di', as: 'CVP' },
  { name: 'outgoing-closed', to: '/can-bo/van-ban-di', as: 'XL', refusal: 403 },
  {
    name: 'outgoing-unread',
    to: '/can-bo/van-ban-di?tu=2026-11-20&den=2026-01-01',
    as: 'TN',
    refusal: 422,
    startsAtSummary: true,
  },
  { name: 'case-published', to: caseOf('published'), as: 'TN' },
  {
    name: 'form-kept',
    async to(page) {
      await caseOf('fresh')(page);
      await page.getByLabel('Tóm tắt cho sổ tiếp nhận').fill('Một câu tóm tắt đã viết rất lâu.');
      await page.context().clearCookies();
      await take(page, 'classify');
      await page.getByRole('heading', { name: 'Phiên đăng nhập đã hết hạn' }).waitFor();
    },
    as: 'TN',
    refusal: 401,
  },
  {
    name: 'qa-draft',
    to: (page) => page.goto(`/can-bo/hoi-dap/${cases.published.number}`),
    as: 'BT',
    isTechnical: true,
  },
  {
    name: 'qa-draft-refused',
    to: (page) => page.goto(`/can-bo/hoi-dap/${cases.published.number}`),
    as: 'TN',
    refusal: 403,
  },
  { name: 'reports', to: '/can-bo/bao-cao', as: 'CVP' },
  { name: 'reports-closed', to: '/can-bo/bao-cao', as: 'XL', refusal: 403 },
  {
    name: 'report-preview',
    to: '/can-bo/bao-cao/xem?bieu=ii-05a&tu=2026-11-01&den=2026-11-30&o=%7C11',
    as: 'CVP',
  },
  {
    name: 'report-register',
    to: '/can-bo/bao-cao/xem?bieu=so-tiep-nhan&tu=2026-11-01&den=2026-11-30',
    as: 'TN',
  },
  {
    name: 'report-refused',
    to: '/can-bo/bao-cao/xem?bieu=ii-06a&tu=2026-11-15&den=2026-11-30',
    as: 'LD',
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'report-issued',
    async to(page) {
      await page.goto('/can-bo/bao-cao/xem?bieu=ii-05a&tu=2026-07-01&den=2026-09-30');
      await page.getByRole('button', { name: 'Ban hành báo cáo này' }).click();
      await page.getByText('Số liệu này không đổi nữa').waitFor();
    },
    as: 'CVP',
  },
  { name: 'deadlines', to: '/can-bo/thoi-han', as: 'QT' },
  { name: 'posting', to: '/can-bo/niem-yet', as: 'BT' },
  {
    name: 'posting-refused',
    async to(page) {
      await page.goto('/can-bo/niem-yet');
      const row = page.getByRole('row', { name: 'Niêm yết tại trụ sở Sở' }).first();
      await row.locator('.act summary').click();
      await row.getByLabel('Ngày làm xong').fill('2026-12-24');
      await row.getByRole('button', { name: 'Ghi đã làm' }).click();
      await page.locator('.error-summary').waitFor();
    },
    as: 'TN',
    refusal: 422,
    startsAtSummary: true,
  },
  { name: 'rights', to: '/can-bo/quyen', as: 'XL' },
  { name: 'rights-of-nobody', to: '/can-bo/quyen?vai-tro=khong', as: 'XL' },
  { name: 'page-ratings', to: '/can-bo/danh-gia-trang', as: 'BT' },
  { name: 'requests', to: '/can-bo/du-lieu-ca-nhan', as: 'CVP' },
  { name: 'requests-closed', to: '/can-bo/du-lieu-ca-nhan', as: 'XL', refusal: 403 },
  { name: 'obligations', to: '/can-bo/nghia-vu', as: 'CVP', inOtherColours: true },
  { name: 'obligations-earlier', to: '/can-bo/nghia-vu?xem=truoc', as: 'CVP' },
  { name: 'obligations-read', to: '/can-bo/nghia-vu?nam=2027', as: 'TN' },
  {
    name: 'obligations-refused',
    async to(page) {
      await page.goto('/can-bo/nghia-vu');
      const row = page.locator('#muc-do-hai-long-2026-year');
      await row.getByRole('link', { name: 'Ghi kết quả' }).click();
      await row.getByRole('button', { name: 'Ghi kết quả' }).click();
      await page.locator('.error-summary').waitFor();
    },
    as: 'CVP',
    refusal: 422,
    startsAtSummary: true,
  },
  { name: 'obligations-closed', to: '/can-bo/nghia-vu', as: 'XL', refusal: 403 },
  { name: 'posting-closed', to: '/can-bo/niem-yet', as: 'XL', refusal: 403 },
  {
    name: 'dossiers-refused',
    async to(page) {
      await page.goto('/can-bo/so-lieu-ho-so');
      await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).click();
      await page.locator('.error-summary').waitFor();
    },
    as: 'CVP',
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'dossiers-preview',
    async to(page) {
      await page.goto('/can-bo/so-lieu-ho-so');
      await page.getByLabel('Tháng của số liệu').selectOption('2026-10');
      const text =
        '(1);(2);(3);(4);(5);(6);(7);(8);(9);(10);(11);(12);(13)\n1;Bưu chính;10;4;5;1;7;2;4;1;3;2;1\n';
      await page
        .getByLabel('Tệp số liệu')
        .setInputFiles({ name: 'thang-10.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).click();
      await page.getByRole('heading', { name: 'Xem trước: tháng 10/2026' }).waitFor();
    },
    as: 'CVP',
  },
  { name: 'readiness', to: '/can-bo/san-sang', as: 'QT', isTechnical: true },
  { name: 'readiness-closed', to: '/can-bo/san-sang', as: 'XL', refusal: 403 },
  { name: 'own-account', to: '/can-bo/bao-mat', as: 'TN' },
  { name: 'own-mail', to: '/can-bo/thu-bao', as: 'CVP', isTechnical: true },
  { name: 'office-mail', to: '/can-bo/thu-bao/co-quan', as: 'CVP' },
  { name: 'office-mail-closed', to: '/can-bo/thu-bao/co-quan', as: 'TN', refusal: 403 },
  { name: 'mail-stop', to: '/can-bo/thoi-thu-bao?ma=abc' },
  { name: 'accounts', to: '/can-bo/tai-khoan', as: 'QT', isTechnical: true },
  {
    name: 'account',
    async to(page) {
      await page.goto('/can-bo/tai-khoan');
      await page.getByRole('link', { name: 'Công chức tiếp nhận' }).click();
      await page.getByRole('heading', { name: 'Thời hạn dùng' }).waitFor();
    },
    as: 'QT',
    isTechnical: true,
  },
  {
    name: 'account-refused',
    async to(page) {
      await page.goto('/can-bo/tai-khoan');
      await page.getByRole('link', { name: 'Công chức tiếp nhận' }).click();
      await page.getByLabel('Dùng từ ngày').fill('31/02/2027');
      await page.getByRole('button', { name: 'Lưu thời hạn' }).click();
      await page.locator('.error-summary').waitFor();
    },
    as: 'QT',
    isTechnical: true,
    refusal: 422,
    startsAtSummary: true,
  },
  {
    name: 'handover',
    async to(page) {
      await page.goto('/can-bo/ban-giao');
      const handler = page.locator('#nguoi option', { hasText: 'Công chức xử lý' });
      await page.getByLabel('Người bàn giao').selectOption(await handler.first().getAttribute('value'));
      await page.getByRole('button', { name: 'Xem những gì sẽ bàn giao' }).click();
      await page.getByRole('heading', { name: /^Sẽ bàn giao của/ }).waitFor();
    },
    as: 'LD',
  },
  {
    name: 'handover-record',
    async to(page) {
      await page.goto('/can-bo/ban-giao');
      const oneStop = page.locator('#nguoi option', { hasText: 'Công chức Một cửa' });
      await page.getByLabel('Người bàn giao').selectOption(await oneStop.first().getAttribute('value'));
      await page.getByRole('button', { name: 'Xem những gì sẽ bàn giao' }).click();
      await page.getByLabel('Vì sao bàn giao').fill('Nghỉ thai sản (dữ liệu thử).');
      await page.getByRole('button', { name: 'Bàn giao tất cả' }).click();
      await page.getByRole('heading', { name: 'BIÊN BẢN', exact: true }).waitFor();
    },
    as: 'CVP',
  },
  { name: 'handover-closed', to: '/can-bo/ban-giao', as: 'XL', refusal: 403 },
  { name: 'running', to: '/can-bo/quan-tri', as: 'QT', isTechnical: true },
  { name: 'running-of-leader', to: '/can-bo/quan-tri', as: 'LD' },
  { name: 'retention', to: '/can-bo/quan-tri/luu-giu', as: 'CVP' },
  { name: 'retention-of-admin', to: '/can-bo/quan-tri/luu-giu?ngay=31/12/2030', as: 'QT' },
  { name: 'running-closed', to: '/can-bo/quan-tri', as: 'XL', refusal: 403 },
  { name: 'accounts-closed', to: '/can-bo/tai-khoan', as: 'TN', refusal: 403 },
  { name: 'drafts', to: '/can-bo/ban-nhap', as: 'TN' },
  { name: 'reads-log', to: '/can-bo/nhat-ky-xem', as: 'LD', isTechnical: true },
  { name: 'reads-log-closed', to: '/can-bo/nhat-ky-xem', as: 'TN', refusal: 403 },
  { name: 'security-log', to: '/can-bo/nhat-ky-an-ninh', as: 'LD', isTechnical: true },
  { name: 'security-log-closed', to: '/can-bo/nhat-ky-an-ninh', as: 'CVP', refusal: 403 },
];

test.each(scenes)('$name keeps what every page promises', async (scene) =>
  inspect(scene, await nextVisitor(portal.origin, scene.as && desk.as(scene.as))),
);

test('every page of staff that holds a form has a line here that sends it', () => {
  const sent = [...postedForms.map(({ page }) => page), 'bao-mat', 'dang-nhap'];
  expect(sent.toSorted()).toEqual(pagesWithForms());
});

test.each(postedForms)('the form of $page is taken from the page as it is', async (form) => {
  if (form.page === 'viec-nen') await aDeadJob();
  const { page } = await nextVisitor(portal.origin, form.as && desk.as(form.as));
  const posts: number[] = [];
  const note = (answer: PageResponse) => {
    const request = answer.request();
    if (request.method() === 'POST' && request.isNavigationRequest()) posts.push(answer.status());
  };
  page.on('response', note);
  onTestFinished(() => void page.off('response', note));
  await form.send(page, cases.fresh.number);
  if (form.reaches) await page.waitForURL(form.reaches);
  else await page.locator('.error-summary').waitFor();
  expect(posts.at(-1)).toBe(form.refused ?? 303);
  expect(await page.getByText('Phiên đăng nhập đã đổi').count()).toBe(0);
});

/** A letter that could not be sent, as the queue keeps it when it has given up. */
const aDeadJob = () =>
  portal.onDatabase((client) =>
    client.query(`
      insert into jobs.job (name, data, source_name, source_id, source_created_on, source_retry_count, source_output)
      values ('dead-letters', '{}', 'notice', gen_random_uuid(), now(), 1, '{"message":"ECONNREFUSED"}')`),
  );

test('an officer changes the password, turns the second factor on and off, and leaves, all on pages', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/can-bo/dang-nhap');
  await signIn(page, portal, 'MC');
  await page.waitForURL('/can-bo');
  await page.goto('/can-bo/bao-mat');
  const { email, password } = portal.account('MC');
  const next = 'ba con vịt xiêm qua cầu Trà Khúc';
  const passwords = page.locator('form:has(#newPassword)');
  await passwords.getByLabel('Mật khẩu đang dùng').fill(password);
  await passwords.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
  await passwords.getByLabel('Nhập lại mật khẩu mới').fill(next);
  await passwords.getByRole('button').click();
  await page.waitForURL('/can-bo/bao-mat?xong=mat-khau');

  await page.locator('#bat-password').fill(next);
  await page.getByRole('button', { name: 'Bắt đầu bật' }).click();
  const key = (await page.locator('code.key').textContent()) ?? '';
  const totpUri = `otpauth://totp/x?secret=${key.replaceAll(' ', '')}`;
  await page.getByLabel('Mã 6 chữ số').fill(codeFor(totpUri));
  const recovery = (await page.locator('ul.codes code').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await page.waitForURL('/can-bo/bao-mat?xong=bat');

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL('/can-bo/dang-nhap?da-xuat=1');
  await page.getByLabel('E-mail công vụ').fill(email);
  await page.getByLabel('Mật khẩu').fill(next);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/\/can-bo\/xac-thuc/);
  await page.getByLabel('Mã 6 chữ số').fill(codeFor(totpUri, 1));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForURL('/can-bo');
  await page.goto('/can-bo/bao-mat');
  await page.locator('#tat-password').fill(next);
  await page.locator('#tat-code').fill(recovery);
  await page.getByRole('button', { name: 'Tắt xác thực hai lớp' }).click();
  await page.waitForURL('/can-bo/bao-mat?xong=tat');
});

test('the bar leads each role to pages that open, and what it leaves out is closed to that role', async () => {
  const roles = ['TN', 'CVP', 'XL', 'TP', 'LD', 'BT', 'QT'] as const;
  const open = async (role: Who, path: string) => {
    const answer = await fetch(portal.origin + path, {
      headers: { cookie: desk.cookieOf(role) },
      redirect: 'manual',
    });
    return { status: answer.status, html: await answer.text() };
  };
  const shown = new Map<Who, Set<string>>();
  for (const role of roles) {
    const { html } = await open(role, '/can-bo/bao-mat');
    const bar = /<header class="staff-header"[\s\S]*?<\/header>/.exec(html)?.[0] ?? '';
    shown.set(role, new Set([...bar.matchAll(/href="(\/can-bo[^"?]*)"/g)].map(([, href = '']) => href)));
  }
  const every = new Set([...shown.values()].flatMap((paths) => [...paths]));
  const wrong: string[] = [];
  for (const role of roles)
    for (const path of every) {
      const { status } = await open(role, path);
      const isShown = shown.get(role)?.has(path) ?? false;
      if (isShown !== (status === 200))
        wrong.push(`${role} ${path} ${isShown ? 'shown' : 'left out'}: ${status}`);
    }
  expect(every.size).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('an officer adds a passkey, comes in by it alone and as the second step, and takes it away, all on pages', async () => {
  const { page, complaints } = await openVisitor(portal.origin);
  // Browsers keep no key for an address of digits.
  const at = (path: string) => portal.origin.replace('127.0.0.1', 'localhost') + path;
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const { email, password } = portal.account('BT');
  const byKey = page.getByRole('button', { name: 'Dùng khóa truy cập' });
  const leave = async () => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL(at('/can-bo/dang-nhap?da-xuat=1'));
  };
  await page.goto(at('/can-bo/dang-nhap'));
  await byKey.click();
  await page.getByText('thiết bị không có khóa của cổng này').waitFor();
  await signIn(page, portal, 'BT');
  await page.waitForURL(at('/can-bo'));
  await page.goto(at('/can-bo/bao-mat'));
  await page.locator('#them-password').fill('sai mật khẩu rồi');
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await page.locator('.error-summary a[href="#them-password"]').waitFor();
  await page.locator('#them-password').fill(password);
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await page.getByRole('button', { name: 'Tạo khóa trên thiết bị này' }).click();
  await page.locator('.error-summary').getByText('Đặt tên để sau này nhận ra khóa').waitFor();
  await page.getByLabel('Tên của khóa').fill('Máy thử');
  await page.getByRole('button', { name: 'Tạo khóa trên thiết bị này' }).click();
  await page.waitForURL(at('/can-bo/bao-mat?xong=tao-khoa'));
  await page.getByText('Máy thử', { exact: true }).waitFor();
  await leave();

  await byKey.click();
  await page.waitForURL(at('/can-bo'));
  await leave();
  await page.getByLabel('E-mail công vụ').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/\/can-bo\/xac-thuc/);
  expect(await page.getByLabel('Mã 6 chữ số').count()).toBe(0);
  await byKey.click();
  await page.waitForURL(at('/can-bo'));

  await page.goto(at('/can-bo/bao-mat'));
  await page.getByText('Gỡ khóa này').click();
  await page.getByRole('button', { name: 'Gỡ khóa: xác nhận bằng khóa đang có' }).click();
  await page.waitForURL(at('/can-bo/bao-mat?xong=go-khoa'));
  expect(await page.getByText('Máy thử', { exact: true }).count()).toBe(0);
  // What was refused on purpose, by the page.
  expect(complaints.filter((one) => !/status of 422/.test(one))).toEqual([]);
});
