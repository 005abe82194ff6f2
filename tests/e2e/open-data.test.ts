// For machines: files that are what the catalogue says, feeds and a site map that lead to pages that are there.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { get as request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedDesk } from '../support/process/desk.ts';
import { sharedPortal, type RunningPortal } from '../support/process/running-portal.ts';

const built = path.resolve(import.meta.dirname, '../../.build/client');

let portal: RunningPortal;
let published: string;
beforeAll(async () => {
  portal = await sharedPortal();
  ({ number: published } = await (await sharedDesk()).caseAfter('publish'));
});

const get = async (address: string) => {
  const answer = await fetch(new URL(address, portal.origin));
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: Buffer.from(await answer.arrayBuffer()),
  };
};
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);

describe('open data', () => {
  test('every file has the size and the checksum that the catalogue tells', async () => {
    const { type, body } = await get('/du-lieu/danh-muc.jsonld');
    expect(type).toBe('application/ld+json; charset=utf-8');
    const catalogue = JSON.parse(body.toString()) as Record<string, any>;
    const files = catalogue['dcat:dataset'].flatMap((set: Record<string, any>) => set['dcat:distribution']);
    expect(files.map((file: Record<string, any>) => new URL(file['@id']).pathname)).toEqual([
      '/du-lieu/thu-tuc.json',
      '/du-lieu/thu-tuc.csv',
      '/du-lieu/quyet-dinh.json',
      '/du-lieu/quyet-dinh.csv',
      '/du-lieu/kenh-tiep-nhan.json',
      '/du-lieu/kenh-tiep-nhan.csv',
      '/du-lieu/van-ban.json',
      '/du-lieu/van-ban.csv',
    ]);
    for (const file of files) {
      const answer = await get(file['dcat:downloadURL']['@id']);
      expect(answer.status).toBe(200);
      expect(String(answer.body.length)).toBe(file['dcat:byteSize']['@value']);
      expect(createHash('sha256').update(answer.body).digest('hex')).toBe(
        file['spdx:checksum']['spdx:checksumValue']['@value'],
      );
    }
    expect(catalogue['dct:issued']['@value']).toMatch(/^20\d\d-/);
  });

  test('the files say as many things as the API', async () => {
    const data = async (name: string) =>
      JSON.parse((await get(`/du-lieu/${name}.json`)).body.toString()) as { count: number; data: object[] };
    const { procedures } = (await (await fetch(`${portal.origin}/api/procedures`)).json()) as {
      procedures: object[];
    };
    expect((await data('thu-tuc')).data).toHaveLength(procedures.length);
    expect((await data('van-ban')).count).toBe(201);
    const csv = (await get('/du-lieu/van-ban.csv')).body;
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('the site map', () => {
  test('is named in robots.txt, which keeps what it kept before', async () => {
    const { body, type } = await get('/robots.txt');
    expect(type).toContain('text/plain');
    expect(body.toString()).toContain(`Sitemap: ${portal.origin}/sitemap.xml`);
    for (const rule of ['/api/', '/can-bo', '/tra-cuu', '/phan-anh/gui'])
      expect(body.toString()).toContain(`Disallow: ${rule}\n`);
  });

  test('lists every built page that may be indexed, and the published answers', async () => {
    const listed = locations((await get('/sitemap.xml')).body.toString()).map(
      (address) => new URL(address).pathname,
    );
    const pages = fs
      .readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html') && !/^(404|500)\.html$/.test(file))
      .filter((file) => !fs.readFileSync(path.join(built, file), 'utf8').includes('name="robots"'))
      .map((file) => `/${file.slice(0, -5)}`.replace(/\/index$/, '') || '/');
    expect(pages.filter((page) => !listed.includes(page))).toEqual([]);
    expect(listed).toContain(`/tra-loi/${published}`);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('leads to pages that are there', async () => {
    for (const address of locations((await get('/sitemap.xml')).body.toString()))
      expect((await fetch(address, { method: 'HEAD' })).status, address).toBe(200);
  });

  test('has no second part while one is enough', async () => {
    expect((await get('/sitemap.xml?phan=2')).status).toBe(404);
  });
});

test('/van-ban/atom.xml leads to pages that are there', async () => {
  const feed = '/van-ban/atom.xml';
  const { body, type } = await get(feed);
  expect(type).toBe('application/atom+xml; charset=utf-8');
  const links = [...body.toString().matchAll(/<link href="([^"]+)"/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect((await fetch(link, { method: 'HEAD' })).status, link).toBe(200);
});

describe('the library in a browser without script', () => {
  test('keeps a question in its address', async () => {
    const { body } = await get('/van-ban?q=mot+cua&hieu-luc=replaced');
    const html = body.toString();
    expect(/Tìm thấy \d+ văn bản/.exec(html)?.[0]).toBe('Tìm thấy 6 văn bản');
    expect(html).toContain('/van-ban/61-2018-nd-cp');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test('takes what it cannot mean for nothing asked', async () => {
    expect((await get('/van-ban?nam=abc&hieu-luc=x&trang=-5')).body.toString()).toContain('166 văn bản');
    const last = (await get('/van-ban?trang=999')).body.toString();
    expect(/trang \d+ trên \d+/.exec(last)?.[0]).toBe('trang 7 trên 7');
  });
});

test('a name that a visitor forges into the Host header is in nothing that others are shown', async () => {
  const forged = async (address: string) => {
    const { pathname, search } = new URL(address, portal.origin);
    const options = { headers: { host: 'evil.example' }, path: pathname + search };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(portal.origin, options, resolve).on('error', reject);
    });
    const body = await answer.toArray();
    return {
      status: answer.statusCode,
      told: JSON.stringify(answer.headers) + Buffer.concat(body).toString(),
    };
  };
  const feeds = [...(await forged('/thong-bao')).told.matchAll(/href="(\/thong-bao\/[^"]*\.xml)"/g)];
  expect(feeds.length).toBeGreaterThan(0);
  const { told: contacts } = await forged('/duong-day-nong');
  const contact = /href="(\/duong-day-nong\/[^"]+\.vcf)"/.exec(contacts)?.[1];
  for (const address of [
    '/sitemap.xml',
    '/robots.txt',
    '/security.txt',
    '/.well-known/security.txt',
    '/du-lieu/danh-muc.jsonld',
    '/van-ban/atom.xml',
    '/tin-tuc/atom.xml',
    '/duong-day-nong/feed.xml',
    ...new Set(feeds.map(([, feed = '']) => feed)),
    contact ?? 'no vCard',
    '/thu-tuc/1.014446',
    '/',
    '/tra-loi',
    `/tra-loi/${published}`,
    '/phan-anh/gui',
    '/api/openapi.json',
  ]) {
    const { status, told } = await forged(address);
    expect([address, status, /evil\.example/.test(told)]).toEqual([address, 200, false]);
  }
});
