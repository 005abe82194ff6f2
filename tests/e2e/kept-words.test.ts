// No word that an officer typed is lost: reassigned, locked, overtaken, logged out, or closed out while writing.
import type { Page, Response as PageResponse } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { reply } from '../support/portal/crew.ts';
import { openDesk, type Desk, type Who } from '../support/process/desk.ts';
import { signIn, stepForm, take } from '../support/browser/officer.ts';
import { codeFor } from '../support/portal/totp.ts';
import { openRunningPortal, type RunningPortal } from '../support/process/running-portal.ts';

const written = 'Một câu trả lời đã viết suốt buổi sáng, kể đủ căn cứ và việc sẽ làm (dữ liệu thử).';
let portal: RunningPortal;
let desk: Desk;
let otherHandler: string;
beforeAll(async () => {
  portal = await openRunningPortal();
  desk = await openDesk(portal);
  otherHandler = await portal.onDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>(`
      insert into staff_users select (json_populate_record(u, json_build_object('id', gen_random_uuid(),
        'email', 'xu-ly-khac@coquan.example', 'name', 'Người xử lý khác'))).* from staff_users u where role = 'XL' returning id`);
    return rows[0]?.id ?? '';
  });
});
afterAll(() => portal.stop());

const nameOf = (role: string) =>
  portal.onDatabase(async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from staff_users where role = $1', [
      role,
    ]);
    return rows[0]?.name ?? '';
  });
const endSessions = () =>
  portal.onDatabase((client) =>
    client.query("update staff_sessions set expires_at = now() - interval '1 second'"),
  );
/** A form that was sent by its button, not what keeps its words meanwhile. */
const isSentForm = (response: PageResponse) =>
  response.request().method() === 'POST' && response.request().isNavigationRequest();
const wordsOn = (page: Page) => page.locator('main').innerText();

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  'script: $javaScriptEnabled',
  (mode) => {
    async function at(who: Who, address: string) {
      const visitor = await openVisitor(portal.origin, { ...mode, ...desk.as(who) });
      await visitor.page.goto(address);
      return visitor;
    }
    /** The handler in the middle of an answer. */
    async function answering() {
      const { number } = await desk.caseAfter('assign');
      const visitor = await at('XL', `/can-bo/ho-so/${number}`);
      const form = stepForm(visitor.page, 'draft-reply');
      await form.locator('[name="body"]').fill(written);
      await form.locator('label[for="draft-reply-outcome"]').click();
      return { number, ...visitor };
    }
    const pressed = async (page: Page, step: 'draft-reply' | 'classify') => {
      const answered = page.waitForResponse(isSentForm);
      await take(page, step);
      return (await answered).status();
    };

    test('given to somebody else meanwhile: what was written, what happened and who did it', async () => {
      const { number, page, addresses } = await answering();
      await desk.take('CVP', number, 'reassign', { handlerId: otherHandler });
      expect(await pressed(page, 'draft-reply')).toBe(404);
      await page.getByRole('heading', { name: 'Hồ sơ không còn thuộc phần việc này' }).waitFor();
      const words = await wordsOn(page);
      expect(words).toContain(written);
      expect(words).toContain(`“Giao lại”, ${await nameOf('CVP')} (CVP)`);
      expect(addresses.filter((address) => address.includes('suốt'))).toEqual([]);
    });

    test('locked meanwhile: what was written, and nothing of the lock', async () => {
      const { number, page } = await answering();
      await desk.take('LD', number, 'lock', { reason: 'Nội dung là tố cáo (dữ liệu thử).' });
      expect(await pressed(page, 'draft-reply')).toBe(404);
      const words = await wordsOn(page);
      expect(words).toContain(written);
      for (const kept of ['Khóa', 'tố cáo', await nameOf('LD')]) expect(words).not.toContain(kept);
    });

    test('a colleague was first: the change is shown, and only a press after that goes over it', async () => {
      const { number, page } = await answering();
      await desk.take('XL', number, 'draft-reply', reply);
      expect(await pressed(page, 'draft-reply')).toBe(409);
      await page.getByText('Hồ sơ đã thay đổi trong lúc viết').waitFor();
      const words = await wordsOn(page);
      expect(words).toContain(reply.body);
      expect(words).toContain(`${await nameOf('XL')} (XL): Dự thảo trả lời`);
      const field = stepForm(page, 'draft-reply').locator('[name="body"]');
      expect(await field.inputValue()).toBe(written);
      const versions = () =>
        portal.onDatabase(async (client) => {
          const { rows } = await client.query<{ n: string }>(
            'select count(*) n from case_replies r join cases c on c.id = r.case_id where c.number = $1',
            [number],
          );
          return Number(rows[0]?.n);
        });
      expect(await versions()).toBe(1);
    });

    test('the step is over meanwhile: what was written stands below, to be copied', async () => {
      const { number } = await desk.caseAfter();
      const { page } = await at('TN', `/can-bo/ho-so/${number}`);
      await stepForm(page, 'classify').getByLabel('Tóm tắt cho sổ tiếp nhận').fill(written);
      await desk.take('LD', number, 'guide-out', { kind: 'other', guidance: 'Xin gửi nơi khác (thử).' });
      expect(await pressed(page, 'classify')).toBe(409);
      const words = await wordsOn(page);
      expect(words).toContain(written);
      expect(words).toContain(`${await nameOf('LD')} (LD): Hướng dẫn khiếu nại, tố cáo`);
    });

    /** Pages whose forms are none of a case. */
    const pages: [string, Who, string, (page: Page) => Promise<void>, (page: Page) => Promise<void>][] = [
      [
        'writing a letter down',
        'TN',
        '/can-bo/nhap',
        async (page) => await page.locator('[name="body"]').fill(written),
        async (page) => await page.locator('main form .actions button').click(),
      ],
      [
        'a deadline',
        'QT',
        '/can-bo/thoi-han',
        async (page) => {
          for (const one of await page.locator('summary').all()) await one.click();
          await page.locator('[name="legalBasis"]').first().fill(written);
        },
        async (page) => await page.locator('main form button').first().click(),
      ],
      [
        'what is owed',
        'CVP',
        '/can-bo/nghia-vu',
        async (page) => {
          await page.locator('a.step').first().click();
          await page.locator('[name="evidence"]').first().fill(written);
        },
        async (page) => await page.locator('form:has([name="evidence"]) button').first().click(),
      ],
    ];
    test.each(pages)(
      'the session ended while %s: what was written comes back after the log-in',
      async (...scene) => {
        const [, who, address, write, send] = scene;
        const visitor = await openVisitor(portal.origin, mode);
        const { page } = visitor;
        await page.goto(`/can-bo/dang-nhap?tiep=${encodeURIComponent(address)}`);
        await signIn(page, portal, who as never);
        await page.waitForURL(address);
        await write(page);
        await endSessions();
        await send(page);
        await page.getByRole('heading', { name: 'Phiên đăng nhập đã hết hạn' }).waitFor();
        expect(await wordsOn(page)).toContain(written);
        await page.getByRole('link', { name: 'Đăng nhập lại để viết tiếp' }).click();
        await signIn(page, portal, who as never);
        await page.waitForURL((url) => url.pathname === address);
        const shown = await page
          .locator('main textarea, main input')
          .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
        expect([...shown, await wordsOn(page)].join('\n')).toContain(written);
        desk = await openDesk(portal);
      },
    );
  },
);

