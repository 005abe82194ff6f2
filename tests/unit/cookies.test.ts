// The cookies of the site: sealed ones open for their time and for whom they were made; one place sets them.
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cookies, forgetCookie, keepSealed, keptSealed } from '../../site/lib/form/cookies.ts';
import { keepReceipt, keptReceipt } from '../../site/lib/form/told-once.ts';

/** A browser at the portal; `jar` is what it holds. */
function browser(origin = 'http://localhost:4321') {
  const jar = new Map<string, string>();
  const options: Record<string, object> = {};
  const page = {
    cookies: {
      set: (name: string, value: string, wish: object) => {
        jar.set(name, value);
        options[name] = wish;
      },
      get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
      delete: (name: string) => jar.delete(name),
    },
    locals: {
      origin,
      vault: {
        seal: (text: string) => `sealed:${Buffer.from(text).toString('base64')}`,
        unseal: (text: string) =>
          text.startsWith('sealed:') ? Buffer.from(text.slice(7), 'base64').toString() : undefined,
      },
    },
  } as unknown as Parameters<typeof keepSealed>[0];
  return { jar, options, page };
}

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-20T08:00:00+07:00') }));
afterEach(() => void vi.useRealTimers());

const key = { number: 'PAKN-2026-000001', secret: 'mã thử' };

describe('what is sealed', () => {
  test('opens for its minutes and no longer', () => {
    const { page, options } = browser();
    keepSealed(page, 'case', key);
    expect(options['ho-so']).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: 1800,
      secure: false,
    });
    vi.setSystemTime(new Date('2026-11-20T08:29:59+07:00'));
    expect(keptSealed(page, 'case')).toEqual(key);
    vi.setSystemTime(new Date('2026-11-20T08:30:00+07:00'));
    expect(keptSealed(page, 'case')).toBe(undefined);
  });

  test('is nothing when it was forged, is of another shape, or was forgotten', () => {
    const { page, jar } = browser();
    jar.set('ho-so', JSON.stringify(key));
    expect(keptSealed(page, 'case')).toBe(undefined);
    keepSealed(page, 'case', key);
    jar.set('giay-bien-nhan', jar.get('ho-so') ?? '');
    expect(keptSealed(page, 'receipt')).toBe(undefined);
    forgetCookie(page, 'case');
    expect(keptSealed(page, 'case')).toBe(undefined);
  });

  test('stands over https under a name that no other host can set', () => {
    const { page, options } = browser('https://portal.example');
    keepSealed(page, 'request', key);
    expect(options).toEqual({
      '__Host-yeu-cau': { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 1800, secure: true },
    });
    expect(keptSealed(page, 'request')).toEqual(key);
  });

  test('of an officer is shown to that officer alone', () => {
    const { page } = browser();
    keepReceipt(page, 'an', { ...key, splitFrom: 'PAKN-2026-000002' });
    expect(keptReceipt(page, 'bình')).toBe(undefined);
    expect(keptReceipt(page, 'an')).toMatchObject({ ...key, splitFrom: 'PAKN-2026-000002' });
  });
});

test('every cookie has its age and purpose, and only one file sets any', () => {
  expect(Object.values(cookies).map(({ name, minutes }) => `${name} ${minutes}`)).toEqual([
    'phieu 30',
    'ban-nhap 120',
    'bieu-mau-do 120',
    'luot-khao-sat 60',
    'ho-so 30',
    'toi-cung-gap 259200',
    'yeu-cau 30',
    'giay-bien-nhan 15',
    'dia-chi-lich 15',
  ]);
  const site = path.resolve(import.meta.dirname, '../../site');
  const setting = fs
    .readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|astro)$/.test(file))
    .filter((file) => /cookies\.(set|delete)\(/.test(fs.readFileSync(path.join(site, file), 'utf8')));
  expect(setting).toEqual(['lib/form/cookies.ts']);
});
