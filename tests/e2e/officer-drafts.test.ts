// An officer's words outlive the machine: kept by a button or by themselves, there again elsewhere, asked about on leaving.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { stepForm, take, took } from '../support/browser/officer.ts';
import { reply } from '../support/portal/crew.ts';
import { sharedDesk, type Desk, type Who } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { eventually } from '../support/run/eventually.ts';

const written = 'Một câu trả lời đang viết dở, kể đủ căn cứ và việc sẽ làm (dữ liệu thử).';
let portal: RunningPortal;
let desk: Desk;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

const at = async (who: Who, address: string, javaScriptEnabled = true) => {
  const visitor = await openVisitor(portal.origin, { javaScriptEnabled, ...desk.as(who) });
  await visitor.page.goto(address);
  return visitor;
};
const wordsIn = (page: Page) => stepForm(page, 'draft-reply').locator('[name="body"]').inputValue();
const keptLine = (page: Page) => page.locator('#nhap-draft-reply [role=status]');
const rows = (number: string) =>
  portal.onDatabase(async (client) => {
    const { rows: found } = await client.query<{ form: string; dropped: boolean }>(
      'select form, dropped_at is not null as dropped from officer_drafts where page = $1 order by saved_at',
      [`/can-bo/ho-so/${number}`],
    );
    return found;
  });

