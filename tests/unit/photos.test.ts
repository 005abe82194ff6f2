// Photographs before they are sent: which are made smaller, how small, and which way up they are.
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { orientationOf, uprightMatrix } from '../../site/scripts/photo/orientation.ts';
import { fittedSize, isToBeRedrawn, isWorthIt, redrawnName } from '../../site/scripts/photo/when.ts';
import { brokenWords, isReadOut, percentOf, progressWords } from '../../site/scripts/sending/words.ts';

const jpeg = (size: number) => ({ type: 'image/jpeg', size });
const kB = 1024;

test.each([
  ['a slow line', { effectiveType: '3g' }, 400 * kB],
  ['a line that is to be spared', { saveData: true, effectiveType: '4g' }, 400 * kB],
  ['a line of which nothing is known', undefined, 1536 * kB],
  ['a line that a browser says nothing of', {}, 1536 * kB],
  ['a fast line, only what would be refused', { saveData: false, effectiveType: '4g' }, 10 * kB * kB],
])('a photograph is made smaller on %s', (_, line, bound) => {
  expect([isToBeRedrawn(jpeg(bound), line), isToBeRedrawn(jpeg(bound + 1), line)]).toEqual([false, true]);
});

test('only pictures that every browser draws are made smaller: no PDF, no HEIC, no picture that moves', () => {
  const types = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/gif', 'application/pdf', ''];
  expect(types.filter((type) => isToBeRedrawn({ type, size: 9e6 }, { saveData: true }))).toEqual([
    'image/jpeg',
    'image/png',
    'image/webp',
  ]);
});

test('the longer side becomes 2,000 pixels, the shape stays, a small picture too', () => {
  expect(fittedSize(4000, 3000)).toEqual({ width: 2000, height: 1500 });
  expect(fittedSize(3000, 4000)).toEqual({ width: 1500, height: 2000 });
  expect(fittedSize(640, 480)).toEqual({ width: 640, height: 480 });
  expect(fittedSize(20_000, 3)).toEqual({ width: 2000, height: 1 });
});

test('what gains less than a fifth is sent as it is, and an empty picture never', () => {
  expect([isWorthIt(1000, 800), isWorthIt(1000, 801), isWorthIt(1000, 0)]).toEqual([true, false, false]);
});

test('a redrawn picture is a JPEG by its name', () => {
  expect(['IMG_1.PNG', 'đơn.thư.webp', 'anh', '.png'].map(redrawnName)).toEqual([
    'IMG_1.jpg',
    'đơn.thư.jpg',
    'anh.jpg',
    '.jpg',
  ]);
});

// Three pixels by two, all different.
const pixels = Buffer.from([10, 60, 110, 160, 210, 250]);
const flat = () => sharp(pixels, { raw: { width: 3, height: 2, channels: 1 } });

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'orientation %i is read, and set upright as other programs do',
  async (held) => {
    const photo = await flat().resize(96, 64).withMetadata({ orientation: held }).jpeg().toBuffer();
    expect(orientationOf(new Uint8Array(photo).buffer)).toBe(held);

    const tagged = await flat().withMetadata({ orientation: held }).tiff({ compression: 'none' }).toBuffer();
    const { data, info } = await sharp(tagged)
      .autoOrient()
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [a, b, c, d, e, f] = uprightMatrix(held, 3, 2);
    const drawn = Buffer.alloc(6);
    for (const [index, value] of pixels.entries()) {
      const [x, y] = [(index % 3) + 0.5, Math.floor(index / 3) + 0.5];
      drawn[Math.floor(b * x + d * y + f) * info.width + Math.floor(a * x + c * y + e)] = value;
    }
    expect([...drawn]).toEqual([...data]);
  },
);

test('a photograph that is cut, or none, lies as it is; no bytes make the reader fail', async () => {
  const photo = await flat().resize(96, 64).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  for (let end = 0; end < 60; end += 1)
    expect([1, 6]).toContain(orientationOf(new Uint8Array(photo.subarray(0, end)).buffer));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const led = new Uint8Array([0xff, 0xd8, 0xff, 0xe1, ...bytes]);
      for (const one of [new Uint8Array(bytes), led]) {
        const found = orientationOf(one.buffer);
        expect(found >= 1 && found <= 8).toBe(true);
      }
    }),
  );
});

test('progress is told in words, and read out at every quarter', () => {
  expect(progressWords(1_258_291, 2_936_013)).toBe('Đã gửi 42% (1,2 MB trên 2,8 MB).');
  expect(progressWords(2_936_013, 2_936_013)).toBe('Đã gửi hết, đang chờ Sở trả lời.');
  expect([percentOf(0, 0), percentOf(7, 5)]).toEqual([0, 100]);
  expect([isReadOut(0, 24), isReadOut(24, 25), isReadOut(26, 49), isReadOut(60, 100)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(brokenWords(true)).toContain('không thành hai phiếu');
  expect(brokenWords(false)).toContain('chưa rõ Sở đã nhận hay chưa');
});
