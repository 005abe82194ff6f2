// Officers at their desks: a call written down and refused under two signatures, a case about conduct up to its letter.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { StepName } from '../../api/cases/lifecycle.ts';
import { openVisitor } from '../support/browser/browser.ts';
import { choose, citizen, confidential, lookUp } from '../support/browser/citizen.ts';
import { sharedDesk, type Desk, type Who } from '../support/process/desk.ts';
import { indiscreetAddresses, indiscretions } from '../support/reading/indiscretions.ts';
import { chooseLike, stepForm, take, took } from '../support/browser/officer.ts';
import { twoPages } from '../support/worlds/files.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

const handler = /^Công chức xử lý \(dữ liệu minh họa\)/;
const question = 'Đây là câu hỏi về giấy tờ, không phải phản ánh (dữ liệu thử).';
const reply = 'Cơ quan đã xác minh, chấn chỉnh và xin lỗi (dữ liệu thử của bài kiểm).';

let portal: RunningPortal;
let desk: Desk;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

/** The desks of one walk; every officer has a browser session of their own. */
function openOffice(mode: { javaScriptEnabled?: boolean } = {}) {
  const visitors = new Map<Who, Awaited<ReturnType<typeof openVisitor>>>();
  return {
    async at(who: Who, path: string): Promise<Page> {
      const visitor = visitors.get(who) ?? (await openVisitor(portal.origin, { ...desk.as(who), ...mode }));
      visitors.set(who, visitor);
      await visitor.page.goto(path);
      return visitor.page;
    },
    addresses: () => [...visitors.values()].flatMap(({ addresses }) => addresses),
  };
}

/** The steps on the page in their order; the one in front is starred. */
const offered = (page: Page) =>
  page
    .locator('.work .step')
    .evaluateAll((forms) =>
      forms.map(({ id, classList }) => (classList.contains('front') ? '*' : '') + id.slice('buoc-'.length)),
    );

async function opened(page: Page, step: StepName) {
  const form = stepForm(page, step);
  if (!(await form.locator('form').isVisible())) await form.locator('summary').first().click();
  return form;
}

/** No id twice, every label leads to its control, every line of the error summary to a control in sight. */
async function expectWired(page: Page): Promise<void> {
  const broken = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    const lost = [...document.querySelectorAll<HTMLLabelElement>('label[for]')]
      .map(({ htmlFor }) => htmlFor)
      .filter((id) => !document.getElementById(id));
    const unseen = [...document.querySelectorAll('.error-summary a')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((id) => !document.getElementById(id)?.checkVisibility());
    return [...twice, ...lost, ...unseen];
  });
  expect(broken).toEqual([]);
}

/** Page by page in a frame that runs nothing, by links and with script by keys; larger, and back. */
async function readsScan(page: Page, hasScript: boolean): Promise<void> {
  await page.getByText('1. Bản quét đơn, phiếu').waitFor();
  await page.getByRole('link', { name: 'phieu.pdf' }).click();
  const drawn = (name: string) => page.frameLocator('iframe[sandbox=""]').getByAltText(name, { exact: true });
  await drawn('Trang 1/2').waitFor();
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await drawn('Trang 2/2').waitFor();
  await page.getByRole('link', { name: 'Phóng to 2 lần' }).click();
  await page.waitForURL(/trang=2&phong=2$/);
  await drawn('Trang 2/2').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  if (hasScript) await page.keyboard.press('k');
  else await page.getByRole('link', { name: 'Trang trước' }).click();
  await drawn('Trang 1/2').waitFor();
  expect(new URL(page.url()).search).toBe('?trang=1&phong=2');
}

