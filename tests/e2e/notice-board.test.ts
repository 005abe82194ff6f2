// The files of the hotline and the printing of a sheet, from the running portal.
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser.ts';
import { openRunningPortal, type RunningPortal } from '../support/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await openRunningPortal({ CLOCK: '2026-11-24T09:00:00+07:00' });
});
afterAll(() => portal.stop());

async function fileAt(path: string): Promise<{ type: string | null; text: string }> {
  const response = await fetch(portal.origin + path);
  expect(response.status, path).toBe(200);
  return { type: response.headers.get('content-type'), text: await response.text() };
}

test('the hours of a channel come as a calendar without the days off', async () => {
  const { type, text } = await fileAt('/duong-day-nong/trung-tam-phuc-vu-hanh-chinh-cong.ics');
  expect(type).toBe('text/calendar; charset=utf-8');
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261125T070000');
  expect(lines).toContain('DTEND;TZID=Asia/Ho_Chi_Minh:20261125T113000');
  expect(lines.find((line) => line.startsWith('RRULE:'))).toBe(
    'RRULE:FREQ=WEEKLY;COUNT=288;BYDAY=MO,TU,WE,TH,FR',
  );
  expect(text).toMatch(/EXDATE[^\r]*20270101T070000/);
  expect(lines.find((line) => line.startsWith('SUMMARY:'))).toContain('(chưa kiểm chứng)');
  const none = await fetch(`${portal.origin}/duong-day-nong/van-phong-ubnd-tinh.ics`);
  expect(none.status).toBe(404);
});

test('a channel comes as a vCard and its QR code; the changes as an Atom feed', async () => {
  const card = await fileAt('/duong-day-nong/tong-dai-dvcqg.vcf');
  expect(card.type).toBe('text/vcard; charset=utf-8');
  expect(card.text).toContain('TEL;VALUE=uri;TYPE="voice,work":tel:18001096\r\n');
  expect((await fileAt('/duong-day-nong/tong-dai-dvcqg.svg')).type).toBe('image/svg+xml');
  const feed = await fileAt('/duong-day-nong/feed.xml');
  expect(feed.type).toBe('application/atom+xml; charset=utf-8');
  expect(feed.text).toContain('Ngày 24/11/2026: công bố kênh này trên cổng');
});

test('on a holiday the page says when the channel opens again, without script too', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openVisitor(portal.origin, { javaScriptEnabled });
    await page.goto('/duong-day-nong');
    await page
      .getByText('Mở lại lúc 07:00 ngày mai, Thứ Tư, 25/11/2026 (đang nghỉ lễ). Giờ này chưa kiểm chứng.')
      .waitFor();
  }
});

test('a browser prints a sheet on A4 and on A3', async () => {
  const { page } = await openVisitor(portal.origin);
  for (const [size, width, height] of [
    ['a4', 595, 842],
    ['a3', 842, 1191],
  ] as const) {
    await page.goto(`/bang-niem-yet/thu-tuc-1.014445?kho=${size}`);
    const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const [, , right = 0, top = 0] = (await document.getPage(1)).view;
    expect([Math.abs(right - width) < 2, Math.abs(top - height) < 2]).toEqual([true, true]);
    await page.goto(`/bang-niem-yet/pakn?kho=${size}`);
    const notice = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    expect(notice.numPages).toBe(1);
  }
});