describe('without script', () => {
  test('what was kept by the button is there on another machine; nothing of it was handed over', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page, context, addresses } = await at('XL', `/can-bo/ho-so/${number}`, false);
    const form = stepForm(page, 'draft-reply');
    await form.locator('[name="body"]').fill(written);
    await form.locator('[name="necessary"]').selectOption('flawed');
    await form.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.waitForURL(/#nhap-draft-reply$/);
    expect(await keptLine(page).innerText()).toMatch(
      /^Nháp lưu lúc .*Chưa gửi cho ai; chỉ Ông\/Bà đọc được\.$/,
    );
    await context.close();
    const { page: elsewhere } = await at('XL', `/can-bo/ho-so/${number}`, false);
    expect(await wordsIn(elsewhere)).toBe(written);
    expect(await stepForm(elsewhere, 'draft-reply').locator('[name="necessary"]').inputValue()).toBe(
      'flawed',
    );
    expect(await elsewhere.getByText('Đã phân công, đang xử lý').count()).toBeGreaterThan(0);
    expect(
      addresses.filter((address) => address.includes('vi%E1%BA%BFt') || address.includes('viết')),
    ).toEqual([]);
    expect(portal.writtenDown()).not.toContain('đang viết dở');
    for (const who of ['CVP', 'LD', 'TP'] as const) {
      const { page: other } = await at(who, `/can-bo/ho-so/${number}`, false);
      expect(await other.content()).not.toContain(written);
    }
  });

  test('thrown away it is taken back by one press, with what was typed last', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page } = await at('XL', `/can-bo/ho-so/${number}`, false);
    const form = stepForm(page, 'draft-reply');
    await form.locator('[name="body"]').fill('Câu trước.');
    await form.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.waitForURL(/#nhap-/);
    await form.locator('[name="body"]').fill(written);
    await form.getByRole('button', { name: 'Bỏ nháp' }).click();
    await page.getByText('Đã bỏ nháp').waitFor();
    expect(await wordsIn(page)).toBe('');
    await page.getByRole('button', { name: 'Lấy lại nháp' }).click();
    await page.waitForURL(`/can-bo/ho-so/${number}`);
    expect(await wordsIn(page)).toBe(written);
  });

  test('is gone once the step is taken; of a step that is over the words stay to be copied', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page } = await at('XL', `/can-bo/ho-so/${number}`, false);
    const form = stepForm(page, 'draft-reply');
    await form.locator('[name="body"]').fill(written);
    await form.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.waitForURL(/#nhap-/);
    await desk.take('XL', number, 'note', { note: 'Ghi chú của lúc khác (dữ liệu thử).' });
    await page.goto(`/can-bo/ho-so/${number}`);
    await page.getByText('Hồ sơ đã thay đổi trong lúc viết').waitFor();
    await desk.take('XL', number, 'draft-reply', reply);
    expect(await rows(number)).toEqual([]);
    await form.locator('[name="body"]').fill(written);
    await form.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.waitForURL(/#nhap-/);
    await desk.take('TP', number, 'submit-reply');
    await page.goto(`/can-bo/ho-so/${number}`);
    const left = page.getByRole('region', { name: 'Lời viết dở, chưa gửi' });
    expect(await left.innerText()).toContain(written);
    await page.goto('/can-bo/ban-nhap');
    const mine = page.locator('section.panel').filter({ hasText: number });
    expect(await mine.innerText()).toContain('Bước này không còn làm được');
    expect(await mine.innerText()).toContain(written);
  });

  test('a letter that is written down at the telephone is kept too, and goes when it has its number', async () => {
    const { page } = await at('TN', '/can-bo/nhap', false);
    await page.locator('[name="body"]').fill(written);
    await page.locator('[name="phone"]').fill('0900 000 000');
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.waitForURL(/#nhap-take-in$/);
    await page.goto('/can-bo/nhap');
    expect(await page.locator('[name="body"]').inputValue()).toBe(written);
    expect(await page.locator('[name="phone"]').inputValue()).toBe('0900 000 000');
    await page.getByText('Điện thoại chuyên dùng', { exact: true }).click();
    await page.getByLabel('Nội dung theo Điều 5').selectOption('5.2');
    await page.getByLabel('Họ và tên, tên tổ chức').fill('Người Thử Nghiệm');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('Thôn Thử, xã Thử, tỉnh Quảng Ngãi');
    await page.getByRole('button', { name: 'Lưu, cấp mã' }).click();
    await page.waitForURL('/can-bo/da-nhap');
    await page.goto('/can-bo/nhap');
    expect(await page.locator('[name="body"]').inputValue()).toBe('');
  });

  test('the way to guide out follows the kind that is chosen, and so does the letter', async () => {
    const { number } = await desk.caseAfter();
    const { page } = await at('LD', `/can-bo/ho-so/${number}`, false);
    const form = stepForm(page, 'guide-out');
    await form.locator('summary').click();
    const area = (kind: string) => form.locator(`[name="guidance-${kind}"]`);
    expect(await area('complaint').isVisible()).toBe(false);
    await form.getByText('Khiếu nại', { exact: true }).click();
    expect([await area('complaint').isVisible(), await area('denunciation').isVisible()]).toEqual([
      true,
      false,
    ]);
    await take(page, 'guide-out');
    await took(page, 'Hướng dẫn khiếu nại, tố cáo');
    await page.goto(`/can-bo/ho-so/${number}/cong-van?loai=guidance`);
    const letter = await page.locator('article.letter').innerText();
    expect(letter).toContain('V/v hướng dẫn gửi đơn khiếu nại');
    expect(letter).toContain('Gửi đơn khiếu nại có chữ ký');
    expect(letter).not.toMatch(/tố cáo/i);
    expect(letter).not.toContain('nhận được phản ánh');
  });
});

test.each([
  ['without', false],
  ['with', true],
])(
  'a template goes behind what was typed, %s script; nothing is taken and no word is lost',
  async (_, script) => {
    const { number } = await desk.caseAfter('assign');
    const { page } = await at('XL', `/can-bo/ho-so/${number}`, script);
    const form = stepForm(page, 'draft-reply');
    await form.locator('[name="body"]').fill(written);
    await form.locator('[name="outcome"]').first().waitFor({ state: 'attached' });
    await form.getByLabel('Mẫu có sẵn').selectOption({ label: 'Dự thảo trả lời về quy định' });
    await form.getByRole('button', { name: 'Chèn mẫu' }).click();
    await eventually('the words of the template', async () => (await wordsIn(page)).length > written.length);
    const words = await wordsIn(page);
    expect(words.startsWith(`${written}\n\n1. Nội dung Ông/Bà phản ánh`)).toBe(true);
    expect(words).toContain('3. Ý kiến của Sở Khoa học và Công nghệ');
    expect(await page.locator('.error-summary').count()).toBe(0);
    expect(await page.getByText('Đã phân công, đang xử lý').count()).toBeGreaterThan(0);
  },
);

