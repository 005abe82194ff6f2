// Files of a letter on a bad line: smaller photographs, how far the sending is, and nothing lost when it breaks.
import { rowsSaying } from '../support/portal/encrypted-column.ts';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { fillIn, lookOver, receiptOn, send } from '../support/browser/citizen.ts';
import { accessibilityFaults } from '../support/browser/inspection.ts';
import { paddedJpeg } from '../support/worlds/files.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
let photo: Buffer;
beforeAll(async () => {
  portal = await sharedPortal();
  // As a phone that is held upright keeps it: on its side, with the place where it was taken.
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  photo = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 90 })
    .withExif({ IFD0: { Make: 'May Thu' }, IFD3: { GPSLatitude: '15/1 7/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
});

const aPhoto = () => ({ name: 'giay-to.jpg', mimeType: 'image/jpeg', buffer: photo });
const waiting = async (name: string) =>
  await portal.onDatabase(
    async (client) =>
      (
        await client.query<{ sentBytes: number; bytes: number }>(
          'select sent_bytes as "sentBytes", bytes from attachments where id = any($1::uuid[]) order by uploaded_at desc',
          [await rowsSaying(client, portal.dataDir, 'attachments.name', name)],
        )
      ).rows,
  );

/** A visitor on a line of which the browser says so much; `left` is what a script has sent of files. */
async function onLine(connection: object | undefined) {
  const visitor = await openVisitor(portal.origin);
  await visitor.context.addInitScript((line) => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => line });
    const { send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.send = function (body) {
      if (body instanceof FormData) Object.assign(globalThis, { left: body.getAll('attachments') });
      return send.call(this, body);
    };
  }, connection);
  return visitor;
}

const choosePhoto = (page: Page) => page.setInputFiles('#attachments', aPhoto());
const sizeOf = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
const form = (page: Page) => page.locator('main form').last();
const leftFiles = (page: Page) =>
  page.evaluate(async () => {
    const files = (globalThis as unknown as { left?: File[] }).left ?? [];
    const read = async (file: File) => [file.name, [...new Uint8Array(await file.arrayBuffer())]] as const;
    return await Promise.all(files.map(read));
  });
const lookedOver = (page: Page) => page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor();

