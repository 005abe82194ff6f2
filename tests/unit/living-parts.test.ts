// The living part of a built page: known anew once a minute, the last known while it cannot be had, else the page as built.
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { plainOf, siteFile, type SiteFile } from '../../api/doors/files.ts';
import { livingParts, mayHaveChanged } from '../../api/doors/living-parts.ts';

const slot = '<live-part data-from="/trang-dau/hom-nay"></live-part>';
const built = siteFile('index.html', Buffer.from(`<p>Đầu</p>${slot}<p>Cuối</p>`), {}, [['x-always', 'yes']]);

/** Parts that are answered one after the other, at a clock that is set by hand. */
function partsThatSay(...answers: (string | undefined | Error | Promise<string | undefined>)[]) {
  const asked: string[] = [];
  const clock = { ms: 1_000 };
  const ask = async (address: string) => {
    asked.push(address);
    const answer = answers[asked.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const parts = livingParts(ask, [['x-always', 'yes']], () => clock.ms);
  const shown = async (file: SiteFile = built) => plainOf(await parts.fileOf(file)).toString('utf8');
  return { parts, clock, asked, shown };
}
const withPart = (text: string) => `<p>Đầu</p>${text}<p>Cuối</p>`;

test('a page without a part is sent as it is', () => {
  const plain = siteFile('a.html', Buffer.from('<p>Trang</p>'), {}, []);
  expect(partsThatSay().parts.fileOf(plain)).toBe(plain);
});

test('what is known is kept for a minute, and then asked for anew', async () => {
  const { clock, asked, shown } = partsThatSay('<b>một $&</b>', '<b>hai</b>');
  expect(await shown()).toBe(withPart('<b>một $&</b>'));
  clock.ms += 59_999;
  expect(await shown()).toBe(withPart('<b>một $&</b>'));
  expect(asked).toEqual(['/trang-dau/hom-nay']);
  clock.ms += 1;
  expect(await shown()).toBe(withPart('<b>hai</b>'));
});

test('everybody who comes at once waits for one answer', async () => {
  const { asked, shown } = partsThatSay('một');
  expect(await Promise.all([shown(), shown(), shown()])).toEqual(Array(3).fill(withPart('một')));
  expect(asked.length).toBe(1);
});

test('while it cannot be known the page is whole without it, and it is tried again after five seconds', async () => {
  const { clock, asked, shown } = partsThatSay(undefined, new Error('away'), 'ba');
  expect(await shown()).toBe(withPart(slot));
  clock.ms += 4_999;
  expect(await shown()).toBe(withPart(slot));
  expect(asked.length).toBe(1);
  clock.ms += 1;
  expect(await shown()).toBe(withPart(slot));
  clock.ms += 5_000;
  expect(await shown()).toBe(withPart('ba'));
});

test('the last that was known stands while it cannot be known now, on a site built anew, too', async () => {
  const { clock, shown } = partsThatSay('một', undefined);
  await shown();
  clock.ms += 60_000;
  expect(await shown()).toBe(withPart('một'));
  const next = siteFile('index.html', Buffer.from(`<p>Mới</p>${slot}`), {}, []);
  expect(await shown(next)).toBe('<p>Mới</p>một');
});

test('nobody waits for an answer that does not come', async () => {
  const { clock, shown } = partsThatSay(new Promise(() => {}));
  const first = shown();
  clock.ms += 400;
  expect(await shown()).toBe(withPart(slot));
  expect(await first).toBe(withPart(slot));
});

test('what an officer has changed since is asked for anew, and nothing from before is said', async () => {
  const { parts, shown } = partsThatSay('tên lộ', undefined, 'đã che');
  await shown();
  parts.forget();
  expect(await shown()).toBe(withPart(slot));
  parts.forget();
  expect(await shown()).toBe(withPart('đã che'));
});

test('nobody without a session has it made anew: what is refused, led elsewhere, or logs in or out changes nothing', () => {
  const sent: [string, number][] = [
    ['/can-bo/ho-so/PAKN-2026-000001', 303],
    ['/api/staff/cases/PAKN-2026-000001/steps', 200],
    ['/can-bo/ho-so/PAKN-2026-000001', 401],
    ['/can-bo/khong-co', 404],
    ['/can-bo/ho-so/', 308],
    ['/can-bo/dang-nhap', 303],
    ['/can-bo/dang-xuat', 303],
  ];
  expect(sent.map(([path, status]) => mayHaveChanged(path, status))).toEqual([
    ...[true, true],
    ...[false, false, false, false, false],
  ]);
});

test('it is sent packed, with a tag of its own and the headers of every answer', async () => {
  const { variants } = await partsThatSay('một').parts.fileOf(built);
  const [br, gzip] = variants;
  expect(variants.map(({ encoding }) => encoding)).toEqual(['br', 'gzip', 'plain']);
  expect(zlib.brotliDecompressSync(br?.body ?? '').toString()).toBe(withPart('một'));
  expect(zlib.gunzipSync(gzip?.body ?? '').toString()).toBe(withPart('một'));
  expect(br?.headers).toEqual(
    expect.arrayContaining(['x-always', 'yes', 'no-cache', 'text/html; charset=utf-8']),
  );
  expect(br?.etag).not.toBe(built.variants[0]?.etag);
});