test.each([
  { script: 'with script', javaScriptEnabled: true },
  { script: 'without script', javaScriptEnabled: false },
])('a call is written down, read back, and refused by two signatures, $script', async (mode) => {
  const office = openOffice({ javaScriptEnabled: mode.javaScriptEnabled });
  const intake = await office.at('TN', '/can-bo/nhap');
  await choose(intake, 'Điện thoại chuyên dùng');
  expect(await intake.getByLabel('Ngày chuyển').isVisible()).toBe(false);
  await intake.getByLabel('Nội dung, ghi đúng lời người gửi').fill(citizen.body);
  await intake.getByLabel('Nội dung theo Điều 5').selectOption('5.2');
  await intake.getByLabel('Họ và tên, tên tổ chức').fill(citizen.name);
  await intake.getByLabel('Địa chỉ', { exact: true }).fill(citizen.address);
  await intake.setInputFiles('#attachments', [
    { name: 'phieu.pdf', mimeType: 'application/pdf', buffer: await twoPages() },
  ]);
  await intake.getByRole('button', { name: 'Lưu, cấp mã' }).click();
  await intake.locator('#phone-error').waitFor();
  // The scan waits on the server while the rest is mended.
  await intake.getByText('Bỏ “phieu.pdf”').waitFor();
  await expectWired(intake);
  expect(await intake.getByLabel('Nội dung, ghi đúng lời người gửi').inputValue()).toBe(citizen.body);
  await intake.getByLabel('Số điện thoại').fill(citizen.phone);
  await intake.getByRole('button', { name: 'Lưu, cấp mã' }).click();

  await intake.waitForURL('/can-bo/da-nhap');
  const number = await intake.locator('#ma-ho-so').innerText();
  const secret = await intake.locator('#ma-tra-cuu').innerText();
  expect(await intake.locator('.spoken li').count()).toBe(5);
  expect(await intake.locator('.spoken b').allInnerTexts()).toEqual(secret.split('-'));
  expect(await intake.locator('p.due').innerText()).toBe('Hạn trả lời: 14/12/2026');
  expect(await intake.getByRole('button', { name: 'In giấy biên nhận' }).isVisible()).toBe(
    mode.javaScriptEnabled,
  );
  await intake.getByRole('button', { name: 'Xong, vào sổ tiếp' }).click();
  await intake.waitForURL('/can-bo/nhap');
  await office.at('TN', '/can-bo/da-nhap');
  expect(new URL(intake.url()).pathname).toBe('/can-bo/nhap');

  const page = `/can-bo/ho-so/${number}`;
  await office.at('TN', page);
  await readsScan(intake, mode.javaScriptEnabled);
  await office.at('TN', page);
  expect((await offered(intake))[0]).toBe('*classify');
  const refusing = await opened(intake, 'reject');
  await choose(refusing, 'Không rõ nội dung');
  await refusing.getByLabel('Lời giải thích cho người gửi').fill(question);
  await refusing.getByRole('button', { name: 'Đề xuất: không tiếp nhận' }).click();
  await intake.locator('#reject-ground-error').getByText('hãy yêu cầu bổ sung trước').waitFor();
  await expectWired(intake);
  expect(await intake.locator('#reject-reason').inputValue()).toBe(question);
  await choose(stepForm(intake, 'reject'), 'Không phải phản ánh: hỏi đáp');
  await take(intake, 'reject');
  await took(intake, 'Đề xuất, chờ duyệt');

  const chief = await office.at('CVP', '/can-bo');
  await chief.locator('tr', { hasText: number }).getByText('Chờ duyệt: Không tiếp nhận').waitFor();
  await office.at('CVP', page);
  expect((await offered(chief)).slice(0, 2)).toEqual(['*reject', 'decline-proposal']);
  expect(await chief.locator('#reject-reason').inputValue()).toBe(question);
  expect(await chief.locator('#buoc-reject input:checked').inputValue()).toBe('question');
  await chief.getByRole('button', { name: 'Duyệt: không tiếp nhận' }).click();
  await took(chief, 'Không tiếp nhận');

  const kept = [...confidential, secret];
  expect(indiscreetAddresses(office.addresses(), kept)).toEqual([]);
  expect(indiscretions(portal.writtenDown(), kept)).toEqual([]);
});

