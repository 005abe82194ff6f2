// A survey as people meet it: answered with and without script, by poster and by receipt, closed, read by all.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextVisitor, openVisitor, type Visitor } from '../support/browser/browser.ts';
import { choose } from '../support/browser/citizen.ts';
import { openDesk, type Desk } from '../support/process/desk.ts';
import { inspect } from '../support/browser/page-promises.ts';
import { openRunningPortal, type RunningPortal } from '../support/process/running-portal.ts';
import { formOf, receipt } from '../support/portal/survey.ts';

type Page = Visitor['page'];
let portal: RunningPortal;
let desk: Desk;
let round: string;
beforeAll(async () => {
  portal = await openRunningPortal({ CLOCK: '2026-11-20T08:30:00+07:00' });
  desk = await openDesk(portal);
});
afterAll(() => portal.stop());

const scripts = [
  { script: 'with script', javaScriptEnabled: true },
  { script: 'without script', javaScriptEnabled: false },
];
const steps = (page: Page) => page.getByRole('button', { name: 'Phần tiếp theo →' });

/** Answers everything that must be answered; the procedure is chosen by its address or here. */
async function fillIn(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (javaScriptEnabled) await page.getByRole('button', { name: 'Hiện cả phiếu trên một trang' }).click();
  await page.locator('#A1').selectOption('1.014445');
  for (const code of ['A2', 'A3', 'B1', 'B2', 'B3', 'B5'])
    await page.locator(`input[name=${code}]`).first().check({ force: true });
  for (let item = 1; item <= 14; item += 1)
    await page.locator(`input[name=C${item}][value="4"]`).check({ force: true });
}

test('the chief of office makes a round, and is told at the field what is missing', async () => {
  const { page, complaints } = await openVisitor(portal.origin, desk.as('CVP'));
  await page.goto('/can-bo/khao-sat');
  await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('.error-summary li').count()).toBeGreaterThanOrEqual(4);
  await page.getByLabel('Tên đợt').fill('Đợt khảo sát thử quý 4 năm 2026');
  await page.getByLabel('Ngày mở').fill('2026-11-20');
  await page.getByLabel('Ngày cuối nhận phiếu').fill('2026-11-30');
  await page.getByLabel('Số phiếu mong muốn').fill('60');
  await page.getByLabel('Các quầy có áp phích QR').fill('Quầy 1\nQuầy 2');
  for (const slug of ['1.014445', '2.002379'])
    await page.locator(`[name="procedure-${slug}"]`).check({ force: true });
  await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click();
  await page.waitForURL(/khao-sat\/muc-do-hai-long-2026-1$/);
  round = 'muc-do-hai-long-2026-1';
  expect(await page.getByText('Đã nhận 0 trên 60 phiếu').isVisible()).toBe(true);
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

test.each(scripts)(
  'is answered by receipt, keeps all when refused, and thanks without a name, $script',
  async (mode) => {
    const { page, addresses, complaints } = await openVisitor(portal.origin, mode);
    await page.goto('/khao-sat?thu-tuc=1.014445');
    await page.getByRole('link', { name: 'Trả lời phiếu' }).click();
    await page.waitForURL(`/khao-sat/${round}?thu-tuc=1.014445`);
    expect(await page.locator('#A1').inputValue()).toBe('1.014445');
    expect(await steps(page).isVisible()).toBe(mode.javaScriptEnabled);
    await fillIn(page, mode.javaScriptEnabled);
    expect(await page.locator('.follow').first().isVisible()).toBe(false);
    await choose(page.locator('fieldset:has(#B5)'), 'Có');
    expect(await page.getByRole('link', { name: 'Gửi phản ánh về hành vi gây phiền hà' }).isVisible()).toBe(
      true,
    );
    await page.locator('#D2').fill('Mong gửi tin khi có kết quả (dữ liệu thử).');
    await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('#D2').inputValue()).toContain('Mong gửi tin');
    expect(await page.locator('input[name=C14]:checked').inputValue()).toBe('4');
    const number = receipt();
    await page.locator('#number').fill(number);
    await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
    await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' }).waitFor();
    expect(addresses.join(' ')).not.toContain(number);
    expect(await page.locator('main').innerText()).not.toContain(number);

    await page.goto(`/khao-sat/${round}`);
    await fillIn(page, mode.javaScriptEnabled);
    await page.locator('#number').fill(number);
    await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
    await page.getByText('Mã này đã được dùng để trả lời trong đợt này.').first().waitFor();
    expect(portal.writtenDown()).not.toContain(number);
    expect(complaints.filter((one) => !/422|409/.test(one))).toEqual([]);
  },
);

