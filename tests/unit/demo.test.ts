// A demonstration is told from a real portal by its settings, on every page, and by every machine that reads it.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import {
  demoHeadersOf,
  fileMarkedAsDemo,
  markDemo,
  markedAsDemo,
  namedAsDemo,
} from '../../api/doors/demo-mark.ts';
import { securityHeaders } from '../../api/doors/security-headers.ts';
import { markedMail } from '../../api/notify/tools/mailer/mailer.ts';
import { readEnvironment } from '../../api/portal/env.ts';

test('it has a folder of its own, and nothing of it leaves the machine', () => {
  const outside = {
    SMTP_URL: 'smtp://thu.vidu.vn:587',
    MEILI_URL: 'http://tim.vidu.vn:7700',
    CLAMD: 'virus:3310',
  };
  const env = readEnvironment({
    ...outside,
    S3_ENDPOINT: 'https://kho.vidu.vn',
    DATA_DIR: '/srv/so',
    DEMO: 'true',
  });
  expect(env).toMatchObject({ DEMO: true, DATA_DIR: '/srv/so-minh-hoa' });
  expect([env.SMTP_URL, env.MEILI_URL, env.CLAMD, env.S3_ENDPOINT]).toEqual(Array(4).fill(undefined));
  expect(readEnvironment({ DATA_DIR: '/srv/so' }, ['node', 'server.ts', '--demo'])).toEqual(
    readEnvironment({ DATA_DIR: '/srv/so', DEMO: 'true' }),
  );
  expect(readEnvironment({ DATA_DIR: '/srv/so' })).toMatchObject({ DEMO: false, DATA_DIR: '/srv/so' });
});

test.each([
  [{ PUBLIC_ORIGIN: 'https://cong.vidu.vn' }, 'PUBLIC_ORIGIN'],
  [{ DATABASE_URL: 'postgres://may-chu/so' }, 'DATABASE_URL'],
])('it does not run with the settings of a real portal: %o', (settings, name) => {
  expect(() => readEnvironment({ ...settings, DEMO: 'true' })).toThrow(
    `Bản minh họa không chạy cùng ${name}: đó là cấu hình của cổng thật. Hãy bỏ ${name} rồi chạy lại.`,
  );
});

test('every page says so where its body begins, and asks machines to leave it out', () => {
  const page = markedAsDemo(
    '<!doctype html><html lang="vi"><head><title>A</title></head><body class="x"><h1>A</h1></body></html>',
  );
  expect(page).toMatch(/<body class="x"><aside class="demo-mark" aria-label="Dữ liệu minh họa">/);
  expect(page).toMatch(
    /<head><meta name="robots" content="noindex, nofollow"><link rel="stylesheet" href="\/minh-hoa.css">/,
  );
  expect(page.match(/demo-mark/g)).toHaveLength(1);
  expect(markedAsDemo('<!doctype html><html lang="en"><head></head><body><h1>A</h1></body></html>')).toMatch(
    /<body><aside class="demo-mark" aria-label="Demonstration data">/,
  );
  expect(markedAsDemo(page)).toBe(page);
  const bare = markedAsDemo('<!doctype html><title>A</title><h1>A</h1>');
  expect(bare).toMatch(/<aside class="demo-mark".*<\/aside><h1>A<\/h1>/);
  expect(securityHeaders(undefined, { isDemo: true })).toContainEqual(['x-robots-tag', 'noindex, nofollow']);
  expect(securityHeaders(undefined).map(([name]) => name)).not.toContain('x-robots-tag');
});

const mark = 'BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ';

test('a letter says so in its subject and before its first word, in its own language', () => {
  const mail = {
    to: 'a@example.vn',
    messageId: '<1@example.vn>',
    at: new Date(0),
    subject: 'S',
    text: 'T\n',
  };
  expect(markedMail(mail)).toMatchObject({ subject: `[${mark}] S`, text: `${mark}\n\nT\n` });
  expect(markedMail({ ...mail, language: 'en' })).toMatchObject({
    subject: '[DEMONSTRATION – NOT VALID] S',
    text: 'DEMONSTRATION – NOT VALID\n\nT\n',
  });
});

test('a table says so above its heads, a data file in its first object, and their names begin with it', () => {
  expect(fileMarkedAsDemo('text/csv; charset=utf-8', '\uFEFFcột,giá trị\nA,1\n')).toBe(
    `\uFEFF${mark}\r\ncột,giá trị\nA,1\n`,
  );
  const lines = fileMarkedAsDemo(
    'application/x-ndjson; charset=utf-8',
    '{"event":"file"}\n{"event":"day"}\n',
  );
  expect(lines).toBe(`{"demo":"${mark}","event":"file"}\n{"event":"day"}\n`);
  expect(fileMarkedAsDemo('application/json', '{"a":1}')).toBe('{"a":1}');
  const name = 'attachment; filename="minh-hoa-so-lieu.csv"';
  expect([namedAsDemo('attachment; filename="so-lieu.csv"'), namedAsDemo(name)]).toEqual([name, name]);
  expect(['du-lieu/thu-tuc.csv', 'du-lieu/api.html', 'thu-tuc.csv'].map(demoHeadersOf)).toEqual([
    [['content-disposition', 'inline; filename="minh-hoa-thu-tuc.csv"']],
    [],
    [],
  ]);
});

test('what is written in pieces, with its length said beforehand, goes out marked and whole', async () => {
  const server = http.createServer((_, res) => {
    markDemo(res);
    res.writeHead(200, {
      'content-type': 'text/csv',
      'content-length': 8,
      'content-disposition': 'attachment; filename="a.csv"',
    });
    res.flushHeaders();
    res.write('a,b\n');
    res.end('1,2\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect([answer.headers.get('content-disposition'), await answer.text()]).toEqual([
      'attachment; filename="minh-hoa-a.csv"',
      `${mark}\r\na,b\n1,2\n`,
    ]);
  } finally {
    server.close();
  }
});
