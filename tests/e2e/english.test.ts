// A foreign company on its way in English, without script: finds, sends, mends an error, follows; and reads its e-mail.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { unmarkedVietnamese } from '../support/browser/inspection.ts';
import { sharedPortal } from '../support/process/running-portal.ts';
import { eventually } from '../support/run/eventually.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';

const email = 'english.company@thu.example';
const body = 'Bộ phận tiếp nhận đòi thêm bản dịch đã nộp (dữ liệu thử của bài kiểm).';

test.each([true, false])('the whole way stands in English (script: %s)', async (javaScriptEnabled) => {
  const portal = await sharedPortal();
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled, locale: 'en-GB' });
  const inEnglish = async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // The walker of texts runs by the browser's own hand, also where the page may run none.
    expect(await unmarkedVietnamese(page)).toEqual([]);
  };
  /** The letter to an address about a case, as the portal lays it down without a mail server; links of it lead to English pages. */
  const letterAbout = async (number: string, to: string, subject = '') => {
    const folder = path.join(portal.dataDir, 'mail');
    const found = () =>
      (fs.existsSync(folder) ? fs.readdirSync(folder) : [])
        .filter((file) => file.endsWith('.eml'))
        .map((file) => readLetter(fs.readFileSync(path.join(folder, file), 'latin1')))
        .find(
          (letter) =>
            letter.text.includes(number) &&
            letter.subject.includes(subject) &&
            letter.headers.toLowerCase().includes(to),
        );
    await eventually(`a letter to ${to} is written`, async () => found() !== undefined, 60_000);
    const letter = found()!;
    expect(letter.text).not.toMatch(/[\u1ea0-\u1ef9đĐ]/u);
    return letter;
  };
  const linkIn = (text: string) => /\/en\/cases\/[\w-]+\?ma=[\w-]{48}/.exec(text)?.[0] ?? '';
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
  await page.getByLabel('E-mail', { exact: true }).fill(email);
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
  await page.getByText('E-mail the receipt to me').click();
  await page.getByLabel('E-mail address for the receipt').fill('trial@thu.example');
  await press('Send it to me');
  await page.getByText('The receipt is on its way to your e-mail address').waitFor();
  await inEnglish();
  const receipt = await letterAbout(number, 'trial@thu.example');
  expect(receipt.subject).toContain(`Receipt ${number}: received at`);
  expect(receipt.text).not.toContain(secret);
  await press('Done, remove the codes from this device');
  await page.waitForURL('/en/feedback/removed');
  await inEnglish();
  expect(await page.locator('main li:visible').count()).toBe(0);

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

  await press('Send the e-mail that confirms it');
  await page.waitForURL('/en/cases/confirm-address?xong=thu');
  await inEnglish();
  const confirming = linkIn((await letterAbout(number, email, 'Confirm your e-mail')).text);
  await page.goto(confirming);
  await inEnglish();
  await press('Confirm the address');
  await page.getByText('Your address is confirmed').waitFor();
  await inEnglish();

  await page.goto('/en/cases');
  await page.getByRole('link', { name: 'Get a new code by your confirmed e-mail address' }).click();
  await page.waitForURL('/en/cases/lost-code');
  await inEnglish();
  await press('Send the link to a new code');
  await page.locator('.error-summary').waitFor();
  await inEnglish();
  await page.getByLabel('Case number', { exact: true }).fill(number);
  await page.getByLabel('E-mail address given in the case').fill(email);
  await press('Send the link to a new code');
  await page.getByText('Your request has been received').waitFor();
  await inEnglish();
  const renewing = linkIn((await letterAbout(number, email, 'Make a new look-up code')).text);
  await page.goto(renewing);
  await inEnglish();
  await press('Make a new code');
  await page.waitForURL('/en/cases/new-code');
  await inEnglish();
  expect(await page.locator('#ma-tra-cuu').innerText()).not.toBe(secret);
  await page.goto(renewing);
  await press('Make a new code');
  await page.getByText('This link is not right, was used already').waitFor();
  await inEnglish();
  await page.goto('/en/cases/case');

  // The same page in Vietnamese, with the case still open.
  await page.getByRole('link', { name: 'Tiếng Việt' }).click();
  await page.waitForURL('/tra-cuu/ho-so');
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
  expect(await page.locator('h1').innerText()).toBe(`Hồ sơ ${number}`);
});