test('goes step by step by keyboard, and keeps a draft only when asked, without the token', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto(`/khao-sat/${round}`);
  expect(await page.getByText('Phần 1/5').isVisible()).toBe(true);
  expect(await page.locator('#phan-B').isVisible()).toBe(false);
  await page.locator('#A1').selectOption('2.002379');
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0);
  await steps(page).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('phan-B');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.locator('input[name=B1]:checked').inputValue()).toBe('early');
  await choose(page, 'Giữ bản nháp trên máy này');
  await page.goto(`/khao-sat/${round}`);
  expect(await page.locator('#A1').inputValue()).toBe('2.002379');
  await page.getByRole('button', { name: 'Hiện cả phiếu trên một trang' }).click();
  await page.locator('#number').fill('H48.10-261120-9999');
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain('2.002379');
  expect(kept).not.toContain('9999');
  await page.goto(`/khao-sat/${round}/cam-on`);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(0);
});

test('a form that would not count says so, and is taken when the person wants it', async () => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto(`/khao-sat/${round}?thu-tuc=2.002379`);
  await page.locator('#number').fill(receipt());
  await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
  await page.getByText('Phần C mới có 0/14 câu trả lời; cần ít nhất 10 câu').first().waitFor();
  await page.locator('#acceptsIncomplete').check({ force: true });
  await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
  await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' }).waitFor();
});

test('a poster is made for a counter and a procedure; its code opens one answer without a number', async () => {
  const officer = await openVisitor(portal.origin, desk.as('BT'));
  await officer.page.goto(`/can-bo/khao-sat/${round}`);
  await officer.page.getByText('Theo từng thủ tục (2)').click();
  await officer.page.getByRole('link', { name: 'Quầy 2' }).last().click();
  await officer.page.getByRole('heading', { name: 'Ông/Bà có hài lòng không?' }).waitFor();
  const query = new URL(officer.page.url()).searchParams;
  const answer = await officer.page.request.get(
    `/api/staff/surveys/${round}/poster?procedure=${query.get('thu-tuc')}&counter=${encodeURIComponent(query.get('quay') ?? '')}`,
  );
  const { path } = (await answer.json()) as { path: string };

  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto(path);
  expect(new URL(page.url()).pathname).toBe(`/khao-sat/${round}`);
  expect(await page.locator('#A1').inputValue()).toBe(query.get('thu-tuc'));
  expect(await page.locator('#number').count()).toBe(0);
  await fillIn(page, false);
  await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
  await page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' }).waitFor();
  await page.goto(`/khao-sat/${round}`);
  expect(await page.locator('#number').count()).toBe(1);
});

