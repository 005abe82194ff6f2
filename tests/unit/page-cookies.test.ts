// One place sets the cookies of the pages (site/lib/form/cookies.ts): over https each of them is a __Host- cookie.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const site = path.resolve(import.meta.dirname, '../../site');

test('no page and no part of one sets, reads or deletes a cookie past it', () => {
  const past = fs
    .readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(astro|ts)$/.test(file) && file !== 'lib/form/cookies.ts')
    .filter((file) =>
      /\bcookies\s*\.\s*(?:set|get|has|delete)\(/.test(fs.readFileSync(path.join(site, file), 'utf8')),
    );
  expect(past).toEqual([]);
});
