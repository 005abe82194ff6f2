// Every page of staff that holds a form, and how an officer sends it; which pages hold one is read from their sources.
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { freshKey, submission } from '../portal/case.ts';
import type { Who } from '../process/desk.ts';
import { twoPages } from '../worlds/files.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const pages = path.join(root, 'site/pages/can-bo');

/** The pages of site/pages/can-bo with a form that is posted, in themselves or in a component of theirs. */
export function pagesWithForms(): string[] {
  return fs
    .readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro') && holdsForm(path.join(pages, file), new Set()))
    .map((file) => file.slice(0, -'.astro'.length))
    .toSorted();
}

// In the frame of every page: the log-out, which has its own line in the table, and what was written before a session
// ended or was put away, which tests/e2e/bad-input.test.ts and officer-drafts.test.ts post.
const frame = ['StaffHeader.astro', 'KeptForm.astro', 'DroppedDraft.astro'];

function holdsForm(file: string, seen: Set<string>): boolean {
  if (seen.has(file) || frame.includes(path.basename(file))) return false;
  seen.add(file);
  const text = fs.readFileSync(file, 'utf8');
  // Some take what a form elsewhere posts.
  if (/<form\b[^>]*\bmethod=["'{`]*post|\bposted\(Astro\b/i.test(text)) return true;
  return [...text.matchAll(/from '(\.[^']+\.astro)'/g)].some(([, to = '']) =>
    holdsForm(path.resolve(path.dirname(file), to), seen),
  );
}

export type Posted = {
  /** The page's file without its ending. */
  page: string;
  as?: Who;
  /** Leads to the form and sends it; `number` is a case that has just come in. */
  send: (page: Page, number: string) => Promise<unknown>;
  /** Where the officer is after the form went through; else the status of the refusal, at its fields. */
  reaches?: RegExp;
  refused?: number;
};

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

/** Adds a scan of two pages to a case, and leaves the officer at the case. */
export async function addScan(page: Page, number: string): Promise<void> {
  await page.goto(`/can-bo/them-tep?ho-so=${number}`);
  await page.setInputFiles('#attachments', [
    { name: 'don.pdf', mimeType: 'application/pdf', buffer: await twoPages() },
  ]);
  await page.locator('label[for=purpose]').click();
  await page.getByLabel('Ngày nhận, hoặc ngày trên tài liệu').fill('2026-11-02');
  await press(page, 'Thêm tệp');
  await page.waitForURL(/xong=add-file/);
}

/** One line per page; they are sent in this order. */
export const postedForms: Posted[] = [
  {
    page: 'index',
    as: 'TN',
    async send(page, number) {
      await page.goto('/can-bo');
      await page.getByLabel('Tìm trong sổ').fill(number);
      await press(page, 'Tìm');
    },
    reaches: /\/can-bo\/tim-ho-so\?luot=[\w-]{43}$/,
  },
  {
    page: 'tim-ho-so',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/tim-ho-so');
      await press(page, 'Tìm');
    },
    refused: 422,
  },
  {
    page: 'bo-loc',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo?xem=dang-mo&nguon=web');
      await page.getByRole('link', { name: 'Lưu bộ lọc này' }).click();
      await page.getByLabel('Tên bộ lọc').fill('Gửi trên cổng');
      await press(page, 'Lưu bộ lọc');
    },
    reaches: /\/can-bo\?xem=dang-mo&nguon=web$/,
  },
  {
    page: 'ho-so/[number]',
    as: 'TN',
    async send(page, number) {
      await page.goto(`/can-bo/ho-so/${number}`);
      await page.getByLabel('Tóm tắt cho sổ tiếp nhận').fill('');
      await page.locator('#buoc-classify button[name=step]').click();
    },
    refused: 422,
  },
  {
    page: 'ban-nhap',
    as: 'TN',
    async send(page, number) {
      await page.goto(`/can-bo/ho-so/${number}`);
      const form = page.locator('#buoc-note');
      await form.locator('summary').click();
      await form.getByLabel('Ghi chú nội bộ').fill('Một ghi chú đang viết dở (dữ liệu thử).');
      await form.getByRole('button', { name: 'Lưu nháp' }).click();
      await page.waitForURL(/#nhap-note$/);
      await page.goto('/can-bo/ban-nhap');
      await press(page, 'Bỏ nháp');
    },
    reaches: /\/can-bo\/ban-nhap\?bo-nhap=/,
  },
  {
    page: 'nhap',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/nhap');
      await press(page, 'Lưu, cấp mã');
    },
    refused: 422,
  },
  {
    page: 'them-tep',
    as: 'TN',
    async send(page, number) {
      await page.goto(`/can-bo/them-tep?ho-so=${number}`);
      await press(page, 'Thêm tệp');
    },
    refused: 422,
  },
  {
    page: 'ho-so/[number]/tep/[id]',
    as: 'TN',
    async send(page, number) {
      await addScan(page, number);
      await page.locator('.office-files a').first().click();
      await page.locator('summary:has-text("Rút tệp")').click();
      await page.getByLabel('Lý do rút').fill('Quét thiếu trang (dữ liệu thử).');
      await press(page, 'Rút tệp này');
    },
    reaches: /\?xong=withdraw-file#tai-lieu$/,
  },
  {
    page: 'thoi-han',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/thoi-han');
      await page.locator('summary:has-text("Sửa")').first().click();
      await page.getByLabel('Căn cứ').first().fill('Quyết định thử số 01/QĐ-SKHCN (dữ liệu thử)');
      await press(page, 'Lưu');
    },
    reaches: /\/can-bo\/thoi-han\?xong=/,
  },
  {
    page: 'lich',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/lich?nam=2027');
      await page.getByLabel('Ngày', { exact: true }).fill('2027-08-02');
      await page.getByLabel('Tên ghi trên lịch').fill('Nghỉ thử (dữ liệu thử)');
      await page.getByLabel('Căn cứ').fill('Thông báo thử số 02/TB (dữ liệu thử)');
      await press(page, 'Xem tác động trước khi lưu');
      await page.getByLabel('Lý do').fill('Thử biểu mẫu của lịch (dữ liệu thử).');
      await press(page, 'Áp dụng và tính lại hạn');
    },
    reaches: /\/can-bo\/lich\?nam=2027&xong=1/,
  },
  {
    page: 'niem-yet',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/niem-yet');
      const row = page.getByRole('row', { name: 'Niêm yết tại trụ sở Sở' }).first();
      await row.locator('.act summary').click();
      await row.getByLabel('Ngày làm xong').fill('2026-12-24');
      await row.getByRole('button', { name: 'Ghi đã làm' }).click();
    },
    refused: 422,
  },
  {
    page: 'danh-gia-trang',
    as: 'BT',
    async send(page) {
      await page.goto('/');
      const { origin } = new URL(page.url());
      await page.request.post('/api/page-ratings', {
        headers: { origin },
        data: { page: '/thu-tuc', helpful: 'no', comment: 'Thiếu số điện thoại (dữ liệu thử).' },
      });
      await page.goto('/can-bo/danh-gia-trang');
      await press(page, 'Đã xử lý');
    },
    reaches: /\/can-bo\/danh-gia-trang\?xong=1/,
  },
  {
    page: 'ho-so/[number]/thu-tra-lai',
    as: 'TN',
    async send(page) {
      await page.goto('/');
      const { origin } = new URL(page.url());
      const answer = await page.request.post('/api/cases', {
        headers: { origin, 'idempotency-key': freshKey() },
        data: { ...submission, email: 'thu.hong@thu.example', consentsToNotices: true },
      });
      const { number } = (await answer.json()) as { number: string };
      await page.goto(`/can-bo/ho-so/${number}`);
      await page.locator('.sender summary').click();
      await press(page, 'Thư gửi tới địa chỉ này bị trả lại');
      await page.getByText('Hãy gọi điện hoặc gửi công văn giấy.').waitFor();
    },
    reaches: /\/can-bo\/ho-so\/PAKN-[\d-]+$/,
  },
  {
    page: 'du-lieu-ca-nhan/[number]',
    as: 'CVP',
    async send(page) {
      await page.goto('/');
      const { origin } = new URL(page.url());
      const answer = await page.request.post('/api/requests', {
        headers: { origin, 'idempotency-key': `staff-forms-${Date.now()}-0001` },
        data: { kind: 'feedback', text: 'Liên kết hỏng ở trang đầu (dữ liệu thử).', readPrivacyNotice: true },
      });
      const { number } = (await answer.json()) as { number: string };
      await page.goto(`/can-bo/du-lieu-ca-nhan/${number}`);
      await page.locator('#buoc-acknowledge summary').click();
      await press(page, 'Báo đã nhận yêu cầu');
    },
    reaches: /\/can-bo\/du-lieu-ca-nhan\/YC-.*xong=acknowledge/,
  },
  {
    page: 'nghia-vu',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/nghia-vu');
      await press(page, 'Tạo địa chỉ lịch riêng');
    },
    reaches: /\/can-bo\/nghia-vu.*#lich-rieng/,
  },
  {
    page: 'so-lieu-ho-so',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/so-lieu-ho-so');
      await press(page, 'Đọc tệp và xem trước');
    },
    refused: 422,
  },
  {
    page: 'bao-cao/xem',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/bao-cao/xem?bieu=ii-05a&tu=2026-04-01&den=2026-06-30');
      await press(page, 'Ban hành báo cáo này');
    },
    reaches: /\/can-bo\/bao-cao\/[^/?]+\?xong=1/,
  },
  {
    page: 'khao-sat/index',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/khao-sat');
      await page.getByLabel('Tên đợt').fill('Đợt khảo sát thử quý 4 năm 2026');
      await page.getByLabel('Ngày mở').fill('2026-11-20');
      await page.getByLabel('Ngày cuối nhận phiếu').fill('2026-11-30');
      await page.getByLabel('Số phiếu mong muốn').fill('60');
      await page.getByLabel('Các quầy có áp phích QR').fill('Quầy 1');
      await page.locator('[name="procedure-1.014445"]').check({ force: true });
      await press(page, 'Lập đợt khảo sát');
    },
    reaches: /\/can-bo\/khao-sat\/muc-do-hai-long-2026-1$/,
  },
  {
    page: 'khao-sat/[round]/index',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/khao-sat/muc-do-hai-long-2026-1');
      await page.locator('form.edit').getByRole('button', { name: 'Lưu' }).click();
    },
    reaches: /\/can-bo\/khao-sat\/muc-do-hai-long-2026-1\?xong=/,
  },
  {
    page: 'khao-sat/[round]/nhap-phieu',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/khao-sat/muc-do-hai-long-2026-1/nhap-phieu');
      await press(page, 'Lưu, sang phiếu tiếp');
    },
    refused: 422,
  },
  {
    page: 'tai-khoan',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/tai-khoan');
      await page.getByLabel('Họ tên hoặc tên vị trí').fill('Văn thư (dữ liệu thử)');
      await page.getByLabel('E-mail công vụ').fill('van.thu@minhhoa.invalid');
      await press(page, 'Mở tài khoản và mời');
    },
    refused: 422,
  },
  {
    page: 'tai-khoan/[id]',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/tai-khoan');
      await page.getByRole('link', { name: 'Công chức Một cửa' }).click();
      await page.getByLabel('Vì sao').fill('Gọi điện xin đặt lại (dữ liệu thử).');
      await press(page, 'Gửi đề nghị');
    },
    reaches: /\/can-bo\/tai-khoan\/.*xong=ask-reset/,
  },
  {
    page: 'nhieu-ho-so/index',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo?xem=tat-ca');
      await press(page, 'Nhắc xử lý');
    },
    refused: 422,
  },
  {
    page: 'nhieu-ho-so/[id]',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo?xem=tat-ca');
      await page.locator('.tick input').first().check();
      await press(page, 'Nhắc xử lý');
      await press(page, 'Xem trước');
    },
    reaches: /\/can-bo\/nhieu-ho-so\/[\da-f-]{36}$/,
  },
  {
    page: 'ban-giao/index',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/ban-giao');
      await page.getByLabel('Người bàn giao').selectOption({ index: 1 });
      await press(page, 'Xem những gì sẽ bàn giao');
      await press(page, 'Bàn giao tất cả');
    },
    refused: 422,
  },
  {
    page: 'quan-tri',
    as: 'CVP',
    async send(page) {
      await page.goto('/can-bo/quan-tri');
      await press(page, 'Không đồng ý');
    },
    reaches: /\/can-bo\/quan-tri\?xong=khong/,
  },
  {
    page: 'quan-tri/luu-giu',
    as: 'CVP',
    async send(page, number) {
      await page.goto('/can-bo/quan-tri/luu-giu');
      await page.getByLabel('Mã hồ sơ').fill(number);
      await page.getByLabel('Vì sao phải giữ').fill('Đang thanh tra (dữ liệu thử).');
      await press(page, 'Giữ lại, không hủy');
    },
    reaches: /\/can-bo\/quan-tri\/luu-giu\?xong=giu$/,
  },
  {
    page: 'dat-mat-khau',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/tai-khoan');
      await page.getByLabel('Họ tên hoặc tên vị trí').fill('Văn thư (dữ liệu thử)');
      await page.getByLabel('E-mail công vụ').fill('van.thu@minhhoa.invalid');
      await page.getByLabel('Vai trò').selectOption('TN');
      await page.getByLabel('Đơn vị').selectOption('van-phong');
      await press(page, 'Mở tài khoản và mời');
      const link = (await page.locator('#duong-dan-mot-lan').textContent()) ?? '';
      await page.context().clearCookies();
      const { pathname, search } = new URL(link);
      await page.goto(pathname + search);
      for (const label of ['Mật khẩu mới', 'Nhập lại mật khẩu mới'])
        await page.getByLabel(label, { exact: true }).fill('năm cây dừa bên bờ biển');
      await press(page, 'Đặt mật khẩu');
    },
    reaches: /\/can-bo\/dang-nhap\?da-dat=1/,
  },
  {
    page: 'thu-bao',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/thu-bao');
      await page.getByText('Người gửi có ý kiến thêm', { exact: true }).click();
      await page.getByLabel('Giờ gửi').selectOption('08:15');
      await press(page, 'Lưu');
    },
    reaches: /\/can-bo\/thu-bao\?xong=1$/,
  },
  {
    page: 'thu-bao/co-quan',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/thu-bao/co-quan');
      await page.getByLabel('Báo Chánh Văn phòng khi hồ sơ').selectOption('2');
      await page.getByLabel('Căn cứ').fill('Quy chế làm việc của cơ quan (dữ liệu thử)');
      await press(page, 'Lưu');
    },
    reaches: /\/can-bo\/thu-bao\/co-quan\?xong=1$/,
  },
  {
    page: 'thoi-thu-bao',
    async send(page) {
      await page.goto('/can-bo/thoi-thu-bao?ma=abc');
      await press(page, 'Thôi nhận');
    },
    refused: 404,
  },
  {
    page: 'viec-nen',
    as: 'QT',
    async send(page) {
      await page.goto('/can-bo/viec-nen');
      await press(page, 'Thử lại');
    },
    reaches: /\/can-bo\/viec-nen\?xong=1/,
  },
  {
    page: 'da-nhap',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/nhap');
      await page.getByText('Điện thoại chuyên dùng', { exact: true }).click();
      await page.getByLabel('Nội dung, ghi đúng lời người gửi').fill('Biểu mẫu còn thừa giấy (dữ liệu thử).');
      await page.getByLabel('Nội dung theo Điều 5').selectOption('5.2');
      await page.getByLabel('Họ và tên, tên tổ chức').fill('Người Thử Nghiệm');
      await page.getByLabel('Địa chỉ', { exact: true }).fill('Thôn Thử, xã Thử, tỉnh Quảng Ngãi');
      await page.getByLabel('Số điện thoại').fill('0900 000 000');
      await press(page, 'Lưu, cấp mã');
      await page.waitForURL('/can-bo/da-nhap');
      await press(page, 'Xong, vào sổ tiếp');
    },
    reaches: /\/can-bo\/nhap$/,
  },
  {
    page: 'gui-lai',
    as: 'TN',
    async send(page, number) {
      const cookies = await page.context().cookies();
      await page.goto(`/can-bo/ho-so/${number}`);
      await page.getByLabel('Tóm tắt cho sổ tiếp nhận').fill('Một câu tóm tắt đã viết rất lâu.');
      await page.context().clearCookies();
      await page.locator('#buoc-classify button[name=step]').click();
      await page.getByRole('heading', { name: 'Phiên đăng nhập đã hết hạn' }).waitFor();
      await page.context().addCookies(cookies);
      await press(page, 'Gửi lại');
    },
    reaches: /\/can-bo\/ho-so\/[^/]+\?xong=classify/,
  },
  {
    page: 'xac-thuc',
    async send(page) {
      await page.goto('/can-bo/xac-thuc');
      await page.getByLabel('Mã 6 chữ số').fill('123456');
      await press(page, 'Xác nhận');
    },
    refused: 422,
  },
  {
    page: 'mau-van-ban/[code]',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/mau-van-ban/gia-han');
      await page.getByLabel('Tên mẫu').fill('Thông báo gia hạn (bản thử)');
      await press(page, 'Trình duyệt bản này');
    },
    reaches: /\/can-bo\/mau-van-ban\/gia-han\?xong=propose$/,
  },
  // The last ones: the case that came in waits for its sender from here on.
  {
    page: 'ho-so/[number]/cong-van',
    as: 'TN',
    async send(page, number) {
      await page.goto(`/can-bo/ho-so/${number}`);
      const ask = page.locator('#buoc-ask-supplement');
      await ask.locator('summary').first().click();
      await ask.getByLabel('Cần bổ sung điều gì').fill('Ghi rõ tên biểu mẫu (dữ liệu thử).');
      await ask.locator('button[name=step]').click();
      await page.getByText('Đã xong: Yêu cầu bổ sung').waitFor();
      await page.goto(`/can-bo/ho-so/${number}/cong-van?loai=supplement`);
      await page.getByLabel('Quyền hạn, chức vụ người ký').selectOption({ index: 1 });
      await page.getByLabel('Họ tên người ký').fill('Người Ký Thử');
      await press(page, 'Cấp số, ghi vào sổ văn bản đi');
    },
    reaches: /\/can-bo\/van-ban-di\/[\da-f-]{36}\?xong=1$/,
  },
  {
    page: 'van-ban-di/[id]',
    as: 'TN',
    async send(page) {
      await page.goto('/can-bo/van-ban-di');
      await page.locator('tbody th a').last().click();
      await page.getByText('Hủy số này').click();
      await page.getByLabel('Lý do hủy').fill('Ghi nhầm mẫu (dữ liệu thử).');
      await press(page, 'Hủy số');
    },
    reaches: /\/can-bo\/van-ban-di\/[\da-f-]{36}$/,
  },
];