test('a case about conduct goes around whom it complains of, up to its letter', async () => {
  const office = openOffice();
  const { number, secret } = await desk.caseAfter();
  const page = `/can-bo/ho-so/${number}`;
  const intake = await office.at('TN', page);
  const classifying = stepForm(intake, 'classify');
  expect(await classifying.getByLabel('Hoặc cả đơn vị bị phản ánh').isVisible()).toBe(false);
  await classifying.getByLabel('Nội dung theo Điều 5').selectOption('5.1');
  await classifying
    .getByLabel('Hoặc cả đơn vị bị phản ánh')
    .selectOption({ label: 'Chi cục Tiêu chuẩn Đo lường Chất lượng' });
  await classifying.getByLabel('Tóm tắt cho sổ tiếp nhận').fill('Cán bộ đòi nộp thêm bản giấy.');
  await take(intake, 'classify');
  await took(intake, 'Phân loại');
  // Classified again without touching it, the conflict of interest stands.
  await opened(intake, 'classify');
  await take(intake, 'classify');
  await took(intake, 'Phân loại');
  await intake.getByText('Bị phản ánh: Chi cục Tiêu chuẩn Đo lường Chất lượng').waitFor();
  await take(intake, 'refer-conduct');
  await took(intake, 'Trình lãnh đạo (về hành vi)');

  const leader = await office.at('LD', page);
  await chooseLike(leader.getByLabel('Người xử lý'), handler);
  await leader.getByText('Đơn vị phối hợp (không bắt buộc)').click();
  await choose(leader, 'Chi cục Tiêu chuẩn');
  await take(leader, 'assign-conduct');
  await leader.locator('#assign-conduct-units-error').waitFor();
  await expectWired(leader);
  await choose(leader, 'Chi cục Tiêu chuẩn');
  await choose(leader, 'Văn phòng Sở');
  await take(leader, 'assign-conduct');
  await took(leader, 'Giao xử lý (về hành vi)');
  await leader.getByText('Đơn vị phối hợp: Văn phòng Sở').waitFor();

  const handling = await office.at('XL', page);
  await handling.getByLabel('Nội dung trả lời').fill(reply);
  await choose(handling, 'Chấn chỉnh, xử lý hành vi');
  await take(handling, 'draft-reply');
  await handling.locator('#draft-reply-verification-error').waitFor();
  expect(await handling.getByLabel('Nội dung trả lời').inputValue()).toBe(reply);
  await choose(handling, 'Đúng một phần');
  await take(handling, 'draft-reply');
  await took(handling, 'Dự thảo trả lời');

  const head = await office.at('TP', page);
  await take(head, 'submit-reply');
  await took(head, 'Trình lãnh đạo');

  const letter = await office.at('LD', `${page}/cong-van`);
  await letter.getByText('DỰ THẢO', { exact: true }).waitFor();
  await office.at('LD', page);
  await leader.getByLabel('Số, ký hiệu công văn trả lời').fill('123/SKHCN-VP');
  await take(leader, 'approve');
  await took(leader, 'Duyệt và trả lời');
  await office.at('LD', `${page}/cong-van`);
  const words = await letter.locator('.letter').innerText();
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 123/SKHCN-VP',
    'Quảng Ngãi, ngày 20 tháng 11 năm 2026',
    'Kính gửi: Ông/Bà Người Thử Nghiệm',
    reply,
  ])
    expect(words).toContain(part);
  expect(words).not.toContain('DỰ THẢO');
  // Signed and scanned: refused without its kind with the file kept, then shown to the sender.
  const adding = await office.at('TN', `/can-bo/them-tep?ho-so=${number}`);
  const signed = { name: 'da-ky.pdf', mimeType: 'application/pdf', buffer: await twoPages() };
  await adding.setInputFiles('#attachments', [signed]);
  await adding.getByLabel('Ngày nhận, hoặc ngày trên tài liệu').fill('2026-11-20');
  await adding.getByLabel('Ghi chú').fill('Bản có dấu (dữ liệu thử).');
  await adding.getByRole('button', { name: 'Thêm tệp', exact: true }).click();
  await adding.locator('#purpose-error').waitFor();
  await expectWired(adding);
  expect(await adding.getByLabel('Ghi chú').inputValue()).toBe('Bản có dấu (dữ liệu thử).');
  await adding.getByText('Bỏ “da-ky.pdf”').waitFor();
  await choose(adding, 'Văn bản trả lời đã ký');
  await choose(adding, 'Cho người gửi xem ngay');
  await adding.getByRole('button', { name: 'Thêm tệp', exact: true }).click();
  await took(adding, 'Thêm tệp');
  await adding.getByText('Người gửi xem được từ').waitFor();
  const { page: sender } = await openVisitor(portal.origin);
  await lookUp(sender, { number, secret });
  await sender.getByRole('heading', { name: 'Văn bản trả lời đã ký' }).waitFor();
  const download = sender.waitForEvent('download');
  await sender.getByRole('button', { name: 'Tải văn bản đã ký' }).click();
  expect((await download).suggestedFilename()).toMatch(/^PAKN-[\d-]+-1\.pdf$/);
  // Who may not know the sender has no letter to print.
  const editor = await office.at('BT', `${page}/cong-van`);
  expect(new URL(editor.url()).pathname).toBe(page);
});

test('a case that is none of theirs, or none at all, is answered alike', async () => {
  const office = openOffice();
  const { number } = await desk.caseAfter();
  for (const wanted of [number, 'PAKN-2026-999999']) {
    const page = await office.at('XL', `/can-bo?so=${wanted.toLowerCase()}`);
    await page.getByRole('heading', { level: 1, name: 'Không có hồ sơ này' }).waitFor();
  }
});
