// Charts as they are drawn: heights that tell the numbers, gaps where there is no number, nothing outside the picture.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawChart, scaleTo } from '../../site/lib/words/chart.ts';

const attributes = (svg: string, shape: string) =>
  [...svg.matchAll(new RegExp(`<${shape} ([^>]*)/>`, 'g'))].map(([, text = '']) =>
    Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );
/** The bars alone: the marks of the legend are squares of 14. */
const barsOf = (svg: string) =>
  attributes(svg, 'rect')
    .slice((svg.match(/height="14"/g) ?? []).length)
    .map((bar) => ({ ...bar, x: Number(bar['x']), y: Number(bar['y']), height: Number(bar['height']) }));

test('an axis goes from 0 to the number it must hold, in whole round steps', () => {
  expect(scaleTo(0)).toEqual([0, 1]);
  expect(scaleTo(0.5)).toEqual([0, 1]);
  expect(scaleTo(5)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(scaleTo(15)).toEqual([0, 3, 6, 9, 12, 15]);
  expect(scaleTo(30)).toEqual([0, 5, 10, 15, 20, 25, 30]);
  expect(scaleTo(93)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(scaleTo(1000)).toEqual([0, 200, 400, 600, 800, 1000]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (most) => {
      const marks = scaleTo(most);
      expect(marks.length).toBeLessThanOrEqual(7);
      expect(marks.every(Number.isInteger)).toBe(true);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
    }),
  );
});

test('bars stand on the axis side by side, as high as their numbers; no number leaves a gap', () => {
  const svg = drawChart('c', {
    title: 'Nhận mới và trả lời',
    labels: ['T1', 'T2'],
    series: [
      { name: 'Nhận mới', values: [10, null] },
      { name: 'Trả lời', values: [5, 0] },
    ],
  });
  const bars = barsOf(svg);
  expect(bars.map((bar) => [bar.height, bar.y + bar.height])).toEqual([
    [210, 246],
    [105, 246],
  ]);
  expect(bars[1]!.x - bars[0]!.x).toBe(26);
});

test('stacked bars stand one on the other', () => {
  const [low, high] = barsOf(
    drawChart('c', {
      title: 'Đánh giá',
      labels: ['T1'],
      stacked: true,
      series: [
        { name: 'Hài lòng', values: [3] },
        { name: 'Không hài lòng', values: [1] },
      ],
    }),
  );
  expect([low?.height, high?.height]).toEqual([157.5, 52.5]);
  expect(high!.y + high!.height).toBe(low!.y);
  expect(high!.x).toBe(low!.x);
});

test('the title is its name for who cannot see it; names are written, not read as markup; nothing is styled', () => {
  const svg = drawChart('bieu-do', {
    title: 'Tháng <5 lượt & hơn',
    labels: ['"T1"'],
    series: [{ name: '90% < 5', values: [1234] }],
  });
  expect(svg).toContain(
    'role="img" aria-labelledby="bieu-do-title"><title id="bieu-do-title">Tháng &#60;5 lượt &#38; hơn</title>',
  );
  expect(svg).toContain('>1.500</text>');
  expect(svg).toContain('>&#34;T1&#34;</text>');
  expect(svg).not.toContain('style');
});

test('whatever the numbers, every bar is within the picture, and the last name is written', () => {
  const value = fc.option(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e6, noNaN: true })));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 36 }),
      fc.boolean(),
      (rows, stacked) => {
        const labels = rows.map((_, index) => `${index + 1}/2026`);
        const series = [0, 1, 2].map((part) => ({
          name: ['Trả lời đúng hạn', 'Trả lời quá hạn', 'Nhận mới'][part]!,
          values: rows.map((row) => row[part]!),
        }));
        const svg = drawChart('c', { title: 'x', labels, series, stacked });
        for (const { x, y, height } of barsOf(svg)) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(400);
          expect(y).toBeGreaterThanOrEqual(36);
          expect(y + height).toBeLessThanOrEqual(246.1 + 1e-9);
        }
        expect(svg).toContain(`>${labels.at(-1)}</text>`);
      },
    ),
  );
});
