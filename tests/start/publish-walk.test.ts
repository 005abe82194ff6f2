// "Chủ tịch UBND tỉnh has just signed a decision on 12 TTHC": from the workbook to the pages without retyping a word.
// By the same build a new hotline number goes from its one line in content/ to every place that shows it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { extractText } from 'unpdf';
import { parse } from 'yaml';
import { worksheetsOf } from '../support/worlds/office-files.ts';
import { type Copy, copyRepository } from '../support/process/copy.ts';
import { openDesk } from '../support/process/desk.ts';
import { openRunningPortal } from '../support/process/running-portal.ts';
import { sampleList, samplePath } from '../support/worlds/sample-list.ts';

const list = 'content/mau/danh-muc-mau.xlsx';
const slug = '00-minh-hoa-2026';
const added = [
  'cap-giay-phep-chuyen-giao-cong-nghe',
  'mien-giam-kiem-tra-chat-luong-hang-hoa-nhom-2-nhap-khau',
  'cap-the-giam-dinh-vien-so-huu-cong-nghiep',
];
const changed = [
  'cap-giay-chung-nhan-hoat-dong-lan-dau-cho-van-phong-dai-dien-chi-nhanh',
  '1.014446',
  'chi-dinh-to-chuc-danh-gia-su-phu-hop',
  'dang-ky-cong-bo-hop-chuan-dua-tren-ket-qua-tu-danh-gia',
  'dang-ky-cong-bo-hop-quy',
  'cong-bo-su-dung-dau-dinh-luong',
  '1.000449',
];
const repealed = ['1.000173', '1.003542'];

const hotline = '0255 000 0009';

let copy: Copy;
/** The portal as it was before, stopped: its data, and the hash on the notices that hang on walls. */
let before: { dataDir: string; notice: string };
const inCopy = (file: string) => path.join(copy.folder, file);
const yaml = async (file: string) => parse(await fs.readFile(inCopy(file), 'utf8'));
const everyFile = async () => {
  const names = await fs.readdir(inCopy('content'), { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await fs.readFile(file, 'latin1')] as const)),
  );
};

test('the sample that is shipped is the one that the content gives', async () => {
  const shipped = await worksheetsOf(await fs.readFile(samplePath));
  expect(await worksheetsOf(await sampleList())).toEqual(shipped);
});