describe('with script', () => {
  test('the machine is cut while writing: the words are there again, with no button pressed', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page, context } = await at('XL', `/can-bo/ho-so/${number}`);
    await stepForm(page, 'draft-reply').locator('[name="body"]').pressSequentially('Câu đầu. ');
    await keptLine(page).getByText('Đã tự lưu nháp lúc').waitFor();
    // In the middle of the next keeping.
    await stepForm(page, 'draft-reply').locator('[name="body"]').pressSequentially('Câu hai');
    await context.close();
    const { page: again } = await at('XL', `/can-bo/ho-so/${number}`);
    expect(await wordsIn(again)).toMatch(/^Câu đầu\. /);
    expect((await rows(number)).filter(({ dropped }) => dropped)).toEqual([]);
  });

  test('who goes elsewhere at once loses no letter; with nothing unsaved nobody is asked', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page } = await at('XL', `/can-bo/ho-so/${number}`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto('/can-bo');
    expect(asked).toEqual([]);
    await page.goto(`/can-bo/ho-so/${number}`);
    await stepForm(page, 'draft-reply').locator('[name="body"]').pressSequentially(written);
    await page.goto('/can-bo');
    expect(asked).toEqual(['beforeunload']);
    await eventually('the words are kept', async () => (await rows(number)).length === 1);
    await page.goto(`/can-bo/ho-so/${number}`);
    expect(await wordsIn(page)).toBe(written);
    await page.goto('/can-bo');
    expect(asked).toEqual(['beforeunload']);
  });

  test('without a line it says so, and keeps when the line is back', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page, context } = await at('XL', `/can-bo/ho-so/${number}`);
    await context.setOffline(true);
    const field = stepForm(page, 'draft-reply').locator('[name="body"]');
    await field.pressSequentially(written);
    await field.blur();
    await keptLine(page).getByText('Chưa lưu nháp được vì mất mạng').waitFor();
    await context.setOffline(false);
    await keptLine(page).getByText('Đã tự lưu nháp lúc').waitFor();
    expect(await rows(number)).toEqual([{ form: 'draft-reply', dropped: false }]);
  });

  test('a step that is sent while its draft is on its way leaves no draft behind', async () => {
    const { number } = await desk.caseAfter('assign');
    const { page } = await at('XL', `/can-bo/ho-so/${number}`);
    const form = stepForm(page, 'note');
    await form.locator('summary').click();
    await form.locator('textarea').fill('Ghi chú viết nhanh (dữ liệu thử).');
    await form.locator('textarea').blur();
    await take(page, 'note');
    await took(page, 'Ghi chú nội bộ');
    expect(await rows(number)).toEqual([]);
  });

  test('a colleague who has the case open is named, and no more once they are gone', async () => {
    const { number } = await desk.caseAfter();
    const { page, context } = await at('TN', `/can-bo/ho-so/${number}`);
    expect(
      await page
        .locator('.presence')
        .innerText()
        .catch(() => ''),
    ).toBe('');
    const { page: second } = await at('CVP', `/can-bo/ho-so/${number}`, false);
    expect(await second.locator('.presence').innerText()).toMatch(/^Đang mở hồ sơ này: .+ \(từ \d\d:\d\d\)/);
    await page.goto('/can-bo');
    await eventually('nobody else is there', async () => {
      await second.reload();
      return !(await second.locator('.presence').isVisible());
    });
    await context.close();
  });
});
