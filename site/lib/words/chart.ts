// Bar charts drawn on the server as plain SVG: no script, no style attribute; the page's own CSS colours them by class.
import { numberOf } from './numbers.ts';

export type Chart = {
  title: string;
  labels: string[];
  /** At most three, of values from 0 up; null leaves a gap. */
  series: { name: string; values: (number | null)[] }[];
  /** One above the other instead of side by side. */
  stacked?: boolean;
};

const width = 400;
const height = 270;
/** Of a letter of 14 px, on the generous side: nothing can be measured here. */
const letter = 8;
const line = 22;
const mark = 14;
const foot = 24;
const widestBar = 26;

/** An `<svg role="img">` with the title inside; `id` is unique on the page. */
export function drawChart(id: string, chart: Chart): string {
  const { title, labels, series, stacked = false } = chart;
  const legend = legendOf(series.map(({ name }) => name));
  const marks = scaleTo(highest(chart));
  const frame = {
    left: Math.max(...marks.map((value) => numberOf(value).length)) * letter + 8,
    top: legend.lines * line + 14,
    bottom: height - foot,
  };
  const reach = marks.at(-1) ?? 1;
  const yOf = (value: number) => frame.bottom - (value / reach) * (frame.bottom - frame.top);
  const slot = (width - frame.left) / Math.max(1, labels.length);
  const columns = stacked ? 1 : series.length;
  const bar = Math.min(widestBar, (slot * 0.8) / Math.max(1, columns));

  const lines = marks.map((value) => {
    const y = tenth(yOf(value));
    return (
      `<path d="M${frame.left} ${y}H${width}" class="${value === 0 ? 'axis' : 'grid'}"/>` +
      `<text x="${frame.left - 6}" y="${tenth(y + 5)}" text-anchor="end" class="ink">${numberOf(value)}</text>`
    );
  });
  // Where names would run into each other every second or third one stands, and always the last.
  const every = Math.ceil((Math.max(0, ...labels.map(({ length }) => length)) * letter) / slot);
  const names = labels.map((label, index) => {
    if ((labels.length - 1 - index) % every !== 0) return '';
    const x = Math.min(frame.left + (index + 0.5) * slot, width - (label.length * letter) / 2);
    return `<text x="${tenth(x)}" y="${height - 6}" text-anchor="middle" class="ink">${escaped(label)}</text>`;
  });
  const bars = labels.map((_, index) => {
    let below = 0;
    const middle = frame.left + (index + 0.5) * slot;
    return series.map(({ values }, part) => {
      const value = values[index] ?? null;
      if (value === null || value <= 0) return '';
      const base = stacked ? below : 0;
      below += value;
      const [top, bottom] = [yOf(base + value), yOf(base)];
      const x = middle + ((stacked ? 0 : part) - columns / 2) * bar;
      return `<rect x="${tenth(x)}" y="${tenth(top)}" width="${tenth(bar - 1)}" height="${tenth(bottom - top)}" class="part-${part + 1}"/>`;
    });
  });

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title">` +
    `<title id="${id}-title">${escaped(title)}</title>` +
    [legend.drawn, lines, bars, names].flat(2).join('') +
    '</svg>'
  );
}

/** The marks of an axis from 0 to at least `most`: at most seven whole numbers, 1, 2, 3 or 5 times a power of ten apart. */
export function scaleTo(most: number): number[] {
  const rough = Math.max(1, most / 6);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 3, 5].find((times) => times * power >= rough) ?? 10);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}

function highest({ labels, series, stacked }: Chart): number {
  const values = labels.map((_, index) => series.map((one) => one.values[index] ?? 0));
  const reached = values.map((parts) =>
    stacked ? parts.reduce((sum, part) => sum + part, 0) : Math.max(0, ...parts),
  );
  return Math.max(0, ...reached);
}

/** The names of the series beside their marks, wrapped where they would leave the picture. */
function legendOf(names: string[]): { lines: number; drawn: string[] } {
  let [at, x] = [0, 0];
  const drawn = names.map((name, part) => {
    const taken = mark + 6 + name.length * letter;
    if (x > 0 && x + taken > width) [at, x] = [at + 1, 0];
    const [left, top] = [x, at * line];
    x += taken + 10;
    return (
      `<rect x="${left}" y="${top + 1}" width="${mark}" height="${mark}" class="part-${part + 1}"/>` +
      `<text x="${left + mark + 6}" y="${top + 13}" class="ink">${escaped(name)}</text>`
    );
  });
  return { lines: at + 1, drawn };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
