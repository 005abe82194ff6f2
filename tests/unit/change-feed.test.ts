// Change notices as a program reads them: one entry each, known by an address that never changes.
import { expect, test } from 'vitest';
import { changeNotices, isAbout, noticesOf } from '../../api/procedures/decisions/notices.ts';
import { changeFeed } from '../../site/lib/feed/change-feed.ts';
import { decision, stored, timeLimit, procedureFile } from '../support/worlds/decisions.ts';

const about = { origin: 'https://cong.example', department: 'Sở Thử nghiệm' };

test('an entry says what happened, from which day, to which parts, and when the portal told it', () => {
  const amended = decision('d1', '2026-12-01', [{ op: 'amend', procedure: 'a', note: 'Hết & đổi <mẫu>' }]);
  const kept = { by: 'd1', until: '2026-12-01', content: procedureFile({ timeLimit: timeLimit(15) }) };
  const a = stored('a', { timeLimit: timeLimit(10) }, [kept]);
  const notices = noticesOf(amended, new Map([['a', a]])).map((notice) => ({
    ...notice,
    publishedAt: '2026-11-20T01:00:00.000Z',
    changedAt: '2026-11-21T02:00:00.000Z',
  }));
  const text = changeFeed(notices, { ...about, field: 'Bưu chính' });
  expect(text).toContain('<id>https://cong.example/thong-bao/buu-chinh.xml</id>');
  expect(text).toContain('<updated>2026-11-21T02:00:00.000Z</updated>');
  expect(text).toContain('<id>https://cong.example/thong-bao/d1#a</id>');
  expect(text).toContain('<published>2026-11-20T01:00:00.000Z</published>');
  expect(text).toContain('Sửa đổi, bổ sung: Thủ tục thử nghiệm');
  expect(text).toContain('Quyết định d1/QĐ-THỬ, hiệu lực từ 01/12/2026.');
  expect(text).toContain('Nội dung thay đổi: Thời hạn giải quyết.');
  expect(text).not.toMatch(/Hết & đổi <mẫu>(?!\]\]>)/);
  expect(text).toContain('Hết &amp; đổi &lt;mẫu&gt;]]>');
});

test('without news it is a whole feed all the same', () => {
  const text = changeFeed([], about);
  expect(text).toContain('<id>https://cong.example/thong-bao/feed.xml</id>');
  expect(text).not.toContain('<entry>');
});

test('the feed of one procedure bears its name and address; its entries are those of the feed of all', () => {
  const replaced = decision('d2', '2026-12-01', [{ op: 'replace', procedure: 'b', replaces: ['a'] }]);
  const amended = decision('d1', '2026-11-01', [{ op: 'amend', procedure: 'a' }]);
  const world = { decisions: [replaced, amended], stored: ['a', 'b', 'c'].map((slug) => stored(slug)) };
  const all = changeNotices(world).map((notice) => ({ ...notice, publishedAt: null, changedAt: null }));
  const ids = (text: string) => [...text.matchAll(/<entry>[^]*?<id>([^<]+)<\/id>/g)].map(([, id]) => id);
  const feedOf = (slug: string) =>
    changeFeed(
      all.filter((notice) => isAbout(notice, { procedure: slug })),
      { ...about, procedure: { slug, name: 'Thủ tục A & <B>' } },
    );
  const own = feedOf('a');
  expect(own).toContain('<id>https://cong.example/thu-tuc/a/thay-doi.xml</id>');
  expect(own).toContain('<link rel="alternate" href="https://cong.example/thu-tuc/a"/>');
  expect(own).toContain('<title>Thay đổi của thủ tục: Thủ tục A &amp; &lt;B&gt;</title>');
  expect(ids(own)).toEqual(['https://cong.example/thong-bao/d2#b', 'https://cong.example/thong-bao/d1#a']);
  expect(ids(own)).toEqual(ids(changeFeed(all, about)));
  expect(ids(feedOf('b'))).toEqual(['https://cong.example/thong-bao/d2#b']);
  expect(feedOf('c')).not.toContain('<entry>');
});