test('on a slow line a photograph leaves smaller, upright, without what the camera wrote; it can be sent whole', async () => {
  const { page, complaints } = await onLine({ effectiveType: '3g', saveData: false });
  // The answer is never awaited: what left the page is looked at on the page.
  await page.route('**/phan-anh/gui', (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  );
  await page.goto('/phan-anh/gui');
  await fillIn(page);
  await choosePhoto(page);
  const told = page.locator('[data-photos]');
  await told.getByText(`Ảnh “giay-to.jpg” ${sizeOf(photo.length)} được thu nhỏ còn `).waitFor();
  expect(await told.innerText()).toMatch(/còn \d+ KB để gửi nhanh\.|còn 1,\d MB để gửi nhanh\./);
  expect(await accessibilityFaults(page)).toEqual([]);
  await lookOver(page);
  await expect.poll(() => leftFiles(page).then((files) => files.length)).toBe(1);
  const [[name, bytes] = ['', []]] = await leftFiles(page);
  const sent = Buffer.from(bytes);
  const { width, height, exif, orientation } = await sharp(sent).metadata();
  expect({ name, width, height, exif, orientation }).toEqual({
    name: 'giay-to.jpg',
    width: 1333,
    height: 2000,
  });
  expect(sent.length).toBeLessThan(photo.length * 0.8);

  await page.getByRole('button', { name: 'Dừng gửi' }).click();
  await form(page).getByText('Đã dừng gửi. Chữ và tệp vẫn còn trên trang này.').first().waitFor();
  await told.getByRole('button', { name: 'Gửi ảnh gốc' }).click();
  await told.getByText(`Ảnh “giay-to.jpg” sẽ gửi nguyên ${sizeOf(photo.length)}.`).waitFor();
  await page.unroute('**/phan-anh/gui');
  await lookOver(page);
  await lookedOver(page);
  expect((await waiting('giay-to.jpg'))[0]?.sentBytes).toBe(photo.length);
  expect(complaints).toEqual([]);
});

test.each([
  ['on a fast line', { effectiveType: '4g', saveData: false }, {}],
  ['where the browser gives noise for what was drawn', { saveData: true }, { isNoisy: true }],
])('a photograph goes as it was taken %s', async (_, line, { isNoisy = false }: { isNoisy?: boolean }) => {
  const { page, context } = await onLine(line);
  if (isNoisy)
    await context.addInitScript(() => {
      const { getImageData } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.getImageData = function (...where) {
        const image = getImageData.apply(this, where);
        image.data.forEach((value, index) => (image.data[index] = value ^ 0x55));
        return image;
      };
    });
  await page.goto('/phan-anh/gui');
  await fillIn(page);
  await choosePhoto(page);
  await lookOver(page);
  await lookedOver(page);
  expect((await waiting('giay-to.jpg'))[0]?.sentBytes).toBe(photo.length);
});

test('sending tells how far it is, can be stopped, survives a broken line, and makes one case', async () => {
  const { page, context } = await onLine({ effectiveType: '4g' });
  await page.goto('/phan-anh/gui');
  await fillIn(page);
  const file = { name: 'ban-chup.jpg', mimeType: 'image/jpeg', buffer: await paddedJpeg(2_000_000) };
  await page.setInputFiles('#attachments', file);
  const status = form(page).locator('[data-sending] [role=status]');
  const wire = await context.newCDPSession(page);
  const slowly = (uploadThroughput: number) =>
    wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await slowly(400_000);
  await lookOver(page);
  await status.getByText(/^Đã gửi \d+% \(/).waitFor();
  await expect
    .poll(() => page.getByRole('progressbar', { name: 'Phần đã gửi' }).getAttribute('value'))
    .toMatch(/\d+/);
  await page.getByRole('button', { name: 'Dừng gửi' }).click();
  await status.getByText('Đã dừng gửi.').waitFor();
  await slowly(-1);

  await page.route('**/phan-anh/gui', (route) => route.abort('connectionreset'));
  await lookOver(page);
  await status.getByText('Mạng bị ngắt khi đang gửi.').waitFor();
  expect(await status.innerText()).toContain('gửi lại không thành hai phiếu');
  await page.unroute('**/phan-anh/gui');

  await page.route('**/phan-anh/gui', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }));
  await lookOver(page);
  await status.getByText('Cổng đang bận').waitFor();
  await page.unroute('**/phan-anh/gui');

  await context.setOffline(true);
  await lookOver(page);
  await status.getByText('Máy đang mất mạng nên chưa gửi gì.').waitFor();
  await context.setOffline(false);

  await lookOver(page);
  await lookedOver(page);
  await page.getByRole('button', { name: 'Bỏ tệp ban-chup.jpg' }).waitFor();
  await send(page);
  const { number } = await receiptOn(page);
  expect((await waiting('ban-chup.jpg')).length).toBeGreaterThan(0);
  const { rows } = await portal.onDatabase((client) =>
    client.query(
      'select count(*)::int as files from attachments join cases on cases.id = case_id where number = $1',
      [number],
    ),
  );
  expect(rows).toEqual([{ files: 1 }]);
});

test('a refusal comes in the place of the page, with all that was typed; the camera adds photographs up', async () => {
  const phone = { hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 } };
  const { page, complaints } = await openVisitor(portal.origin, phone);
  await page.goto('/phan-anh/gui');
  expect(await page.locator('#attachments-camera').getAttribute('capture')).toBe('environment');
  expect(await page.getByText('Chụp ảnh', { exact: true }).isVisible()).toBe(true);
  const small = (name: string) => ({ ...aPhoto(), name, buffer: Buffer.from('không phải ảnh') });
  await page.setInputFiles('#attachments-camera', small('mot.jpg'));
  await page.setInputFiles('#attachments-camera', small('hai.jpg'));
  await page.locator('#attachments-camera-chosen').getByText('Đã chọn 2 tệp: mot.jpg; hai.jpg').waitFor();
  await page.getByLabel('Việc đã xảy ra').fill('Một câu đang viết dở.');
  await lookOver(page);
  await page.locator('.error-summary').getByText('“mot.jpg”').waitFor();
  await page.locator('.error-summary').getByText('“hai.jpg”').waitFor();
  expect(await page.getByLabel('Việc đã xảy ra').inputValue()).toBe('Một câu đang viết dở.');
  expect(complaints).toEqual([]);
});
