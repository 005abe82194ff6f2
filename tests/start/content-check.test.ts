// npm run content:check: the shipped content and the built site are sound, and what is wrong is named.
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { checkContent } from '../../api/start/check/content.ts';
import { readPage } from '../../api/start/check/built-page.ts';
import { checkSite } from '../../api/start/check/site.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { startChild } from '../support/process/child.ts';
import { temporaryFolder } from '../support/run/folder.ts';

const page = (body: string) =>
  `<!doctype html><html lang="vi"><head><title>T</title></head><body><h1>T</h1>${body}</body></html>`;

async function siteOf(files: Record<string, string>): Promise<string> {
  const root = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, text);
  }
  return root;
}

test('the site as it is shipped has no broken link, no picture without words, no page too heavy, no wrong markup', async () => {
  const check = startChild('api/start/check-content.ts', ['--quiet']);
  const code = await check.ended;
  expect(check.said()).toContain(' 0 lỗi');
  expect(code).toBe(0);
});

test('another folder of content is read in place of the one that comes along, and named wrong by its own files', async () => {
  const folder = path.join(await temporaryFolder(), 'content');
  await fs.cp(contentDir, folder, { recursive: true });
  const units = path.join(folder, 'units.yaml');
  await fs.writeFile(units, (await fs.readFile(units, 'utf8')).replace('Văn phòng Sở', 'Văn phòng thử'));
  const named = (content: { units: { name: string }[] }) =>
    content.units.some(({ name }) => name === 'Văn phòng thử');
  const now = new Date('2026-11-21T08:00:00+07:00');
  expect([named(await loadContent(folder, now)), named(await loadContent(contentDir, now))]).toEqual([
    true,
    false,
  ]);

  await fs.writeFile(path.join(folder, 'procedures/sai.yaml'), 'code: 1\n');
  const check = startChild('api/start/check-content.ts', ['--quiet'], { env: { CONTENT_DIR: folder } });
  expect(await check.ended).toBe(1);
  expect(check.said()).toContain('content/procedures/sai.yaml chưa đúng');
});

test('a broken link, a missing anchor and a missing asset are named with their page', async () => {
  const root = await siteOf({
    '.build/client/index.html': page(
      '<a href="/khong-co">a</a><a href="/b#thieu">b</a><a href="/c/1">c</a><a href="/b#co">d</a><img src="/x.png" alt="">',
    ),
    '.build/client/b.html': page('<p id="co">b</p>'),
    'site/pages/c/[id].astro': 'export const prerender = false',
  });
  const { pages, findings } = await checkSite(root);
  expect(pages).toBe(2);
  expect(findings.map(({ place, sentence }) => `${place}: ${sentence}`)).toEqual([
    '/: đường dẫn “/khong-co” không dẫn tới đâu',
    '/: đường dẫn “/b#thieu”: trang ấy không có chỗ “#thieu”',
    '/: đường dẫn “/x.png” không dẫn tới đâu',
  ]);
});

test('a page over the budget is named', async () => {
  const noise = Array.from({ length: 9000 }, (_, index) => `${(index * 7919) % 9973}`).join('-');
  const root = await siteOf({
    '.build/client/index.html': page(`<p>${noise}${noise}</p>`),
    'site/pages/index.astro': '',
  });
  const { findings } = await checkSite(root);
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^nặng \d+ byte khi nén, quá mức 60000$/),
  ]);
});

test.each([
  ['<p id="a"></p><p id="a"></p>', 'hai chỗ cùng id “a”'],
  ['<h1>thêm</h1>', 'có 2 tiêu đề h1, phải có đúng một'],
  ['<img src="/a.png">', 'ảnh /a.png không có chữ thay thế (alt)'],
  ['<div class="prose"><p><img src="/a.png" alt=""></p></div>', 'ảnh /a.png không có chữ thay thế (alt)'],
  ['<input aria-describedby="goi-y">', 'nhắc tới id “goi-y” không có trên trang'],
  ['<p class="a" class="b"></p>', expect.stringMatching(/^mã HTML sai ở dòng 1/)],
])('%s is named', (body, sentence) => {
  expect(readPage(page(body)).faults).toContainEqual(sentence);
});

test('a doubt stands collapsed at the end of a page, or is named', () => {
  const doubt = 'Hiệu lực: theo nguồn thứ cấp';
  expect(readPage(page(`<details data-trust><p>${doubt}</p></details>`)).faults).toEqual([]);
  for (const open of [`<p>${doubt}</p>`, `<details><p>${doubt}</p></details>`])
    expect(readPage(page(open)).faults).toEqual([expect.stringContaining('làm theo được')]);
});

test('parts that a procedure lacks and contacts that have run out are told, not refused', async () => {
  const content = await loadContent(contentDir, new Date('2026-11-21T08:00:00+07:00'));
  const [contact] = content.contacts;
  if (!contact) throw new Error('no contact');
  const findings = checkContent(
    { ...content, writtenContacts: [{ ...contact, validTo: '2026-11-20' }] },
    '2026-11-21',
  );
  expect(findings.every(({ level }) => level === 'warning')).toBe(true);
  expect(findings).toContainEqual({
    level: 'warning',
    place: `kênh ${contact.id}`,
    sentence: 'cả kênh hết hiệu lực từ 21/11/2026, Sở chưa cập nhật',
  });
  expect(findings).toContainEqual({
    level: 'warning',
    place: 'văn bản 01-2018-tt-vpcp',
    sentence: 'chưa có trích yếu',
  });
  expect(findings).toContainEqual({
    level: 'warning',
    place: 'văn bản hien-phap-2013',
    sentence: expect.stringMatching(/^chưa đăng\. Tên văn bản ghi theo hiểu biết chung/),
  });
  expect(findings).toContainEqual({
    level: 'warning',
    place: 'bài ngay-24-11-trong-han-tra-loi',
    sentence: expect.stringMatching(/^chưa đăng: .*approved/),
  });
  expect(findings.filter(({ place }) => place.startsWith('bài ')).length).toBe(content.posts.length);
  expect(findings.filter(({ place }) => place.startsWith('thủ tục ')).length).toBeGreaterThan(0);
});

test('documents without a title and a focal person whose time is over are told', async () => {
  const content = await loadContent(contentDir, new Date('2026-11-21T08:00:00+07:00'));
  const contact = content.contacts.find(({ focalPersons }) => focalPersons.length > 0);
  const [person] = contact?.focalPersons ?? [];
  if (!contact || !person) throw new Error('no focal person');
  const over = { ...contact, focalPersons: [{ ...person, validTo: '2026-11-20' }] };
  const told = checkContent({ ...content, writtenContacts: [over] }, '2026-11-21').map(
    ({ place, sentence }) => `${place}: ${sentence}`,
  );
  expect(told).toContain(`kênh ${contact.id}: cá nhân đầu mối hết hiệu lực từ 21/11/2026, Sở chưa cập nhật`);
  const untitled = [...content.documents.values()].filter(({ title }) => title === null);
  expect(told.filter((one) => one.endsWith(': chưa có trích yếu'))).toHaveLength(untitled.length);
  expect(untitled.length).toBeGreaterThan(0);
});
