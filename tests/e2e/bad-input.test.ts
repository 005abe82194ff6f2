// What goes wrong at a form: wrong or missing input, impatience, the back button, a lost session, a dead database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '../../api/cases/tools/secret.ts';
import { openVisitor } from '../support/browser/browser.ts';
import {
  choose,
  citizen,
  confidential,
  fillIn,
  lookOver,
  lookUp,
  receiptOn,
  send,
  submitCase,
} from '../support/browser/citizen.ts';
import { indiscretions } from '../support/reading/indiscretions.ts';
import { openOfficer, signIn, stepForm, take, took } from '../support/browser/officer.ts';
import { unmarkedVietnamese } from '../support/browser/inspection.ts';
import { openRunningPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { pdf } from '../support/worlds/files.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await openRunningPortal();
});
afterAll(async () => {
  await portal.stop();
  expect(indiscretions(portal.writtenDown(), confidential)).toEqual([]);
});

const cases = () =>
  portal.onDatabase(async (client) => {
    const { rows } = await client.query<{ cases: string }>('select count(*) as cases from cases');
    return Number(rows[0]?.cases);
  });

describe.each([
  { script: 'with script', javaScriptEnabled: true },
  { script: 'without script', javaScriptEnabled: false },
])('$script', ({ javaScriptEnabled }) => {
  const visit = () => openVisitor(portal.origin, { javaScriptEnabled });

  test('an empty form: a summary in focus, each line leads to its control', async () => {
    const { page } = await visit();
    await page.goto('/phan-anh/gui');
    await lookOver(page);
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toBe('Có lỗi: Gửi phản ánh, kiến nghị – Sở KH&CN Quảng Ngãi');
    const lines = summary.getByRole('link');
    // The page may still be coming in.
    await lines.nth(6).waitFor();
    expect(await lines.allInnerTexts()).toEqual([
      'Chọn một loại nội dung gần nhất với điều Ông/Bà muốn nói.',
      'Nêu rõ sự việc, ít nhất 20 ký tự: ở đâu, khi nào, việc gì, vướng ở chỗ nào.',
      'Chọn cá nhân hoặc tổ chức.',
      'Nhập họ và tên, hoặc tên tổ chức (Điều 7 Nghị định 20/2008/NĐ-CP).',
      'Nhập địa chỉ liên hệ: số nhà hoặc thôn, xã, tỉnh (Điều 7 Nghị định 20/2008/NĐ-CP).',
      'Hãy đọc thông báo về dữ liệu cá nhân và đánh dấu vào ô này.',
      'Cần số điện thoại hoặc thư điện tử để cơ quan liên hệ khi cần (Điều 7 Nghị định 20/2008/NĐ-CP).',
    ]);
    for (const line of await lines.all()) {
      await line.click();
      const focused = await page.evaluate(() => document.activeElement?.id);
      expect(`#${focused}`).toBe(await line.getAttribute('href'));
      expect(await page.locator(`[id="${focused}"]`).evaluate((element) => element.tagName)).toMatch(
        /^(INPUT|SELECT|TEXTAREA)$/,
      );
    }
  });

  test('one wrong field: everything else that was typed is still there', async () => {
    const { page } = await visit();
    await page.goto('/phan-anh/gui?thu-tuc=1.014445');
    await fillIn(page);
    await choose(page, 'Tôi đồng ý công khai nội dung');
    await page.getByLabel('Số điện thoại', { exact: true }).fill('không có');
    await lookOver(page);
    const sentence = 'Số điện thoại chưa đúng. Viết đủ 10 chữ số, ví dụ 09xx xxx xxx.';
    await page.locator('.error-summary').getByRole('link', { name: sentence }).waitFor();
    expect(await page.locator('#phone-error').innerText()).toContain(sentence);
    expect(
      await page.locator('form[action="/phan-anh/gui"]').evaluate((form: HTMLFormElement) => {
        const { idempotencyKey, pageToken, privacyNotice, attachments, ...fields } = Object.fromEntries(
          new FormData(form),
        );
        return fields;
      }),
    ).toEqual({
      contentCode: '5.2',
      procedure: '1.014445',
      body: citizen.body,
      wish: citizen.wish,
      kind: 'person',
      name: citizen.name,
      address: citizen.address,
      phone: 'không có',
      email: citizen.email,
      readPrivacyNotice: 'yes',
      consentsToPublication: 'yes',
    });
    expect(await page.getByLabel('Tôi đồng ý nhận thông báo').isChecked()).toBe(false);
  });

  test('behind a proxy that lets no page say where it came from, the form is taken', async () => {
    const { page } = await visit();
    // What the proxy and an old browser leave: no Referer, `Origin: null`, no Sec-Fetch-Site.
    await page.route('**/*', async (route) => {
      const request = route.request();
      const { referer, 'sec-fetch-site': site, ...headers } = await request.allHeaders();
      const answer = await route.fetch({
        headers: { ...headers, ...(request.method() === 'POST' && { origin: 'null' }) },
        maxRedirects: 0,
      });
      await route.fulfill({
        response: answer,
        headers: { ...answer.headers(), 'referrer-policy': 'no-referrer' },
      });
    });
    const before = await cases();
    const { number } = await submitCase(page);
    expect(number).toMatch(/^PAKN-\d{4}-\d{6}$/);
    expect(await cases()).toBe(before + 1);
  });

  test('a double click on the send button is one case', async () => {
    const { page } = await visit();
    await page.goto('/phan-anh/gui');
    await fillIn(page);
    await lookOver(page);
    const before = await cases();
    await page.getByRole('button', { name: 'Gửi phản ánh, kiến nghị' }).dblclick();
    await receiptOn(page);
    expect(await cases()).toBe(before + 1);
  });

  test('going back and sending the same again gives the same receipt; other words are another case', async () => {
    const { page } = await visit();
    const receipt = await submitCase(page);
    const before = await cases();
    const backToTheForm = async () => {
      await page.evaluate(() => history.go(-2));
      await page.waitForURL('/phan-anh/gui');
    };
    await backToTheForm();
    expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe(citizen.body);
    await lookOver(page);
    await send(page);
    expect(await receiptOn(page)).toEqual(receipt);
    expect(await cases()).toBe(before);

    await backToTheForm();
    await page.getByLabel('Việc đã xảy ra').fill(`${citizen.body} Viết thêm một câu.`);
    await lookOver(page);
    await send(page);
    expect(await receiptOn(page)).not.toEqual(receipt);
    expect(await cases()).toBe(before + 1);
  });

  test('back, reload and “Sửa” lose nothing: after a mended error, from the look-over, from the receipt', async () => {
    const { page, addresses } = await visit();
    const body = page.getByLabel('Việc đã xảy ra');
    const waiting = () =>
      portal.onDatabase(
        async (client) => (await client.query<{ sealed: string }>('select sealed from drafts')).rows,
      );
    await page.goto('/phan-anh/gui');
    const before = (await waiting()).length;
    await fillIn(page);
    await page.getByLabel('Số điện thoại', { exact: true }).fill('không có');
    await page.setInputFiles('#attachments', {
      name: 'anh-thu.pdf',
      mimeType: 'application/pdf',
      buffer: pdf,
    });
    await lookOver(page);
    await page.locator('.error-summary').waitFor();
    await page.reload();
    await page.locator('.error-summary').getByText('Số điện thoại chưa đúng').waitFor();
    expect(await body.inputValue()).toBe(citizen.body);
    await page.getByLabel('Số điện thoại', { exact: true }).fill(citizen.phone);
    await lookOver(page);
    await page.getByText('Chưa có gì được gửi').waitFor();
    expect(new URL(page.url()).pathname).toBe('/phan-anh/gui/xem-lai');
    await page.getByRole('button', { name: 'Bỏ tệp anh-thu.pdf' }).waitFor();

    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Gửi phản ánh, kiến nghị' }).waitFor();
    expect(await body.inputValue()).toBe(citizen.body);
    await page.goForward();
    await page.reload();
    await page.getByRole('link', { name: 'Sửa Địa chỉ', exact: true }).click();
    await page.waitForURL('/phan-anh/gui#address');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('address');
    expect(await page.getByLabel('Địa chỉ', { exact: true }).inputValue()).toBe(citizen.address);
    expect(await page.locator('.error-summary').count()).toBe(0);
    await page.getByLabel('Bỏ “anh-thu.pdf”').waitFor();
    await lookOver(page);
    await page.getByRole('button', { name: 'Bỏ tệp anh-thu.pdf' }).waitFor();

    const rows = await waiting();
    expect(rows).toHaveLength(before + 1);
    expect(JSON.stringify(rows)).not.toContain(citizen.name);
    await send(page);
    const { number } = await receiptOn(page);
    expect(await waiting()).toHaveLength(before);
    await page.reload();
    expect(await page.locator('#ma-ho-so').innerText()).toBe(number);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Phản ánh, kiến nghị này đã gửi' }).waitFor();
    await page.getByRole('link', { name: 'Xem giấy biên nhận' }).click();
    expect((await receiptOn(page)).number).toBe(number);
    expect(addresses.filter((address) => /[?&]/.test(address))).toEqual([]);
  });

  test('“Xóa bản nháp” empties the form at once, on the server too', async () => {
    const { page } = await visit();
    await page.goto('/phan-anh/gui');
    await fillIn(page);
    await lookOver(page);
    await page.goto('/phan-anh/gui?loai=5.1');
    expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe(citizen.body);
    await page.getByRole('button', { name: 'Xóa bản nháp' }).click();
    await page.waitForURL('/phan-anh/gui');
    expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe('');
    await page.goto('/phan-anh/gui/xem-lai');
    await page.getByRole('heading', { level: 1, name: 'Không có phản ánh nào đang viết' }).waitFor();
  });

  test('a mistyped code is told from a wrong one, and both numbers stay in the form', async () => {
    const { page } = await visit();
    const { number, secret } = await submitCase(page);
    const tried = { number, secret: `${secret.slice(0, -1)}${secret.endsWith('2') ? '3' : '2'}` };
    await lookUp(page, tried);
    await page.locator('#secret-error').getByText('chưa khớp ký tự kiểm tra').waitFor();
    const kept = async () => ({
      number: await page.getByLabel('Mã hồ sơ', { exact: true }).inputValue(),
      secret: await page.getByLabel('Mã tra cứu', { exact: true }).inputValue(),
    });
    expect(await kept()).toEqual(tried);

    const foreign = { number, secret: newSecret() };
    await lookUp(page, foreign);
    await page.locator('.error-summary').getByText('Không có hồ sơ nào khớp').waitFor();
    expect(await kept()).toEqual(foreign);
    expect(await page.locator('main').innerText()).not.toContain('Diễn biến');
  });

  test('a session that ends while an officer writes loses nothing of what was written', async () => {
    const { number } = await submitCase((await visit()).page);
    const { page } = await openOfficer(portal, 'TN', { javaScriptEnabled });
    await page.goto(`/can-bo/ho-so/${number}`);
    const summary = stepForm(page, 'classify').getByLabel('Tóm tắt cho sổ tiếp nhận');
    await summary.fill('Một câu tóm tắt đã viết rất lâu.');
    await portal.onDatabase((client) =>
      client.query("update staff_sessions set expires_at = now() - interval '1 second'"),
    );
    await take(page, 'classify');

    await page.getByRole('heading', { name: 'Phiên đăng nhập đã hết hạn' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Một câu tóm tắt đã viết rất lâu.');
    await page.getByRole('link', { name: 'Đăng nhập lại để viết tiếp' }).click();
    await signIn(page, portal, 'TN');
    await page.waitForURL(`/can-bo/ho-so/${number}`);
    expect(await summary.inputValue()).toBe('Một câu tóm tắt đã viết rất lâu.');
    await take(page, 'classify');
    await took(page, 'Phân loại');
  });

  test('while the database is away the form says so and keeps everything; afterwards it goes through', async () => {
    const { page } = await visit();
    await page.goto('/phan-anh/gui');
    await fillIn(page);
    await lookOver(page);
    await page.getByText('Chưa có gì được gửi').waitFor();
    const before = await cases();
    await portal.withoutDatabase(async () => {
      const answered = page.waitForResponse('/phan-anh/gui');
      await send(page);
      expect((await answered).status()).toBe(503);
      expect(await page.locator('.error-summary').innerText()).toBe(
        'Chưa gửi được\nHệ thống đang tạm ngừng, chưa ghi nhận được. Chưa có gì được ghi. Hãy thử gửi lại sau ít phút; nội dung đã gõ vẫn còn.',
      );
      expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe(citizen.body);
      expect(await page.getByLabel('Họ và tên, hoặc tên tổ chức').inputValue()).toBe(citizen.name);
    });
    expect(await cases()).toBe(before);
    await lookOver(page);
    await send(page);
    await receiptOn(page);
    expect(await cases()).toBe(before + 1);
  });
});

test.each(['https://la.example/can-bo', '//la.example/can-bo', '/\\la.example', '/can-bo/../tra-cuu'])(
  'the log-in leads to no other place than the staff pages: %s',
  async (wanted) => {
    const { page, addresses } = await openVisitor(portal.origin);
    await page.goto(`/can-bo/dang-nhap?tiep=${encodeURIComponent(wanted)}`);
    await signIn(page, portal, 'TN');
    await page.waitForURL('/can-bo');
    expect(addresses.filter((address) => !address.startsWith(`${portal.origin}/`))).toEqual([]);
  },
);

test('the log-in leads on to the staff page that was asked for', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/can-bo/thoi-han');
  await signIn(page, portal, 'TN');
  await page.waitForURL('/can-bo/thoi-han');
});

test('a page that fails says so in the language of its address', async () => {
  const { page } = await openVisitor(portal.origin);
  const { number, secret } = await submitCase(page);
  expect(number && secret).toBeTruthy();
  await portal.withoutDatabase(async () => {
    for (const [address, heading] of [
      ['/tra-cuu/ho-so', 'Hệ thống đang tạm ngừng, chưa làm được việc vừa yêu cầu'],
      ['/en/cases/case', 'The system is out of service for the moment and could not do this'],
    ] as const) {
      const answer = await page.goto(address);
      expect([answer?.status(), answer?.headers()['retry-after']]).toEqual([503, '30']);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    }
    expect(await unmarkedVietnamese(page)).toEqual([]);
  });
});

test('while the database is away an officer keeps what was written; afterwards it goes through', async () => {
  const { number } = await submitCase((await openVisitor(portal.origin)).page);
  const { page } = await openOfficer(portal, 'TN');
  await page.goto(`/can-bo/ho-so/${number}`);
  await stepForm(page, 'classify').getByLabel('Tóm tắt cho sổ tiếp nhận').fill('Một câu tóm tắt đã viết.');
  await portal.withoutDatabase(async () => {
    await take(page, 'classify');
    await page.getByRole('heading', { name: 'Hệ thống đang tạm ngừng' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Một câu tóm tắt đã viết.');
  });
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await took(page, 'Phân loại');
});
