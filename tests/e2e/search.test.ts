// Searching in a browser: suggestions by keyboard, results with and without script, one way of searching everywhere.
import { beforeAll, describe, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { accessibilityFaults, outsiders } from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});

const postal = 'Cấp giấy phép bưu chính (cấp tỉnh)';

describe.each(['/', '/thu-tuc', '/tim-kiem'])('the search field on %s', (address) => {
  test('suggests while one types and is walked through with the keyboard', async () => {
    const { page, addresses, complaints } = await openVisitor(portal.origin);
    const catalogues = () => addresses.filter((one) => one.endsWith('/tim-kiem/danh-muc.json')).length;
    await page.goto(address);
    const input = page.getByRole('combobox');
    expect(catalogues()).toBe(0);
    await input.fill('giaays pheps buwu');
    await page.getByRole('option').first().waitFor();
    expect(catalogues()).toBe(1);
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('option').first().innerText()).toContain(postal);
    expect(await page.locator('form[data-search-box] [role="status"]').innerText()).toMatch(/^\d+ thủ tục\./);
    expect(await accessibilityFaults(page)).toEqual([]);

    const chosen = () => page.locator('[role="option"][aria-selected="true"]').getAttribute('id');
    await input.press('ArrowDown');
    expect(await chosen()).toBe('q-goi-y-0');
    expect(await input.getAttribute('aria-activedescendant')).toBe('q-goi-y-0');
    await input.press('End');
    const last = await chosen();
    await input.press('ArrowDown');
    expect(await chosen()).toBe('q-goi-y-0');
    await input.press('ArrowUp');
    expect(await chosen()).toBe(last);
    await input.press('Home');
    expect(await chosen()).toBe('q-goi-y-0');
    await input.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await input.inputValue()).toBe('giaays pheps buwu');
    await input.press('ArrowDown');
    await input.press('ArrowDown');
    await input.press('Enter');
    await page.waitForURL('/thu-tuc/cap-giay-phep-buu-chinh-cap-tinh');
    expect(complaints).toEqual([]);
  });
});

test('Enter without a choice asks for all results', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/');
  await page.getByRole('combobox').fill('buu chinh');
  await page.getByRole('combobox').press('Enter');
  await page.waitForURL('/tim-kiem?q=buu+chinh');
  expect(await page.locator('.hits a').first().innerText()).toBe(postal);
});

