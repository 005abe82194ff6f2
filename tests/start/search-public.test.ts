// What an editor keeps as a draft, for a later day, or without an approver is not searched: read from a copy of content/.
import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Copy, copyRepository } from '../support/process/copy.ts';

const listing = `
import { contentDir } from './api/content/read.ts';
import { loadContent } from './api/portal/gather.ts';
import { providers } from './api/search/search-service.ts';
const now = () => new Date('2026-11-28T09:00:00+07:00');
const content = await loadContent(contentDir, now());
console.log(JSON.stringify(providers.flatMap((provide) => provide({ content, now }))));
`;

let copy: Copy;
let documents: { id: string; type: string; state: string; isThin?: true }[];
beforeAll(async () => {
  copy = await copyRepository();
  const write = async (from: string, to: string, change: (text: string) => string) => {
    const text = await fs.readFile(path.join(copy.folder, 'content', from), 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    await fs.writeFile(path.join(copy.folder, 'content', to), changed);
  };
  const approved = (text: string) =>
    text.replace(/^draft: false$/m, 'approved: { by: Chánh Văn phòng, on: 2026-11-20 }\ndraft: false');
  const drafted = (text: string) => text.replace(/^draft: false$/m, 'draft: true');
  const later = (text: string) => approved(text).replace(/^publishedOn: .*$/m, 'publishedOn: 2026-11-29');
  const post = 'news/bien-nhan-ai-cung-kiem-tra-duoc.md';
  await write(post, 'news/bai-da-duyet.md', approved);
  await write(post, 'news/bai-nhap.md', (text) => drafted(approved(text)));
  await write(post, 'news/bai-ngay-mai.md', later);
  await write('guides/tra-cuu-ho-so.md', 'guides/huong-dan-nhap.md', drafted);
  await write('qa/gui-an-danh-co-duoc-khong.yaml', 'qa/cau-hoi-nhap.yaml', drafted);
  await fs.writeFile(path.join(copy.folder, 'listing.ts'), listing);
  const { said } = await copy.run('listing.ts');
  documents = JSON.parse(said.trim()) as typeof documents;
}, 60_000);

test('what is published is searched', () => {
  const ids = documents.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(['news:bai-da-duyet', 'guide:tra-cuu-ho-so', 'qa:gui-an-danh-co-duoc-khong']),
  );
  expect(new Set(documents.map(({ type }) => type))).toEqual(
    new Set(['procedure', 'document', 'news', 'guide', 'qa']),
  );
});

test('drafts, what is for tomorrow, what nobody has approved and what has no source are not', () => {
  const hidden =
    /:(bai-nhap|bai-ngay-mai|huong-dan-nhap|cau-hoi-nhap|bien-nhan-ai-cung-kiem-tra-duoc|hien-phap-2013|88-skhcn-vp-2022)$/;
  expect(documents.map(({ id }) => id).filter((id) => hidden.test(id))).toEqual([]);
});

test('a document of the index holds these public words and nothing else', () => {
  // Of a procedure of which little is known it is told besides: it comes later.
  for (const { isThin: _, ...document } of documents)
    expect(Object.keys(document).toSorted()).toEqual(
      ['body', 'code', 'field', 'id', 'keywords', 'state', 'title', 'type', 'url'].toSorted(),
    );
});