test('a deadline that a colleague changed first is not overwritten unseen', async () => {
  const open = async () => {
    const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false, ...desk.as('QT') });
    await page.goto('/can-bo/thoi-han');
    for (const one of await page.locator('summary').all()) await one.click();
    return { page, field: page.locator('[name="legalBasis"]').first() };
  };
  const [first, second] = [await open(), await open()];
  await first.field.fill('Căn cứ của người lưu trước (dữ liệu thử).');
  await first.page.locator('main form button').first().click();
  await first.page.waitForURL(/xong=1/);
  await second.field.fill(written);
  const answered = second.page.waitForResponse(isSentForm);
  await second.page.locator('main form button').first().click();
  expect((await answered).status()).toBe(409);
  const words = await wordsOn(second.page);
  expect(words).toContain('Căn cứ của người lưu trước (dữ liệu thử).');
  expect(words).toContain(await nameOf('QT'));
  const field = second.page.locator('[name="legalBasis"]').first();
  expect([await field.inputValue(), words].join('\n')).toContain(written);
});

test('another officer who signs in on that machine is shown nothing of it', async () => {
  const summary = 'Một câu tóm tắt của người khác (dữ liệu thử).';
  const { number } = await desk.caseAfter();
  const address = `/can-bo/ho-so/${number}`;
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto(`/can-bo/dang-nhap?tiep=${address}`);
  await signIn(page, portal, 'TN');
  await page.waitForURL(address);
  await stepForm(page, 'classify').getByLabel('Tóm tắt cho sổ tiếp nhận').fill(summary);
  await endSessions();
  await take(page, 'classify');
  await page.getByRole('link', { name: 'Đăng nhập lại để viết tiếp' }).click();
  await signIn(page, portal, 'CVP');
  await page.waitForURL(address);
  expect(await page.content()).not.toContain(summary);
  await page.goto('/can-bo/ban-nhap');
  expect(await page.content()).not.toContain(summary);
  desk = await openDesk(portal);
});

// The last of the file: from here on this account has a second factor.
test('the session ended while writing: after password and second factor the form stands there with the words', async () => {
  const { number } = await desk.caseAfter('assign');
  const address = `/can-bo/ho-so/${number}`;
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/can-bo/dang-nhap?tiep=/can-bo/bao-mat');
  await signIn(page, portal, 'TP');
  await page.locator('#bat-password').fill(portal.account('TP').password);
  await page.getByRole('button', { name: 'Bắt đầu bật' }).click();
  const key = (await page.locator('code.key').textContent()) ?? '';
  const totpUri = `otpauth://totp/x?secret=${key.replaceAll(' ', '')}`;
  await page.getByLabel('Mã 6 chữ số').fill(codeFor(totpUri));
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await page.waitForURL('/can-bo/bao-mat?xong=bat');
  await page.goto(address);
  await stepForm(page, 'note').locator('summary').click();
  await stepForm(page, 'note').locator('textarea').fill(written);
  await endSessions();
  await take(page, 'note');
  expect(await wordsOn(page)).toContain(written);
  await page.getByRole('link', { name: 'Đăng nhập lại để viết tiếp' }).click();
  await signIn(page, portal, 'TP');
  await page.getByLabel('Mã 6 chữ số').fill(codeFor(totpUri, 1));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForURL(address);
  expect(await stepForm(page, 'note').locator('textarea').inputValue()).toBe(written);
  await take(page, 'note');
  await page.getByText('Đã xong: Ghi chú nội bộ').waitFor();
});
