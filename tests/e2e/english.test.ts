// A foreign company on its way in English, without script: finds, sends, mends an error, follows; and reads its e-mail.
import { expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { unmarkedVietnamese } from '../support/browser/inspection.ts';
import { sharedPortal } from '../support/process/running-portal.ts';

const body = 'Bộ phận tiếp nhận đòi thêm bản dịch đã nộp (dữ liệu thử của bài kiểm).';

test.each([true, false])('the whole way stands in English (script: %s)', async (javaScriptEnabled) => {
  const portal = await sharedPortal();
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled, locale: 'en-GB' });
  const inEnglish = async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // The walker of texts runs by the browser's own hand, also where the page may run none.
    expect(await unmarkedVietnamese(page)).toEqual([]);
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.goto('/en');
  await inEnglish();
  await page.getByLabel('What do you need to do?').fill('technology transfer registration');
  await press('Search');
  await page.waitForURL('/en/search?*');
  await inEnglish();
  const [first] = await page.locator('.hits li').allInnerTexts();
  expect(first).toContain('Thủ tục cấp Giấy chứng nhận đăng ký hợp đồng chuyển giao công nghệ');
  expect(first).toContain('Certificate of registration of a technology transfer contract');

  await page
    .getByRole('navigation', { name: 'Main menu' })
    .first()
    .getByRole('link', { name: 'Send feedback' })
    .click();
  await page.waitForURL('/en/feedback');
  await inEnglish();
  await page.locator('label', { hasText: 'A rule does not fit reality' }).click();
  await page.getByLabel('What happened', { exact: true }).fill('Ngắn');
  await page.locator('label', { hasText: 'Organisation or company' }).click();
  await page.getByLabel('Full name, or name of the organisation').fill('Trial Company (made up for a test)');
  await page.getByLabel('Address', { exact: true }).fill('1 Trial Street, Trial Town');
  await page.getByLabel('Telephone', { exact: true }).fill('12');
  await page.locator('label', { hasText: 'I have read the notice' }).click();
  await press('Look it over before sending');
  await page.locator('.error-summary').waitFor();
  await inEnglish();
  expect(await page.locator('.error-summary li').allInnerTexts()).toEqual([
    'Say what happened, in at least 20 characters: where, when, what, and what went wrong.',
    expect.stringContaining('The telephone number is not right.'),
  ]);

  await page.getByLabel('What happened', { exact: true }).fill(body);
  await page.getByLabel('Telephone', { exact: true }).fill('+49 30 1234567');
  await press('Look it over before sending');
  await page.waitForURL('/en/feedback/review');
  await inEnglish();
  expect(await page.locator('dl.summary').innerText()).toContain('+49301234567');
  await press('Send');
  await page.waitForURL('/en/feedback/sent');
  await inEnglish();
  expect(await page.locator('main').innerText()).toMatch(
    /entered it in the register at \d\d:\d\d \(Vietnam time\) on \d{1,2} \w+ \d{4}/,
  );
  const number = await page.locator('#ma-ho-so').innerText();
  const secret = await page.locator('#ma-tra-cuu').innerText();
  await press('Done, remove the codes from this device');
  await page.waitForURL('/en');

  await page.goto('/en/cases');
  await page.getByLabel('Case number', { exact: true }).fill(number);
  await page.getByLabel('Look-up code', { exact: true }).fill('ABC');
  await press('Open the case');
  await page.locator('.error-summary').waitFor();
  await inEnglish();
  await page.getByLabel('Look-up code', { exact: true }).fill(secret);
  await press('Open the case');
  await page.waitForURL('/en/cases/case');
  await inEnglish();
  expect(await page.locator('main').innerText()).toContain('Your feedback has been entered in the register');
  expect(await page.locator('[lang=vi]', { hasText: body }).count()).toBeGreaterThan(0);

  // The same page in Vietnamese, with the case still open.
  await page.getByRole('link', { name: 'Tiếng Việt' }).click();
  await page.waitForURL('/tra-cuu/ho-so');
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  expect(await page.locator('h1').innerText()).toBe(`Hồ sơ ${number}`);
});