test('the open list stays within a narrow screen', async () => {
  const { page } = await openVisitor(portal.origin, { viewport: { width: 320, height: 700 } });
  await page.goto('/tim-kiem');
  await page.getByRole('combobox').fill('giay chung nhan to chuc');
  await page.getByRole('option').first().waitFor();
  expect(await outsiders(page)).toEqual([]);
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/suggestions-320.png` });
});

test('where the catalogue does not come, the form still asks the server', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.route('**/danh-muc.json', (route) => route.abort());
  await page.goto('/tim-kiem');
  await page.getByRole('combobox').fill('sang kien');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.waitForURL('/tim-kiem?q=sang+kien');
  expect(await page.locator('.hits a').first().innerText()).toBe(
    'Thủ tục mua sáng chế, sáng kiến (cấp tỉnh)',
  );
});

// One query of every kind of the judged file, over the portal's own procedures.
const measures = 'Thủ tục công bố sử dụng dấu định lượng';
const ideas = 'Thủ tục mua sáng chế, sáng kiến (cấp tỉnh)';
const ended = 'Cấp lại giấy phép bưu chính khi hết hạn (cấp tỉnh)';
const startups = 'Thủ tục công nhận trung tâm hỗ trợ khởi nghiệp sáng tạo cấp tỉnh';
const kinds: [kind: string, query: string, title: string, mended: string][] = [
  ['exact', 'Cấp giấy phép bưu chính (cấp tỉnh)', postal, ''],
  ['nodiac', 'cong bo su dung dau dinh luong', measures, ''],
  ['mixed', 'cấp giay phép buu chinh', postal, ''],
  ['tone', 'khởi nghịêp sáng tạo', startups, ''],
  ['typo', 'dấu địh lượng', measures, 'dấu định lượng'],
  ['telex', 'giaays pheps buwu chinhs', postal, 'giấy phép bưu chính'],
  ['telex', 'gia61y phe1p bu7u chi1nh', postal, 'giấy phép bưu chính'],
  ['abbr', 'GP bưu chính', postal, ''],
  ['code', 'TTHC-1.003633', ended, ''],
  ['order', 'định lượng dấu sử dụng', measures, ''],
  ['stop', 'cho em hỏi thủ tục xin cấp giấy phép bưu chính ạ', postal, ''],
  ['syn', 'bằng phát minh', ideas, ''],
  ['prefix', 'mua sáng c', ideas, ''],
  ['nl', 'giấy phép bưu chính sắp hết hạn phải làm gì', ended, ''],
];

test('a query of every kind finds its procedure first, while one types and on the page without script', async () => {
  const { page: typing } = await openVisitor(portal.origin);
  await typing.goto('/tim-kiem');
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  for (const [kind, query, title, mended] of kinds) {
    const input = typing.getByRole('combobox');
    await input.fill(query);
    await expect
      .poll(() => typing.getByRole('option').first().innerText({ timeout: 1_000 }), {
        message: `${kind}: ${query}`,
      })
      .toContain(title);
    await page.goto(`/tim-kiem?${new URLSearchParams({ q: query })}`);
    expect(await page.locator('.hits a').first().innerText(), `${kind}: ${query}`).toBe(title);
    expect(await page.locator('.mended strong').allInnerTexts(), query).toEqual(mended ? [mended] : []);
  }
});

describe('without script', () => {
  const open = () => openVisitor(portal.origin, { javaScriptEnabled: false });

  test('a query is answered, mended, highlighted and narrowed', async () => {
    const { page } = await open();
    await page.goto('/');
    await page.getByLabel('Ông/Bà cần làm gì?').fill('giaays pheps');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.waitForURL('/tim-kiem?q=giaays+pheps');
    expect(await page.locator('.mended').innerText()).toContain('Đang hiện kết quả cho giấy phép');
    expect(await page.locator('.hits mark').first().innerText()).toBe('giấy phép');
    await page.getByRole('link', { name: 'Bưu chính', exact: true }).click();
    expect(await page.locator('.total').innerText()).toContain('lĩnh vực Bưu chính');
    await page.goto('/tim-kiem?q=giaays+pheps');
    await page.getByRole('link', { name: 'Tìm đúng “giaays pheps”' }).click();
    expect(await page.locator('.empty').innerText()).toContain('Chưa tìm thấy gì cho “giaays pheps”');
  });

  test('long lists have pages', async () => {
    const { page } = await open();
    await page.goto('/tim-kiem?q=cap');
    const first = await page.locator('.hits a').first().innerText();
    await page.getByRole('link', { name: 'Trang sau' }).click();
    expect(await page.locator('.pages').innerText()).toContain('Trang 2 trên');
    expect(await page.locator('.hits a').first().innerText()).not.toBe(first);
  });

  test('a page beyond the end is the last one', async () => {
    const { page } = await open();
    await page.goto('/tim-kiem?q=buu+chinh&trang=19');
    expect(new URL(page.url()).searchParams.get('trang')).toBe('2');
    expect(await page.locator('.pages').innerText()).toContain('Trang 2 trên 2');
    expect(await page.locator('.hits li').count()).toBeGreaterThan(0);
  });

  test('where nothing or only something near is found, other ways are shown, and one is back to mended words', async () => {
    const { page } = await open();
    await page.goto('/tim-kiem?q=b%C3%A1nh+m%C3%AC');
    const empty = page.locator('.empty');
    expect(await empty.getByRole('link').allInnerTexts()).toEqual(
      expect.arrayContaining([
        'Hỏi qua đường dây nóng',
        'gửi phản ánh, kiến nghị',
        'Cổng Dịch vụ công quốc gia',
      ]),
    );
    await empty.getByRole('link', { name: 'sáng kiến' }).click();
    expect(await page.locator('.hits a').count()).toBeGreaterThan(0);
    await page.goto('/tim-kiem?q=startup+support');
    expect(await page.locator('.total').innerText()).toContain('Không có nội dung khớp hẳn');
    expect(await page.locator('.else').innerText()).toContain('Cổng Dịch vụ công quốc gia');
    await page.goto('/tim-kiem?q=dang+ky+ket+hon');
    expect(await page.locator('.elsewhere').innerText()).toContain('Nơi giải quyết: Ủy ban nhân dân cấp xã');
    expect(await page.locator('.hits a').count()).toBe(0);
    await page.goto('/tim-kiem?q=giaays+pheps&dung=1');
    await page.getByRole('link', { name: 'Tìm cả chữ gõ nhầm' }).click();
    expect(await page.locator('.hits mark').first().innerText()).toBe('giấy phép');
  });

  test('one endless word stays within a narrow screen', async () => {
    const { page } = await openVisitor(portal.origin, {
      javaScriptEnabled: false,
      viewport: { width: 375, height: 700 },
    });
    await page.goto(`/tim-kiem?q=${'a'.repeat(300)}`);
    expect(await outsiders(page)).toEqual([]);
    await page.goto(`/tim-kiem?q=giaays+pheps+${'a'.repeat(180)}`);
    expect(await outsiders(page)).toEqual([]);
  });

  test('the former address leads to this one', async () => {
    const { page } = await open();
    await page.goto('/thu-tuc/tim?q=buu+chinh');
    expect(new URL(page.url()).pathname).toBe('/tim-kiem');
  });

  test('whatever stands in the address, there is a page', async () => {
    const { page } = await open();
    for (const query of [
      '',

      '?q=a&trang=abc',
      '?q=a&loai=x',
      '?q=%3Cscript%3E',
      '?q=cap&trang=999',
      `?q=${'a'.repeat(3000)}`,
    ])
      expect((await page.goto(`/tim-kiem${query}`))?.status(), query).toBe(200);
  });
});
