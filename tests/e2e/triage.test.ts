// Ten mixed letters of the morning, triaged by following the screens alone: how often one presses, how many pages load.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { conductMatters, mixedLetters, ruleMatters, senderOf } from '../../api/demo/letters.ts';
import { openVisitor, type Visitor } from '../support/browser/browser.ts';
import { accessibilityFaults } from '../support/browser/inspection.ts';
import { stepForm } from '../support/browser/officer.ts';
import { freshKey } from '../support/portal/case.ts';
import { sharedDesk, type Desk } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

const [paper, oldForm, , twoGuides] = ruleMatters;
const [nobodyThere] = conductMatters;
// As the letters of a demonstration, by senders that nobody is.
const letters = { paper, oldForm, twoGuides, nobodyThere, ...mixedLetters };
type Letter = keyof typeof letters;

let portal: RunningPortal;
let desk: Desk;
let serial = 60;
beforeAll(async () => {
  portal = await sharedPortal();
  desk = await sharedDesk();
});

async function send(names: readonly Letter[]): Promise<Record<Letter, string>> {
  const numbers: Partial<Record<Letter, string>> = {};
  for (const name of names) {
    const { body, contentCode } = letters[name]!;
    const answer = await fetch(`${portal.origin}/api/cases`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: portal.origin,
        'idempotency-key': freshKey(),
      },
      body: JSON.stringify({
        ...senderOf((serial += 1), 'tỉnh Quảng Ngãi'),
        contentCode,
        body: `${body} (minh họa)`,
        readPrivacyNotice: true,
      }),
    });
    expect(answer.status).toBe(201);
    numbers[name] = ((await answer.json()) as { number: string }).number;
  }
  return numbers as Record<Letter, string>;
}

/** An officer of intake whose every press and every load is counted: a list of choices is pressed open, then chosen from. */
function counted({ page }: Visitor) {
  const count = { clicks: 0, loads: 0 };
  page.on('load', () => (count.loads += 1));
  const click = async (place: Locator) => {
    count.clicks += 1;
    await place.click();
  };
  return {
    count,
    click,
    async choose(list: Locator, what: string | { label: string }) {
      count.clicks += 2;
      await list.selectOption(what);
    },
    async type(field: Locator, words: string) {
      count.clicks += 1;
      await field.fill(words);
    },
    /** Opens the form of a step where it is folded. */
    async open(step: Parameters<typeof stepForm>[1]) {
      const form = stepForm(page, step);
      if (!(await form.locator('form').isVisible())) await click(form.locator('summary').first());
      return form;
    },
    async onward(button: Locator) {
      await Promise.all([page.waitForEvent('load'), click(button)]);
      expect(await page.locator('.error-summary').count()).toBe(0);
    },
  };
}

/** Takes the step and leads on to the next case. */
const onButton = (form: Locator) => form.locator('.acts button[name=press]').first();
const at = (page: Page, number: string) => page.getByRole('heading', { name: `Hồ sơ ${number}` }).waitFor();
const position = async (page: Page) => (await page.locator('.queue strong').innerText()).split('/');
const standing = async (number: string) => {
  const answer = await fetch(`${portal.origin}/api/staff/cases/${number}`, {
    headers: { cookie: desk.cookieOf('LD') },
  });
  const { status, proposal, restricted, summary } = (await answer.json()) as {
    status: string;
    proposal: { step: string } | null;
    restricted: boolean;
    summary: string;
  };
  return { status, proposed: proposal?.step ?? null, restricted, summary };
};

