// Being told of changed procedures by mail, from the form to the end of it, with script and without.
import { rowsSaying } from '../support/portal/encrypted-column.ts';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeys } from '../../api/crypto/keys.ts';
import { tokenFor } from '../../api/crypto/link-token.ts';
import { openVisitor } from '../support/browser/browser.ts';
import { eventually } from '../support/run/eventually.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => void (portal = await sharedPortal()));
afterAll(() => expect(portal.writtenDown()).not.toMatch(/@example\.vn|ma=/));

const letters = () => {
  const folder = path.join(portal.dataDir, 'mail');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readLetter(fs.readFileSync(path.join(folder, file), 'latin1')));
};
const rowOf = (id: string) =>
  portal.onDatabase(async (client: pg.Client) => {
    const { rows } = await client.query<{ told: boolean; fields: string[] | null }>(
      'select email is not null as told, fields from subscriptions where id = $1',
      [id],
    );
    return rows[0];
  });
const idOf = (email: string) =>
  portal.onDatabase(async (client: pg.Client) => {
    const [id] = await rowsSaying(client, portal.dataDir, 'subscriptions.email', email);
    return id ?? '';
  });

test.each([
  { email: 'co.script@example.vn', javaScriptEnabled: true },
  { email: 'khong.script@example.vn', javaScriptEnabled: false },
])('$email subscribes, confirms and ends it', async ({ email, javaScriptEnabled }) => {
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled });
  await page.goto('/thong-bao/dang-ky?linh-vuc=buu-chinh');
  expect(await page.getByLabel('Bưu chính').isChecked()).toBe(true);
  // A wrong address is said beside its field, and what was chosen stays.
  await page.getByLabel('Thư điện tử').fill('khong-phai-thu');
  await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await page.getByLabel('Thư điện tử').inputValue()).toBe('khong-phai-thu');
  expect(await page.getByLabel('Bưu chính').isChecked()).toBe(true);
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
  await page.getByText('Còn một bước: hãy mở hộp thư của Ông/Bà').waitFor();
  const id = await idOf(email);

  const mine = () => letters().find(({ headers }) => headers.includes(email));
  await eventually('the letter is written', async () => mine() !== undefined, 30_000);
  const link = /\/thong-bao\/xac-nhan\?ma=[\w-]{48}/.exec(mine()?.text ?? '')?.[0] ?? '';
  // Programs that look through mail open the link: nothing is confirmed by that.
  await page.goto(link);
  expect(await rowOf(id)).toEqual({ told: true, fields: null });
  await page.getByRole('button', { name: 'Đồng ý nhận thư' }).click();
  await page.getByText('Ông/Bà đã đăng ký nhận thư').waitFor();
  expect(page.url()).toBe(`${portal.origin}/thong-bao/xac-nhan?xong=1`);
  expect(await rowOf(id)).toEqual({ told: true, fields: ['buu-chinh'] });

  const end = `/thong-bao/huy?ma=${tokenFor(openKeys(portal.dataDir), 'end', { id, round: 0 })}`;
  await page.goto(end);
  expect(await rowOf(id)).toEqual({ told: true, fields: ['buu-chinh'] });
  await page.getByRole('button', { name: 'Thôi nhận thư' }).click();
  await page.getByText('Cổng không gửi thư báo cho Ông/Bà nữa').waitFor();
  expect(await rowOf(id)).toEqual({ told: false, fields: ['buu-chinh'] });

  // The button of a mail program: no cookie, no origin, no redirect (RFC 8058).
  const oneClick = await fetch(portal.origin + end, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  });
  expect(oneClick.status).toBe(200);
});

test('a link that was changed ends nothing and says what to do', async () => {
  const { page } = await openVisitor(portal.origin);
  await page.goto('/thong-bao/huy?ma=abc');
  await page.getByRole('button', { name: 'Thôi nhận thư' }).click();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('.error-summary').innerText()).toContain('Đường dẫn này không đúng.');
});