test('a round that is not open yet has its paper forms and posters, and nothing to type', async () => {
  const { page } = await openVisitor(portal.origin, desk.as('CVP'));
  await page.goto('/can-bo/khao-sat');
  await page.getByLabel('Tên đợt').fill('Đợt sắp mở, quý 4 năm 2026');
  await page.getByLabel('Ngày mở').fill('2026-12-10');
  await page.getByLabel('Ngày cuối nhận phiếu').fill('2026-12-20');
  await page.getByLabel('Số phiếu mong muốn').fill('60');
  await page.locator('[name="procedure-1.014445"]').check({ force: true });
  await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click();
  await page.waitForURL(/khao-sat\/muc-do-hai-long-2026-2$/);
  expect(await page.getByRole('link', { name: 'Phiếu giấy đã nhập' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Phiếu giấy để in' }).click();
  await page.getByRole('heading', { name: /^Phiếu đánh giá mức độ hài lòng/ }).waitFor();
  expect(await page.locator('main').innerText()).toContain('☐ 3. Trễ hẹn');
});

test('an officer types a paper form in by keyboard alone, and is told when its number was used', async () => {
  const { page } = await openVisitor(portal.origin, desk.as('TN'));
  await page.goto(`/can-bo/khao-sat/${round}/nhap-phieu`);
  const type = async () => {
    await page.locator('#scanNumber').fill('P-001');
    await page.keyboard.press('Tab');
    await page.locator('#A1').selectOption('1.014445');
    await page.keyboard.press('Tab');
    // A2, A3; the month; sex and age; B1–B6; C1–C14: a key leads on by itself, an empty field by Tab.
    await page.keyboard.type('11');
    await page.keyboard.type('11/2026');
    for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('211311');
    await page.keyboard.type('55444444444450');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
  };
  await type();
  await page.getByText('Đã lưu phiếu P-001').waitFor();
  expect(await page.getByText('Phiếu hợp lệ.').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('scanNumber');
  await type();
  await page.getByText('Phiếu số P-001 đã nhập trong đợt này.').first().waitFor();
  expect(await page.locator('#C14').inputValue()).toBe('0');
});

const look = async (name: string, to: string, as?: Parameters<Desk['as']>[0]) =>
  inspect({ name, to }, await nextVisitor(portal.origin, as && desk.as(as)));

test('the rounds keep what every page promises', () => look('surveys', '/khao-sat'));
test('the form keeps what every page promises', () => look('survey', `/khao-sat/${round}`));
test('the paper form keeps what every page promises', () =>
  look('survey-paper', `/khao-sat/${round}/phieu-in`));
test('the thanks keep what every page promises', () => look('survey-thanks', `/khao-sat/${round}/cam-on`));
test('the list for staff keeps what every page promises', () =>
  look('staff-surveys', '/can-bo/khao-sat', 'CVP'));
test('a round for staff keeps what every page promises', () =>
  look('staff-survey', `/can-bo/khao-sat/${round}`, 'CVP'));
test('a poster keeps what every page promises', () =>
  look('survey-poster', `/can-bo/khao-sat/${round}/ap-phich?quay=Quầy 1`, 'TN'));
// The focus starts at the number of the paper form, for who has a pile of them.
test('the typing of paper keeps what every page promises', async () =>
  inspect(
    { name: 'survey-typing', to: `/can-bo/khao-sat/${round}/nhap-phieu`, startsAtSummary: true },
    await openVisitor(portal.origin, desk.as('TN')),
  ));
test('the refused form keeps what every page promises', async () =>
  inspect(
    {
      name: 'survey-refused',
      async to(page) {
        await page.goto(`/khao-sat/${round}`);
        await page.getByRole('button', { name: 'Hiện cả phiếu trên một trang' }).click();
        await page.getByRole('button', { name: 'Gửi phiếu đánh giá' }).click();
        await page.locator('.error-summary').waitFor();
      },
      refusal: 422,
      startsAtSummary: true,
    },
    await openVisitor(portal.origin),
  ));

test('is closed, and everybody reads what came of it, with its formulas', async () => {
  for (let count = 0; count < 24; count += 1) {
    const change: Record<string, string> = count % 3 === 0 ? { A1: '2.002379', A2: 'in-person' } : {};
    const sent = await fetch(`${portal.origin}/api/surveys/${round}/answers`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: portal.origin,
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({
        token: { kind: 'receipt', number: receipt() },
        answers: formOf(count % 4 === 0 ? 3 : 5, { ...change, D2: `Ý kiến thử số ${count} (dữ liệu thử).` }),
      }),
    });
    expect(sent.status).toBe(201);
  }
  const { page } = await openVisitor(portal.origin, desk.as('CVP'));
  await page.goto(`/can-bo/khao-sat/${round}`);
  await page.getByRole('link', { name: 'Chốt đợt', exact: true }).click();
  await page.getByRole('button', { name: 'Chốt đợt và công khai kết quả' }).click();
  await page.getByText('Đã chốt đợt, kết quả đã công khai').waitFor();
  expect(await page.getByRole('heading', { name: 'Số liệu nội bộ' }).isVisible()).toBe(true);
  await page.goto('/khao-sat');
  await page.getByRole('link', { name: 'Kết quả: Đợt khảo sát thử quý 4 năm 2026' }).click();
  await page.getByRole('heading', { name: 'Cách tính' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('không hợp lệ: dưới 5');
});

test('the results keep what every page promises', () => look('survey-results', `/khao-sat/${round}/ket-qua`));
test('the figures for staff keep what every page promises', () =>
  look('staff-survey-closed', `/can-bo/khao-sat/${round}`, 'BT'));
test('a survey that has ended keeps what every page promises', () =>
  look('survey-ended', `/khao-sat/${round}`));