test('ten mixed letters take at most 35 clicks and 15 loads, and none is lost on the way', async () => {
  const numbers = await send(Object.keys(letters) as Letter[]);
  const visitor = await openVisitor(portal.origin, desk.as('TN'));
  const { page } = visitor;
  const { count, click, choose, type, open, onward } = counted(visitor);
  const form = (step: Parameters<typeof stepForm>[1]) => stepForm(page, step);

  await page.goto('/can-bo');
  await Promise.all([
    page.waitForEvent('load'),
    click(page.getByRole('link', { name: numbers.paper, exact: true })),
  ]);
  await at(page, numbers.paper);
  const [first] = await position(page);

  for (const name of ['paper', 'oldForm', 'twoGuides'] as const) {
    await at(page, numbers[name]);
    await onward(onButton(form('classify')));
  }
  await at(page, numbers.nobodyThere);
  expect(Number((await position(page))[0])).toBe(Number(first) + 3);
  const unit = { label: 'Chi cục Tiêu chuẩn Đo lường Chất lượng' };
  await choose(form('classify').getByLabel('Hoặc cả đơn vị bị phản ánh'), unit);
  expect(await onButton(form('classify')).innerText()).toBe('Phân loại và trình lãnh đạo, sang hồ sơ tiếp');
  await onward(onButton(form('classify')));

  await at(page, numbers.rude);
  await choose(form('classify').getByLabel('Nội dung theo Điều 5'), '5.1');
  await choose(form('classify').getByLabel('Hoặc cả đơn vị bị phản ánh'), unit);
  await onward(onButton(form('classify')));

  await at(page, numbers.oldFormAgain);
  await onward(page.locator('#gan-giong li', { hasText: numbers.oldForm }).getByRole('button'));

  await at(page, numbers.question);
  const refusing = await open('reject');
  await click(refusing.locator('label', { hasText: 'Không phải phản ánh: hỏi đáp' }));
  await type(refusing.getByLabel('Lời giải thích cho người gửi'), 'Đây là câu hỏi về thủ tục (dữ liệu thử).');
  await onward(onButton(refusing));

  await at(page, numbers.unclear);
  const asking = await open('ask-supplement');
  await type(asking.getByLabel('Cần bổ sung điều gì'), 'Xin cho biết việc gì, ở đâu, ngày nào.');
  await onward(onButton(asking));

  await at(page, numbers.bribe);
  const guiding = await open('guide-out');
  await click(guiding.locator('label', { hasText: 'Tố cáo' }).first());
  await choose(guiding.getByLabel('Người được giao giữ'), { label: 'Chánh Văn phòng (dữ liệu minh họa)' });
  await onward(onButton(guiding));

  await at(page, numbers.flood);
  const passing = await open('transfer');
  await type(passing.locator('[name=agency]'), 'Sở Xây dựng (minh họa)');
  await type(passing.locator('[name=documentNumber]'), '15/MH');
  await type(passing.locator('[name=documentOn]'), '2026-11-20');
  await onward(onButton(passing));
  await page.getByText('Đã xong: Đề xuất, chờ duyệt').waitFor();

  console.log(`triage of ten: ${count.clicks} clicks, ${count.loads} loads`);
  expect(count.clicks).toBeLessThanOrEqual(35);
  expect(count.loads).toBeLessThanOrEqual(15);
  expect(await standing(numbers.paper)).toEqual({
    status: 'accepted',
    proposed: null,
    restricted: false,
    summary:
      'Tôi đã nộp hồ sơ trực tuyến, có chữ ký số, nhưng khi nhận kết quả vẫn được yêu cầu nộp thêm một bộ bản giấy.',
  });
  expect(await standing(numbers.oldForm)).toMatchObject({ status: 'accepted' });
  expect(await standing(numbers.twoGuides)).toMatchObject({ status: 'accepted' });
  expect(await standing(numbers.nobodyThere)).toMatchObject({ status: 'conduct_review', restricted: true });
  expect(await standing(numbers.rude)).toMatchObject({ status: 'conduct_review', restricted: true });
  expect(await standing(numbers.oldFormAgain)).toMatchObject({ status: 'merged' });
  expect(await standing(numbers.question)).toMatchObject({ status: 'submitted', proposed: 'reject' });
  expect(await standing(numbers.unclear)).toMatchObject({ status: 'need_info' });
  expect(await standing(numbers.bribe)).toMatchObject({ status: 'guided_out', restricted: true });
  expect(await standing(numbers.flood)).toMatchObject({ status: 'submitted', proposed: 'transfer' });
});

