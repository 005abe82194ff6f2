// The files of the hotline and the printing of a sheet, from the running portal.
import { getDocumentProxy } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { openVisitor } from '../support/browser/browser.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await sharedPortal();
});

async function fileAt(path: string): Promise<{ type: string | null; text: string }> {
  const response = await fetch(portal.origin + path);
  expect(response.status, path).toBe(200);
  return { type: response.headers.get('content-type'), text: await response.text() };
}

test('what nobody has verified is told nowhere: no number, no hours, no channel of these alone', async () => {
  const pages = [
    '/',
    '/duong-day-nong',
    '/thu-tuc/1.014445',
    '/bang-niem-yet/pakn',
    '/duong-day-nong/feed.xml',
  ];
  for (const page of pages) {
    const { text } = await fileAt(page);
    expect(text, page).not.toMatch(/18001096|07h00 - 11h30|[Cc]hưa kiểm chứng/);
  }
  for (const file of ['trung-tam-phuc-vu-hanh-chinh-cong.ics', 'tong-dai-dvcqg.vcf', 'tong-dai-dvcqg.svg'])
    expect((await fetch(`${portal.origin}/duong-day-nong/${file}`)).status, file).toBe(404);
  expect((await fileAt('/du-lieu/kenh-tiep-nhan.csv')).text).toContain('18001096,,Chưa');
});

test('a channel comes as a vCard and its QR code; the changes as an Atom feed', async () => {
  const card = await fileAt('/duong-day-nong/so-khoa-hoc-va-cong-nghe.vcf');
  expect(card.type).toBe('text/vcard; charset=utf-8');
  expect(card.text).toContain('skh.quangngai.gov.vn');
  expect((await fileAt('/duong-day-nong/so-khoa-hoc-va-cong-nghe.svg')).type).toBe('image/svg+xml');
  const feed = await fileAt('/duong-day-nong/feed.xml');
  expect(feed.type).toBe('application/atom+xml; charset=utf-8');
  expect(feed.text).toContain('Ngày 20/11/2026: công bố kênh này trên cổng');
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
