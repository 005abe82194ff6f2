// Open data: tables that harm nobody's spreadsheet, a catalogue whose addresses are whole, site maps within the limits.
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../site/lib/open-data/catalogue.ts';
import { csvOf } from '../../site/lib/open-data/csv.ts';
import { dataset } from '../../site/lib/open-data/dataset.ts';
import { partOf, sitemapIndex, urlSet } from '../../site/lib/feed/sitemap.ts';

describe('a table as CSV', () => {
  test('opens in Excel: a mark first, lines of RFC 4180', () => {
    expect(csvOf(['ma', 'ten'], [['1.014446', 'Cấp "thẻ", lại']])).toBe(
      '\uFEFFma,ten\r\n1.014446,"Cấp ""thẻ"", lại"\r\n',
    );
  });

  test.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '\r=1'])('takes the sting out of %j', (cell) => {
    const [, line = ''] = csvOf(['a'], [[cell]]).split(/\r\n/);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  test('keeps what is unknown empty', () => {
    expect(csvOf(['a', 'b'], [[null, 0]])).toBe('\uFEFFa,b\r\n,0\r\n');
  });
});

describe('the catalogue', () => {
  const set = dataset(
    { id: 'thu', kind: 'thing', title: 'Thử', description: 'Một tập thử.', keywords: ['thử'] },
    [{ a: 'x' }],
    [{ name: 'a', about: 'Cột thử', of: ({ a }) => a }],
  );
  const file = {
    dataset: set,
    name: 'thu.csv',
    format: 'CSV',
    mediaType: 'text/csv',
    body: 'x',
    bytes: 1,
    sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  } as const;
  const department = { name: 'Sở thử', website: null, dataLicence: null };
  const spans = [{ kind: 'thing', first: '2026-01-01T00:00:00.000Z', last: '2026-02-01T00:00:00.000Z' }];
  const text = (licence: { name: string; url: string } | null) =>
    JSON.stringify(
      catalogueOf('https://so.example.vn', [file], { ...department, dataLicence: licence }, spans),
    );

  test('says whole addresses only', () => {
    const ids = [...text(null).matchAll(/"@id":"([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids).toContain('https://so.example.vn/du-lieu/thu.csv');
    for (const id of ids) expect(URL.canParse(id), id).toBe(true);
  });

  test('says size, checksum and since when', () => {
    expect(text(null)).toContain('"dcat:byteSize":{"@value":"1","@type":"xsd:nonNegativeInteger"}');
    expect(text(null)).toContain(file.sha256);
    expect(text(null)).toContain('"dct:issued":{"@value":"2026-01-01T00:00:00.000Z","@type":"xsd:dateTime"}');
  });

  test('invents no licence', () => {
    expect(text(null)).not.toContain('dct:license');
    expect(text(null)).toContain('Sở chưa công bố giấy phép');
    expect(text({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' })).toContain(
      '"dct:license":{"@id":"https://creativecommons.org/licenses/by/4.0/"}',
    );
  });
});

describe('the site map', () => {
  test('escapes what XML would take for its own', () => {
    const xml = urlSet('https://so.example.vn', [{ path: '/a?b=1&c=2', on: '2026-11-21' }, { path: '/đ' }]);
    expect(xml).toContain('<loc>https://so.example.vn/a?b=1&amp;c=2</loc><lastmod>2026-11-21</lastmod>');
    expect(xml).toContain('<loc>https://so.example.vn/%C4%91</loc>');
  });

  test('parts cover every address once', () => {
    expect(partOf(1, 3, 5)).toEqual({ fixed: { from: 0, to: 3 }, offset: 0, limit: 2 });
    expect(partOf(2, 3, 5)).toEqual({ fixed: { from: 3, to: 3 }, offset: 2, limit: 5 });
    expect(partOf(1, 7, 5)).toEqual({ fixed: { from: 0, to: 5 }, offset: 0, limit: 0 });
    expect(partOf(2, 7, 5)).toEqual({ fixed: { from: 5, to: 7 }, offset: 0, limit: 3 });
    expect(partOf(3, 7, 5)).toEqual({ fixed: { from: 7, to: 7 }, offset: 3, limit: 5 });
  });

  test('an index names its parts', () => {
    expect(sitemapIndex('https://so.example.vn', 2).match(/phan=\d/g)).toEqual(['phan=1', 'phan=2']);
  });
});