test('without script one goes from case to case of a filtered list to its end, which says so', async () => {
  const numbers = await send(['twoGuides', 'paper']);
  const visitor = await openVisitor(portal.origin, { ...desk.as('TN'), javaScriptEnabled: false });
  const { page } = visitor;
  // The newest first, so that the two stand at the end of the oldest.
  await page.goto('/can-bo?trang-thai=submitted&loai=&xep=oldest');
  const rows = page.locator('tbody th a');
  const length = await rows.count();
  await page.getByRole('link', { name: numbers.twoGuides, exact: true }).click();
  await at(page, numbers.twoGuides);
  expect(await position(page)).toEqual([`Hồ sơ ${length - 1}`, String(length)]);
  await page.getByRole('link', { name: 'Hồ sơ sau' }).click();
  await at(page, numbers.paper);
  expect(await position(page)).toEqual([`Hồ sơ ${length}`, String(length)]);
  expect(await page.getByRole('link', { name: 'Hồ sơ sau' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Hồ sơ trước' }).click();
  await at(page, numbers.twoGuides);
  await onButton(stepForm(page, 'classify')).click();
  await at(page, numbers.paper);
  await page.getByText('Đã xong: Tiếp nhận').waitFor();
  expect(await position(page)).toEqual([`Hồ sơ ${length}`, String(length)]);
  await onButton(stepForm(page, 'classify')).click();
  await page.getByText(/Đã (?:đến cuối danh sách|hết hồ sơ trong danh sách này)/).waitFor();
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get('trang-thai'), searchParams.get('xep')]).toEqual([
    '/can-bo',
    'submitted',
    'oldest',
  ]);
  expect(await page.getByRole('link', { name: `Xem lại ${numbers.paper}` }).getAttribute('href')).toBe(
    `/can-bo/ho-so/${numbers.paper}`,
  );
});

test('when somebody else was faster, going on stays, says what happened and keeps the words', async () => {
  const { unclear, question } = await send(['unclear', 'question']);
  const { page } = await openVisitor(portal.origin, desk.as('TN'));
  await page.goto('/can-bo?xep=oldest');
  await page.getByRole('link', { name: unclear, exact: true }).click();
  await at(page, unclear);
  const asking = stepForm(page, 'ask-supplement');
  await asking.locator('summary').click();
  const written = 'Xin cho biết việc gì, ở đâu, ngày nào (dữ liệu thử).';
  await asking.getByLabel('Cần bổ sung điều gì').fill(written);
  await desk.take('TN', unclear, 'note', { note: 'Đã gọi điện, chưa gặp (dữ liệu thử).' });
  await onButton(asking).click();
  await page.getByText('Hồ sơ đã thay đổi trong lúc viết').waitFor();
  await page.getByText('“Đã gọi điện, chưa gặp (dữ liệu thử).”').waitFor();
  expect(await stepForm(page, 'ask-supplement').getByLabel('Cần bổ sung điều gì').inputValue()).toBe(written);
  expect((await standing(unclear)).status).toBe('submitted');
  await onButton(stepForm(page, 'ask-supplement')).click();
  await at(page, question);
  expect((await standing(unclear)).status).toBe('need_info');
});

test('keys lead as the help tells, and never while somebody types', async () => {
  const { paper: number, twoGuides: next } = await send(['paper', 'twoGuides']);
  const { page } = await openVisitor(portal.origin, desk.as('TN'));
  await page.goto('/can-bo?xep=oldest');
  await page.keyboard.press('j');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  const top = await page.locator('tbody th a').first().innerText();
  expect(await focused()).toBe(top);
  await page.getByRole('link', { name: number, exact: true }).focus();
  await page.keyboard.press('j');
  expect(await focused()).toBe(next);
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await at(page, number);

  const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
  await page.keyboard.press('Shift+?');
  await dialog.waitFor();
  expect(await dialog.locator('kbd').allInnerTexts()).toEqual([
    '?',
    'j',
    'n',
    'k',
    'p',
    'l',
    'v',
    'a',
    'r',
    'c',
    'g',
    'm',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  // Nothing else listens while the help is open.
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await at(page, number);
  expect(await dialog.isVisible()).toBe(false);

  await page.keyboard.press('m');
  const note = stepForm(page, 'note').getByLabel('Ghi chú nội bộ');
  expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('jkn?');
  expect(await note.inputValue()).toBe('jkn?');
  await at(page, number);
  await note.fill('');
  await page.getByRole('heading', { name: `Hồ sơ ${number}` }).click();
  await page.keyboard.press('n');
  await at(page, next);
  await page.keyboard.press('p');
  await at(page, number);

  await page.keyboard.press('Shift+?');
  await dialog.getByRole('button', { name: 'Tắt phím tắt trên máy này' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.press('Shift+?');
  await dialog.getByRole('button', { name: 'Bật phím tắt trên máy này' }).click();
  await page.keyboard.press('Escape');
  await at(page, number);
  await page.keyboard.press('l');
  await page.getByRole('heading', { name: 'Sổ tiếp nhận' }).waitFor();
});
