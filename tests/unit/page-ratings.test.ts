// Which pages are rated, how their addresses are read, and what the editors read of the numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRated, pageOf } from '../../api/page-ratings/page.ts';
import { RatePage } from '../../api/page-ratings/schema.ts';
import { shareOf, trendOf } from '../../site/lib/survey/page-ratings.ts';

test.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/thu-tuc/1.014445.html', '/thu-tuc/1.014445'],
  ['/thu-tuc/', '/thu-tuc'],
  ['/tim-kiem?q=0905', '/tim-kiem'],
  ['/thong-bao/382-qd-ubnd-2015#noi-dung', '/thong-bao/382-qd-ubnd-2015'],
])('%s is the page %s', (pathname, page) => expect(pageOf(pathname)).toBe(page));

test('pages that inform are rated; those that are filled in, or tell something once, are not', () => {
  const rated = ['/', '/thu-tuc/1.014445', '/phan-anh', '/phan-anh/cach-gui/noi', '/khao-sat', '/so-lieu'];
  const results = '/khao-sat/dot-1/ket-qua';
  expect([...rated, results].filter(isRated)).toEqual([...rated, results]);
  const others = [
    '/phan-anh/gui',
    '/phan-anh/gui/xem-lai',
    '/phan-anh/gui/may-khac',
    '/phan-anh/da-gui',
    '/phan-anh/da-xoa',
    '/tra-cuu',
    '/tra-cuu/ho-so',
    '/khao-sat/dot-1',
    '/thong-bao/dang-ky',
    '/bao-ve-du-lieu/yeu-cau',
    '/gop-y',
    '/can-bo',
    '/api/health',
    '/404',
    'javascript:alert(1)',
    '//vidu.vn',
    '/a/../b',
    `/${'a'.repeat(200)}`,
  ];
  expect(others.filter(isRated)).toEqual([]);
});

test('whatever page is taken is a plain address of this portal, and is taken again as it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webPath(),
        fc.string().map((text) => `/${text}`),
      ),
      (page) => {
        const parsed = RatePage.safeParse({ page, helpful: 'yes' });
        if (!parsed.success) return;
        expect(parsed.data.page).toMatch(/^\/(?!\/)[^\s?#<>"'\\]*$/);
        expect(RatePage.parse({ page: parsed.data.page, helpful: 'yes' })).toEqual(parsed.data);
      },
    ),
  );
});

test('shares and trends are said in words; where nobody rated there is none', () => {
  expect(shareOf({ yes: 12, no: 4 })).toBe('12/16 hữu ích (75%)');
  expect(shareOf({ yes: 0, no: 0 })).toBe('–');
  expect(trendOf({ yes: 3, no: 1 }, { yes: 1, no: 1 })).toBe('tăng 25 điểm phần trăm');
  expect(trendOf({ yes: 1, no: 1 }, { yes: 3, no: 1 })).toBe('giảm 25 điểm phần trăm');
  expect(trendOf({ yes: 1, no: 1 }, { yes: 2, no: 2 })).toBe('không đổi');
  expect(trendOf({ yes: 1, no: 1 }, { yes: 0, no: 0 })).toBe('–');
});
