// The signed receipt in a real browser: told with the number, checked without the server, and by form without script.
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { lookUp, submitCase } from '../support/browser/citizen.ts';
import { eventually } from '../support/run/eventually.ts';
import { accessibilityFaults, outsiders } from '../support/browser/inspection.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});

/** Sends a case and returns the line of its receipt. */
async function receiptLine(): Promise<{ line: string; number: string; secret: string }> {
  const { page } = await openVisitor(portal.origin);
  const { number, secret } = await submitCase(page);
  await page.getByText('Chữ ký điện tử của giấy biên nhận').click();
  const line = await page.locator('#dong-bien-nhan').innerText();
  return { line, number, secret };
}

test('the confirmation shows the signed line and its QR code, and neither holds the look-up code', async () => {
  const { page, complaints } = await openVisitor(portal.origin);
  const { number, secret } = await submitCase(page);
  await page.getByText('Chữ ký điện tử của giấy biên nhận').click();
  const line = await page.locator('#dong-bien-nhan').innerText();
  expect(line).toMatch(new RegExp(`^BN1~${number}~2026-11-20T01:30:00.000Z~.{43}~2026-12-14~.{8}~.{86}$`));
  expect(line).not.toContain(secret);
  const image = page.getByAltText('Mã QR mở trang xác minh biên nhận này');
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('on paper the receipt and the case say who gave them, and have no buttons', async () => {
  const { page } = await openVisitor(portal.origin);
  await submitCase(page);
  for (const address of ['/phan-anh/da-gui', '/tra-cuu/ho-so']) {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-header .name').isVisible()).toBe(true);
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.emulateMedia({ media: null });
  }
});

test('both codes are copied, and saved as a picture that is drawn on the device', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, addresses, complaints } = await openVisitor(portal.origin, { permissions });
  const { number, secret } = await submitCase(page);
  await page.getByRole('button', { name: 'Sao chép hai mã' }).click();
  await page.getByRole('button', { name: 'Đã chép' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `Mã hồ sơ: ${number}\nMã tra cứu: ${secret}`,
  );
  // Nothing is asked of anybody for the picture: it comes without a line too.
  await page.context().setOffline(true);
  const asked = addresses.length;
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu thành ảnh' }).click();
  const saved = await saving;
  await page.getByRole('button', { name: 'Đã lưu ảnh' }).waitFor();
  expect(saved.suggestedFilename()).toBe(`${number}.png`);
  const { default: sharp } = await import('sharp');
  const picture = sharp(await saved.path());
  expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1080, height: 720 });
  // Four lines of a name and a value each: in each band of 150 pixels something is written, black on white.
  for (let line = 0; line < 4; line += 1) {
    const band = picture
      .clone()
      .extract({ left: 0, top: 60 + line * 150, width: 1080, height: 150 })
      .greyscale();
    const { channels } = await sharp(await band.png().toBuffer()).stats();
    expect(channels[0]).toMatchObject({ min: expect.any(Number), max: 255 });
    expect(channels[0]?.min).toBeLessThan(60);
  }
  expect(addresses.slice(asked).filter((address) => !/^(data|blob):/.test(address))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the address of the QR code is checked in the browser: nothing of the receipt is sent', async () => {
  const { line, number } = await receiptLine();
  const { page, addresses, complaints } = await openVisitor(portal.origin);
  await page.goto(`/xac-minh#${line}`);
  await page.getByRole('heading', { name: 'Biên nhận đúng' }).waitFor();
  await page.context().setOffline(true);
  await page.getByLabel('Dòng biên nhận').fill(line.replace('2026-12-14', '2026-12-15'));
  await page.getByRole('button', { name: 'Xác minh' }).click();
  await page.getByRole('heading', { name: 'Biên nhận không đúng' }).waitFor();
  await page.getByLabel('Dòng biên nhận').fill(`  ${line.replace('~2026', '~\n2026')} `);
  await page.getByRole('button', { name: 'Xác minh' }).click();
  await page.getByRole('heading', { name: 'Biên nhận đúng' }).waitFor();
  expect(await page.locator('[data-fact="number"]').innerText()).toBe(number);
  expect(await page.locator('[data-fact="receivedAt"]').innerText()).toBe('08:30 ngày 20/11/2026');
  expect(await page.locator('[data-fact="dueOn"]').innerText()).toBe('14/12/2026');
  expect(addresses.filter((address) => new URL(address).pathname === '/xac-minh')).toHaveLength(1);
  expect(addresses.filter((address) => new URL(address).pathname.startsWith('/api'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('where a browser has no Ed25519, the page says so and the form asks the server', async () => {
  const { line } = await receiptLine();
  const { page } = await openVisitor(portal.origin);
  await page.addInitScript(() => {
    SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));
  });
  await page.goto(`/xac-minh#${line}`);
  await page.getByRole('heading', { name: 'Trình duyệt này không tự kiểm tra được' }).waitFor();
  await page.getByRole('button', { name: 'Xác minh' }).click();
  await page.getByRole('heading', { name: 'Biên nhận đúng' }).waitFor();
});

test('the look-up gives the same line again, and the place of each step in the ledger', async () => {
  const { line, number, secret } = await receiptLine();
  const { page, complaints } = await openVisitor(portal.origin);
  await eventually('the step is in the ledger', async () => {
    await lookUp(page, { number, secret });
    await page.getByText('Biên nhận và bằng chứng từng bước').click();
    return /Nhật ký xử lý, mục \d+/.test(await page.locator('main').innerText());
  });
  expect(await page.locator('#dong-bien-nhan').innerText()).toBe(line);
  const [hash] = await page.locator('a[href^="/api/ledger/inclusion/"]').allInnerTexts();
  expect((await fetch(`${portal.origin}/api/ledger/inclusion/${hash}`)).status).toBe(200);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('without script the form is answered, for a genuine, a changed and a missing line', async () => {
  const { line, number } = await receiptLine();
  const { page } = await openVisitor(portal.origin, { javaScriptEnabled: false });
  await page.goto('/xac-minh');
  const ask = async (text: string) => {
    await page.getByLabel('Dòng biên nhận').fill(text);
    await page.getByRole('button', { name: 'Xác minh' }).click();
  };
  await ask(line);
  await page.getByRole('heading', { name: 'Biên nhận đúng' }).waitFor();
  expect(await page.locator('[data-fact="number"]').innerText()).toBe(number);
  await ask(line.replace('T01:30', 'T01:00'));
  await page.getByRole('heading', { name: 'Biên nhận không đúng' }).waitFor();
  await ask('');
  await page.getByRole('heading', { name: 'Chưa xác minh được' }).waitFor();
});

test.each([
  { where: 'a telephone', viewport: { width: 360, height: 740 } },
  { where: 'a desk', viewport: { width: 1280, height: 900 } },
])('ledger and check are readable on $where, without a fault of accessibility', async ({ viewport }) => {
  const { line } = await receiptLine();
  await eventually(
    'the ledger has a checkpoint',
    async () => (await fetch(`${portal.origin}/api/ledger/checkpoint`)).ok,
  );
  const { page, complaints } = await openVisitor(portal.origin, { viewport });
  for (const [address, heading] of [
    ['/so-cai', 'Nhật ký xử lý: sửa sổ đăng ký thì ai cũng thấy'],
    [`/xac-minh#${line}`, 'Biên nhận đúng'],
  ] as const) {
    await page.goto(address);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await outsiders(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  expect(complaints).toEqual([]);
});