test('what is begun on one device goes on on another in English, by its link', async () => {
  const portal = await sharedPortal();
  const { page: desk } = await openVisitor(portal.origin, { locale: 'en-GB' });
  await desk.goto('/en/feedback');
  await desk.getByLabel('What happened', { exact: true }).fill(body);
  await desk.getByRole('button', { name: 'Continue on another device' }).click();
  await desk.waitForURL('/en/feedback/other-device');
  const code = (await desk.locator('#ma-viet-tiep').innerText()).trim();
  expect(await unmarkedVietnamese(desk)).toEqual([]);
  expect(await desk.locator('main').innerText()).toContain('/en/feedback/continue and type:');

  const { page: phone } = await openVisitor(portal.origin, { locale: 'en-GB', javaScriptEnabled: false });
  await phone.goto('/en/feedback');
  await phone.getByRole('link', { name: 'Enter its code to continue' }).click();
  await phone.getByRole('button', { name: 'Continue on this device' }).click();
  await phone.locator('.error-summary').waitFor();
  expect(await unmarkedVietnamese(phone)).toEqual([]);
  await phone.getByLabel('Code', { exact: true }).fill('AAAA-AAAA-AAAA-AAAA-AAAA');
  await phone.getByRole('button', { name: 'Continue on this device' }).click();
  await phone.locator('.error-summary').getByText('This code is not right').waitFor();
  await phone.getByLabel('Code', { exact: true }).fill(code);
  await phone.getByRole('button', { name: 'Continue on this device' }).click();
  await phone.waitForURL('/en/feedback');
  expect(await phone.getByLabel('What happened', { exact: true }).inputValue()).toBe(body);
  await desk.reload();
  await desk.getByRole('heading', { level: 1, name: 'There is no code to continue with' }).waitFor();
  expect(await unmarkedVietnamese(desk)).toEqual([]);
});

test('no English page leads to a Vietnamese one without saying so', async () => {
  const portal = await sharedPortal();
  const { page } = await openVisitor(portal.origin, { locale: 'en-GB' });
  const silent: string[] = [];
  for (const address of [
    '/en',
    '/en/search?q=technology',
    '/en/procedures/1.014445',
    '/en/hotline',
    '/en/privacy',
    '/en/feedback',
    '/en/feedback/removed',
    '/en/feedback/continue',
    '/en/feedback/other-device',
    '/en/cases',
    '/en/cases/lost-code',
    '/en/cases/renew-code?ma=abc',
    '/en/cases/confirm-address?ma=abc',
    '/en/cases/stop?ma=abc',
    '/en/nothing-here',
  ]) {
    await page.goto(address);
    expect(await unmarkedVietnamese(page)).toEqual([]);
    const links = await page.locator('a[href^="/"]').evaluateAll((all) =>
      all.map((link) => ({
        to: link.getAttribute('href') ?? '',
        says: link.textContent?.trim() ?? '',
        // A sentence may say it once for all its links.
        isTold: link.closest('p, li')?.textContent?.trim().startsWith('Only in Vietnamese:') ?? false,
        isMarked: link.closest('[lang]')?.getAttribute('lang') === 'vi',
      })),
    );
    silent.push(
      ...links
        .filter(({ to }) => !/^\/en(?:[/?#]|$)/.test(to))
        .filter(({ says, isMarked, isTold }) => !isMarked && !isTold && !/Vietnamese/.test(says))
        .map(({ to, says }) => `${address}: ${says} -> ${to}`),
    );
  }
  expect(silent).toEqual([]);
});