describe('a list of twelve procedures', () => {
  beforeAll(async () => {
    copy = await copyRepository();
  });

  test('is compared first, and nothing is written', async () => {
    const before = await everyFile();
    const { code, said } = await copy.run('api/programs/import-procedures.ts', list);
    expect(said).toContain('Mới 3 · Thay đổi 7 · Thay thế 0 · Bãi bỏ 2 · Không đổi 0');
    expect(said).toContain('→ 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ');
    expect(code).toBe(0);
    expect(await everyFile()).toEqual(before);
  });

  test('marked as a sample is not written by oversight', async () => {
    const before = await everyFile();
    const { code, said } = await copy.run('api/programs/import-procedures.ts', list, '--write');
    expect(said).toContain('“Dữ liệu minh họa” nên không được ghi');
    expect(code).toBe(1);
    expect(await everyFile()).toEqual(before);
  });

  test('becomes a decision with twelve items, three new files, seven changed ones and their earlier contents', async () => {
    const earlier = await yaml('content/procedures/dang-ky-cong-bo-hop-quy.yaml');
    const { code, said } = await copy.run('api/programs/import-procedures.ts', list, '--write', '--sample');
    expect([code, said]).toEqual([0, expect.stringContaining('Đã ghi 18 tệp vào content/.')]);

    const decision = await yaml(`content/decisions/${slug}.yaml`);
    expect(decision).toMatchObject({
      number: '00/MINH-HOA',
      signedOn: '2026-10-01',
      effectiveOn: '2026-10-15',
      authority: 'Cơ quan minh hoạ',
      note: 'Dữ liệu minh họa, không phải quyết định thật.',
    });
    const items = decision.items as { op: string; procedure: string; parts?: string[] }[];
    const of = (op: string) => items.filter((item) => item.op === op).map(({ procedure }) => procedure);
    expect([of('new'), of('amend'), of('repeal'), items.length]).toEqual([added, changed, repealed, 12]);
    expect(items.find(({ procedure }) => procedure === '1.014446')?.parts).toEqual(['methods']);

    const kept = await fs.readdir(inCopy('content/versions'), { withFileTypes: true });
    const folders = kept.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.toSorted()).toEqual(changed.toSorted());
    expect(await yaml(`content/versions/dang-ky-cong-bo-hop-quy/${slug}.yaml`)).toEqual({
      until: '2026-10-15',
      by: slug,
      content: earlier,
    });
    const now = await yaml('content/procedures/dang-ky-cong-bo-hop-quy.yaml');
    expect(now.timeLimit).toMatchObject({ amount: 3, unit: 'working-days' });
    expect(now.dossier).toEqual(earlier.dossier);
  });

  test('gives every procedure its state and content on each day', async () => {
    const program = `
      const { contentDir } = await import('./api/content/read.ts');
      const { loadContent } = await import('./api/portal/gather.ts');
      const told = [];
      for (const day of ['2026-10-10', '2026-10-20']) {
        const { procedures } = await loadContent(contentDir, new Date(day + 'T05:00:00Z'));
        told.push([...procedures.values()].map(({ slug, status, timeLimit }) => [slug, [status, timeLimit.amount]]));
      }
      console.log(JSON.stringify(told));`;
    const { said } = await copy.run('--input-type=module', '--eval', program);
    const [before, after] = (JSON.parse(said) as [string, [string, number]][][]).map((all) =>
      Object.fromEntries(all),
    );
    const states = (all: typeof before, slugs: string[]) => slugs.map((one) => all?.[one]?.[0]);
    expect(states(before, added)).toEqual(Array(3).fill('not-yet-in-force'));
    expect(states(after, added)).toEqual(Array(3).fill('needs-review'));
    expect(states(after, repealed)).toEqual(['repealed', 'repealed']);
    expect(states(before, repealed)).not.toContain('repealed');
    const hopQuy = 'dang-ky-cong-bo-hop-quy';
    expect([before?.[hopQuy]?.[1], after?.[hopQuy]?.[1]]).toEqual([5, 3]);
  });

  test('read a second time changes nothing', async () => {
    const before = await everyFile();
    const { said } = await copy.run('api/programs/import-procedures.ts', list, '--write', '--sample');
    expect(said).toContain('Mới 0 · Thay đổi 0 · Thay thế 0 · Bãi bỏ 0 · Không đổi 12');
    expect(said).toContain('Không có gì phải ghi.');
    expect(await everyFile()).toEqual(before);
  });

  test('comes out of the export and goes in again without a change', async () => {
    await copy.run('api/programs/export-procedures.ts', 'all.xlsx', '--json', 'all.json');
    for (const file of ['all.xlsx', 'all.json']) {
      const { said } = await copy.run('api/programs/import-procedures.ts', file);
      expect(said).toContain('Mới 0 · Thay đổi 0 · Thay thế 0 · Bãi bỏ 0 · Không đổi 84');
    }
  });

  test('a hotline number is changed in its one line, while notices without it hang on walls', async () => {
    const portal = await openRunningPortal();
    const { hash } = await (await fetch(`${portal.origin}/api/sheets/pakn/content`)).json();
    before = { dataDir: portal.dataDir, notice: hash };
    await portal.stop();
    const contacts = await fs.readFile(inCopy('content/contacts.yaml'), 'utf8');
    const changed = contacts.replace(
      '{ type: phone, value: null, missing: Sở chưa cung cấp }',
      `{ type: phone, value: '${hotline}' }`,
    );
    expect(changed).not.toBe(contacts);
    await fs.writeFile(inCopy('content/contacts.yaml'), changed);
  });

  test('stands in the pages of the next build', async () => {
    const { code, said } = await copy.run('node_modules/astro/bin/astro.mjs', 'build');
    expect([code, code === 0 ? '' : said]).toEqual([0, '']);
    const page = (name: string) => fs.readFile(inCopy(`.build/client/thu-tuc/${name}.html`), 'utf8');
    expect(await page('cap-the-giam-dinh-vien-so-huu-cong-nghiep')).toContain('Cấp Thẻ giám định viên');
    expect(await page('1.000449')).toContain('Thủ tục điều chỉnh nội dung');
    for (const one of repealed) expect(await page(one)).toContain('Thủ tục này đã bị bãi bỏ');
    const notice = await fs.readFile(inCopy(`.build/client/thong-bao/${slug}.html`), 'utf8');
    for (const one of [...added, ...changed, ...repealed]) expect(notice).toContain(`/thu-tuc/${one}"`);
    expect(notice).toContain('15/10/2026');
    for (const name of ['index.html', 'thu-tuc/1.000449.html', 'du-lieu/kenh-tiep-nhan.csv'])
      expect(await fs.readFile(inCopy(`.build/client/${name}`), 'utf8')).toContain(hotline);
  });

  test('and from there in the feed, the API, the checklist and the print sheets of the running portal', async () => {
    const portal = await openRunningPortal(
      { BUILD_DIR: '.build' },
      { folder: copy.folder, dataDir: before.dataDir },
    );
    try {
      const text = async (address: string) => (await fetch(portal.origin + address)).text();
      expect(await text('/thong-bao/feed.xml')).toContain('00/MINH-HOA');
      const entries = (feed: string) =>
        [...feed.matchAll(/<entry>[^]*?<id>([^<]+)<[^]*?<\/entry>/g)].map(([, id = '']) => id);
      const own = entries(await text('/thu-tuc/1.014446/thay-doi.xml'));
      expect(own).toEqual([`${portal.origin}/thong-bao/${slug}#1.014446`]);
      expect(entries(await text('/thong-bao/feed.xml'))).toEqual(expect.arrayContaining(own));
      expect(await text(`/thong-bao/${slug}`)).toContain('id="1.014446"');
      expect(JSON.parse(await text('/api/procedures/dang-ky-cong-bo-hop-quy')).timeLimit.amount).toBe(3);
      expect(JSON.parse(await text('/api/procedures/1.000173')).status).toBe('repealed');

      const pdf = await fetch(`${portal.origin}/api/sheets/thu-tuc-dang-ky-cong-bo-hop-quy.pdf?size=a4`);
      const sheet = await extractText(new Uint8Array(await pdf.arrayBuffer()), { mergePages: true });
      expect(sheet.text).toContain('03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ');
      expect((await fetch(`${portal.origin}/api/sheets/thu-tuc-1.000173.pdf?size=a4`)).status).toBe(404);

      const officer = (await openDesk(portal)).cookieOf('BT');
      const checklist = await fetch(`${portal.origin}/api/staff/decisions`, { headers: { cookie: officer } });
      const { decisions } = (await checklist.json()) as { decisions: { slug: string }[] };
      expect(decisions.map((one) => one.slug)).toContain(slug);

      for (const address of ['/duong-day-nong', '/duong-day-nong/lich-su', '/duong-day-nong/feed.xml'])
        expect(await text(address)).toContain(hotline);
      expect(await text('/api/contacts')).toContain(hotline);
      expect(await text('/duong-day-nong/van-phong-ubnd-tinh.vcf')).toContain('tel:02550000009');
      for (const id of ['pakn', 'thu-tuc-1.000449']) {
        const file = await fetch(`${portal.origin}/api/sheets/${id}.pdf?size=a3`);
        const printed = await extractText(new Uint8Array(await file.arrayBuffer()), { mergePages: true });
        expect(printed.text).toContain(hotline);
      }
      expect(await text(`/bang-niem-yet/kiem-tra/${before.notice}`)).toContain('Tờ này đã được thay ngày');
    } finally {
      await portal.stop();
    }
  });
});
